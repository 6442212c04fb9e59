package io.sluice.filters.rule;

/** Rules that were published together and are switched together. */
enum Family {
  /** Gopher's quality rules (arXiv 2112.11446, appendix A.1.1). */
  GOPHER_QUALITY,
  /** Gopher's repetition rules (same report, table A1). */
  GOPHER_REPETITION,
  /** FineWeb's own rules (arXiv 2406.17557, section 3.6). */
  FINEWEB,
  /** C4's rules (arXiv 1910.10683, section 2.2) without the one on how lines end, as in FineWeb. */
  C4,
  /** RefinedWeb's line rules (arXiv 2306.01116, appendix G.2), with DCLM's figures. */
  REFINEDWEB,
  /** The user's lists of words. */
  BLOCK_LISTS
}
