package io.sluice.filters.quality;

import java.util.Objects;

/**
 * A text that was marked.
 *
 * @param text the text
 * @param high true where it is of high quality
 * @param group the document that the text was taken from: texts of one group are held out of
 *     training together or not at all
 */
public record LabelledText(String text, boolean high, String group) {
  public LabelledText {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(group, "group");
  }
}
