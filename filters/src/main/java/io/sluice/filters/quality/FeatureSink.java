package io.sluice.filters.quality;

/** Takes the features of a text one by one, so that no list of them is ever made. */
interface FeatureSink {
  void accept(int bucket);
}
