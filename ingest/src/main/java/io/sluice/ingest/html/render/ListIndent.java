package io.sluice.ingest.html.render;

import io.sluice.ingest.html.block.Blocks;
import io.sluice.ingest.html.block.Kind;

/** How far the blocks of nested lists are indented in Markdown: to the text of the item around. */
final class ListIndent {
  private static final int DEEPEST = 16;

  // by depth: where the text of the item written last begins, and in which group it stands
  private final int[] columns = new int[DEEPEST + 1];
  private final int[] groups = new int[DEEPEST + 1];
  private int group;

  void begin() {
    java.util.Arrays.fill(groups, 0);
    group = 0;
  }

  /** The column at which a block begins. */
  int column(Blocks blocks, int block) {
    int depth = Math.min(blocks.depth(block), DEEPEST);
    if (depth == 0) {
      group = 0;
      return 0;
    }
    boolean item = blocks.kind(block) == Kind.ITEM;
    if (blocks.group(block) != 0) {
      group = blocks.group(block);
    }
    for (int around = item ? depth - 1 : depth; around > 0; around--) {
      if (groups[around] == group && group != 0) {
        return columns[around];
      }
    }
    return 0;
  }

  /** Says where the text of an item begins. */
  void open(Blocks blocks, int block, int column) {
    int depth = Math.min(Math.max(blocks.depth(block), 1), DEEPEST);
    columns[depth] = column;
    groups[depth] = blocks.group(block);
    for (int below = depth + 1; below <= DEEPEST; below++) {
      groups[below] = 0;
    }
  }
}
