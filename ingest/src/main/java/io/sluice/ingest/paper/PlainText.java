package io.sluice.ingest.paper;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A plain text book: Project Gutenberg's licence before and after the book left out where its
 * markers are there, line ends made Unix, spaces at line ends and runs of blank lines taken away.
 */
public final class PlainText {
  /** A heading is no longer than this. */
  private static final int HEADING = 120;

  private static final Pattern START =
      Pattern.compile("(?im)^\\s*\\*\\*\\* ?START OF (?:THE|THIS) PROJECT GUTENBERG[^\\n]*\\n");

  private static final Pattern END =
      Pattern.compile(
          "(?im)^\\s*(?:\\*\\*\\* ?END OF (?:THE|THIS) PROJECT GUTENBERG"
              + "|END OF (?:THE )?PROJECT GUTENBERG)");

  private static final Pattern TITLE = Pattern.compile("(?im)^Title:[ \\t]*(\\S[^\\n]*)");

  private PlainText() {}

  /**
   * The book in a text.
   *
   * @param source the file's text
   * @return title (a {@code Title:} line before the start marker, else the first line where it is
   *     short and no sentence) and text
   */
  public static PaperText read(String source) {
    String text = source.startsWith("\ufeff") ? source.substring(1) : source;
    text = text.replace("\r\n", "\n").replace('\r', '\n').replace("\u0000", "");
    String title = "";
    Matcher start = START.matcher(text);
    if (start.find()) {
      Matcher named = TITLE.matcher(text.substring(0, start.start()));
      title = named.find() ? named.group(1).strip() : "";
      text = text.substring(start.end());
    }
    Matcher end = END.matcher(text);
    if (end.find()) {
      text = text.substring(0, end.start());
    }
    text = tidy(text);
    return new PaperText(title.isEmpty() ? firstHeading(text) : title, text);
  }

  /** Lines without spaces at their ends, at most one blank line on end, none at either end. */
  static String tidy(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int blank = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      String kept = line.stripTrailing();
      if (kept.isEmpty()) {
        blank++;
        continue;
      }
      if (out.length() > 0) {
        out.append(blank > 0 ? "\n\n" : "\n");
      }
      out.append(kept);
      blank = 0;
    }
    return out.toString();
  }

  private static String firstHeading(String text) {
    List<String> first = text.lines().limit(1).toList();
    if (first.isEmpty()) {
      return "";
    }
    String line = first.get(0).replaceFirst("^#+\\s*", "").strip();
    boolean sentence = line.matches(".*[.,;:。，；：]");
    return line.length() <= HEADING && !sentence ? line : "";
  }
}
