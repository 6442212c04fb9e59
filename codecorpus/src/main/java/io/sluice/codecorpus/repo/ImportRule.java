package io.sluice.codecorpus.repo;

import java.util.function.IntConsumer;

/** What a file of one family of languages imports from its own repository. */
interface ImportRule {
  /**
   * Calls {@code found} with each imported file, in any order, repeats and -1 allowed.
   *
   * @param path the importing file
   * @param text its text
   */
  void find(String path, String text, PathIndex index, IntConsumer found);
}
