package io.sluice.mixer.plan;

/**
 * What a document weighs in a percentile. The Nemotron-CC paper (arXiv 2412.02595) counts
 * documents, its published code counts UTF-8 bytes.
 */
public enum Weighting {
  /** Every document counts one. */
  DOCUMENTS,
  /** A document counts as many as it has UTF-8 bytes. */
  BYTES
}
