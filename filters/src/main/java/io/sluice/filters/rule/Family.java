package io.sluice.filters.rule;

/** Rules that were published together and are switched together. */
enum Family {
  /** Gopher's quality rules (arXiv 2112.11446, appendix A.1.1). */
  GOPHER_QUALITY,
  /** Gopher's repetition rules (same report, table A1). */
  GOPHER_REPETITION,
  /** FineWeb's own rules (arXiv 2406.17557, section 3.6). */
  FINEWEB
}
