package io.sluice.filters.fasttext;

/** From a text's vector to the probabilities of the labels. Immutable. */
interface OutputLayer {
  /** fastText takes the logarithm of a probability plus this. */
  float EPSILON = 1e-5f;

  /** Number of labels. */
  int labels();

  /** Fills the probability of every label, as fastText gives them. */
  void all(float[] vector, float[] probabilities);

  /**
   * Probability of one label; cheaper than all of them only under hierarchical softmax.
   *
   * @param scratch as long as the labels
   */
  float one(float[] vector, int label, float[] scratch);
}
