package io.sluice.ingest.paper;

import java.text.Normalizer;

/** Text being written, with white space collapsed; nothing is written while it is hidden. */
final class TextOutput {
  private final StringBuilder text = new StringBuilder();
  private boolean hidden;

  boolean isHidden() {
    return hidden;
  }

  /** Turns writing off or on. */
  void hide(boolean off) {
    hidden = off;
  }

  void append(char c) {
    if (!hidden) {
      text.append(c);
    }
  }

  void append(String more) {
    if (!hidden) {
      if (more.startsWith("\n")) {
        trim();
      }
      text.append(more);
    }
  }

  void trim() {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    text.setLength(end);
  }

  void space() {
    if (!hidden && text.length() > 0 && text.charAt(text.length() - 1) > ' ') {
      text.append(' ');
    }
  }

  void paragraph() {
    append("\n\n");
  }

  /** A cell border. */
  void cell() {
    if (!hidden) {
      trim();
      text.append(" | ");
    }
  }

  /** The text: composed characters, tidy lines. */
  String finish() {
    return PlainText.tidy(Normalizer.normalize(text, Normalizer.Form.NFC));
  }
}
