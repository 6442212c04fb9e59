package io.sluice.filters.fasttext;

import java.util.Locale;

/**
 * The arguments that a model was trained with, as far as prediction asks for them.
 *
 * @param dimension numbers in a vector
 * @param wordNgrams longest word n-gram, 1 for single words
 * @param loss fastText's number of the loss: 1 hierarchical softmax, 2 negative sampling, 3
 *     softmax, 4 one against all
 * @param buckets rows for hashed n-grams
 * @param minChars shortest character n-gram, 0 for none
 * @param maxChars longest character n-gram, 0 for none
 */
record Settings(int dimension, int wordNgrams, int loss, int buckets, int minChars, int maxChars) {
  static final int HIERARCHICAL_SOFTMAX = 1;
  static final int NEGATIVE_SAMPLING = 2;
  static final int SOFTMAX = 3;
  static final int ONE_VS_ALL = 4;

  Settings {
    if (dimension < 1
        || dimension > 1 << 16
        || wordNgrams < 1
        || buckets < 0
        || minChars < 0
        || maxChars < 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "settings out of range: dimension %d, wordNgrams %d, buckets %d, characters %d to %d",
              dimension,
              wordNgrams,
              buckets,
              minChars,
              maxChars));
    }
    if (buckets == 0 && (maxChars > 0 || wordNgrams > 1)) {
      throw new IllegalArgumentException("n-grams without buckets");
    }
  }
}
