package io.sluice.filters.embed;

/** How the vectors of a text's tokens become the text's vector. */
public enum Pooling {
  /** The mean over all tokens, the special ones included: the sentence-transformers models. */
  MEAN,
  /** The vector of the first token, {@code [CLS]}: the BGE models (BAAI's model card). */
  CLS
}
