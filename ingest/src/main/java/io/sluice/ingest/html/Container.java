package io.sluice.ingest.html;

/**
 * An element that can hold blocks: a run of the page's blocks, from {@code first} to {@code end}.
 */
final class Container {
  final Cues.Cue cue;

  /** Whether it can be the main one: a paragraph or a list item alone is not. */
  final boolean holder;

  final int first;
  int end;

  Container(Cues.Cue cue, boolean holder, int first) {
    this.cue = cue;
    this.holder = holder;
    this.first = first;
  }
}
