package io.sluice.ingest.html;

/**
 * A run of text between two block boundaries.
 *
 * @param kind what it is
 * @param text the text as it will be written
 * @param weight characters that are not white space; those of scripts without word spaces count 2,
 *     for they say more
 * @param linked the part of the weight that stands in links
 * @param stops punctuation marks that end sentences and clauses
 * @param group the list, table or definition list it belongs to, 0 for none: blocks of one group
 *     are separated by a line end alone
 */
record Block(Kind kind, String text, int weight, int linked, int stops, int group) {
  /** What a block is. */
  enum Kind {
    TEXT,
    HEADING,
    ITEM,
    ROW,
    PRE
  }

  /** Share of the weight in links, 0..1. */
  double linkDensity() {
    return weight == 0 ? 0 : (double) linked / weight;
  }
}
