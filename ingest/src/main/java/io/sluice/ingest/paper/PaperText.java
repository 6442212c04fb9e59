package io.sluice.ingest.paper;

import java.util.Objects;

/**
 * The text of a paper or a book.
 *
 * @param title its title; empty where none was found
 * @param text blocks separated by a blank line, Unix line ends; empty where there is no body
 */
public record PaperText(String title, String text) {
  public PaperText {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(text, "text");
  }
}
