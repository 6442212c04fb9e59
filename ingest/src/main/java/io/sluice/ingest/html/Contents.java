package io.sluice.ingest.html;

import io.sluice.ingest.html.block.Blocks;
import io.sluice.ingest.html.block.Fact;
import io.sluice.ingest.html.block.Kind;
import java.util.BitSet;

/**
 * What a main text holds besides paragraphs.
 *
 * @param headings headings
 * @param lists lists that stand in no other, of any kind
 * @param tables tables of data
 * @param codeBlocks preformatted blocks
 * @param formulas formulas in markup; those that stand as TeX in the page's own text count not
 */
public record Contents(int headings, int lists, int tables, int codeBlocks, int formulas) {
  public Contents {
    if (headings < 0 || lists < 0 || tables < 0 || codeBlocks < 0 || formulas < 0) {
      throw new IllegalArgumentException("counts: got one below 0, allowed 0 and more");
    }
  }

  /** Counts what the chosen blocks are. */
  static Contents of(Blocks blocks, BitSet chosen) {
    int headings = 0;
    int lists = 0;
    int tables = 0;
    int codeBlocks = 0;
    int formulas = 0;
    int group = 0;
    for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
      Kind kind = blocks.kind(i);
      boolean begins = blocks.group(i) != 0 && blocks.group(i) != group;
      group = blocks.group(i) != 0 ? blocks.group(i) : group;
      headings += kind == Kind.HEADING ? 1 : 0;
      codeBlocks += kind == Kind.PRE ? 1 : 0;
      formulas += blocks.fact(i, Fact.FORMULAS);
      if (begins) {
        boolean table = kind == Kind.ROW || (kind == Kind.CAPTION && blocks.depth(i) == 0);
        tables += table ? 1 : 0;
        lists += table ? 0 : 1;
      }
    }
    return new Contents(headings, lists, tables, codeBlocks, formulas);
  }

  /** Whether a text holds TeX between the usual delimiters. */
  static boolean hasDelimiters(String text) {
    return closes(text, "\\(", "\\)")
        || closes(text, "\\[", "\\]")
        || closes(text, "$$", "$$")
        || text.contains("\\begin{equation")
        || text.contains("\\begin{align");
  }

  private static boolean closes(String text, String open, String close) {
    int at = text.indexOf(open);
    return at >= 0 && text.indexOf(close, at + open.length()) > 0;
  }
}
