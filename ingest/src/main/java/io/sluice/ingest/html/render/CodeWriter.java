package io.sluice.ingest.html.render;

import io.sluice.ingest.html.block.Blocks;
import io.sluice.ingest.html.block.Leaf;

/** Writes preformatted blocks: their white space as it stands. */
final class CodeWriter {
  private final Buffer out;
  private final Buffer code = new Buffer();

  CodeWriter(Buffer out) {
    this.out = out;
  }

  /** Writes a block as it is, without blank lines at its ends. */
  void plain(Blocks blocks, int block) {
    int from = gather(blocks, block);
    out.add(code.bytes(), from, code.length());
  }

  /** Writes a block as fenced code, each line after a prefix; the first line's is there already. */
  void fenced(Blocks blocks, int block, Buffer prefix) {
    int from = gather(blocks, block);
    String language = CodeLanguage.of(blocks.tree(), blocks.element(block));
    int fence = Math.max(3, code.longestRun('`', from) + 1);
    out.repeat('`', fence);
    out.add(language);
    newLine(prefix);
    int line = from;
    for (int i = from; i < code.length(); i++) {
      if (code.at(i) == '\n') {
        out.add(code.bytes(), line, i);
        newLine(prefix);
        line = i + 1;
      }
    }
    out.add(code.bytes(), line, code.length());
    newLine(prefix);
    out.repeat('`', fence);
  }

  private void newLine(Buffer prefix) {
    if (prefix.length() > 0 && out.length() > 0 && out.last() == ' ') {
      out.trimSpaces(0);
    }
    out.add('\n');
    out.add(prefix.bytes(), 0, prefix.length());
  }

  /**
   * Puts the block's text into {@link #code}; gives where its first line that is not blank begins.
   */
  private int gather(Blocks blocks, int block) {
    code.clear();
    for (int leaf = blocks.firstLeaf(block); leaf < blocks.endLeaf(block); leaf++) {
      int start = blocks.leafStart(leaf);
      int end = blocks.leafEnd(leaf);
      switch (blocks.leafKind(leaf)) {
        case Leaf.TEXT -> Spaces.copyVerbatim(blocks.tree().source(), start, end, code);
        case Leaf.DECODED -> Spaces.copyVerbatim(blocks.side(), start, end, code);
        case Leaf.BREAK -> code.add('\n');
        case Leaf.GAP -> code.add(' ');
        case Leaf.FORMULA, Leaf.DISPLAY -> {
          code.add('$');
          code.add(blocks.side(), start, end);
          code.add('$');
        }
        default -> {}
      }
    }
    code.trim(0);
    int from = 0;
    for (int i = 0; i < code.length() && code.at(i) <= ' ' && code.at(i) >= 0; i++) {
      from = code.at(i) == '\n' ? i + 1 : from;
    }
    return from;
  }
}
