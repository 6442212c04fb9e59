package io.sluice.ingest.model;

import java.util.Objects;

/**
 * One turn of a dialogue or trajectory.
 *
 * @param role who wrote it
 * @param text what was written
 * @param loss whether its tokens carry loss: only what the model wrote does
 */
public record Segment(Role role, String text, boolean loss) {
  public Segment {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(text, "text");
  }
}
