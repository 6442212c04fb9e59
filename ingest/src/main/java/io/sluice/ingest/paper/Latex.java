package io.sluice.ingest.paper;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * LaTeX source as text: comments gone, the author's own macros expanded, sections as {@code #}
 * headings, lists as {@code - } lines, tables as rows, figures as their captions, formulas kept as
 * {@code $…$} and {@code $$…$$} with their environments, verbatim text kept as it is; citations,
 * labels and bibliography left out. It reads what people write, not all that TeX allows, and ends
 * in a time bounded by its input for any input.
 */
public final class Latex {
  private static final Pattern BODY = Pattern.compile("\\\\begin\\s*\\{document\\}");
  private static final Pattern BODY_END = Pattern.compile("\\\\end\\s*\\{document\\}");

  private Latex() {}

  /**
   * The text of a document; the whole source is taken where there is no document environment.
   *
   * @param source the main file
   * @param resolver the content of another file of the same item by the name that the source gives
   *     ({@code \input{name}}), or null where there is none
   */
  public static PaperText read(String source, UnaryOperator<String> resolver) {
    TexExpander expander = new TexExpander(resolver, source.length());
    String expanded = expander.expand(source.replace("\r\n", "\n").replace('\r', '\n'));
    String body = expanded;
    String preamble = "";
    Matcher start = BODY.matcher(expanded);
    if (start.find()) {
      preamble = expanded.substring(0, start.start());
      body = expanded.substring(start.end());
    }
    Matcher end = BODY_END.matcher(body);
    if (end.find()) {
      body = body.substring(0, end.start());
    }
    TexWriter writer = new TexWriter(body, expander.theorems());
    String text = writer.write();
    String title = writer.title();
    if (title.isEmpty()) {
      TexWriter before = new TexWriter(preamble, expander.theorems());
      before.write();
      title = before.title();
    }
    return new PaperText(title, text);
  }
}
