package io.sluice.codecorpus.repo;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The written form of several files in one text, version 1:
 *
 * <pre>
 * &lt;file path/of/the/first.py&gt;
 * its text, ending in a line end
 * &lt;file path/of/the/second.py&gt;
 * …
 * </pre>
 *
 * A header is a line of its own: {@code <file }, the path, {@code >}. In the path, control
 * characters, {@code <}, {@code >} and {@code %} are written as {@code %} and two hexadecimal
 * digits for each UTF-8 byte, so that a header is always one line. It is no code in any of the
 * languages, and not a special token either: a tokenizer reads it as text.
 */
public final class RepoText {
  /** Version of the form, in the metadata of every repository document. */
  public static final String VERSION = "1";

  private RepoText() {}

  /** The header line of a file, with its line end. */
  public static String header(String path) {
    StringBuilder line = new StringBuilder("<file ");
    path.codePoints()
        .forEach(
            c -> {
              if (c < 0x20 || c == '<' || c == '>' || c == '%' || isBreak(c)) {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                  line.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
                }
              } else {
                line.appendCodePoint(c);
              }
            });
    return line.append(">\n").toString();
  }

  /** Other characters at which something may break a line. */
  private static boolean isBreak(int c) {
    return (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029;
  }

  /** UTF-16 units that {@link #append} writes. */
  static int length(String path, String text) {
    return header(path).length() + text.length() + (text.endsWith("\n") ? 0 : 1);
  }

  /** Writes one file. */
  static void append(StringBuilder out, String path, String text) {
    out.append(header(path)).append(text);
    if (!text.endsWith("\n")) {
      out.append('\n');
    }
  }
}
