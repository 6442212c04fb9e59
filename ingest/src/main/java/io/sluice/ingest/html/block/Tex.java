package io.sluice.ingest.html.block;

import java.util.regex.Pattern;

/** TeX as pages hold it: with delimiters, comments, commands that only set the style. */
final class Tex {
  private static final Pattern LIKELY =
      Pattern.compile("\\\\[A-Za-z]{2,}|[\\^_]\\{|[\\^_][A-Za-z0-9\\\\]");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern COMMENT = Pattern.compile("(?<!\\\\)%[^\\n]*\\n");
  private static final String[][] INLINE = {{"\\(", "\\)"}, {"$", "$"}, {"`", "`"}};
  private static final String[][] DISPLAYED = {
    {"$$", "$$"},
    {"\\[", "\\]"},
    {"\\begin{displaymath}", "\\end{displaymath}"},
    {"\\begin{equation}", "\\end{equation}"},
    {"\\begin{equation*}", "\\end{equation*}"}
  };

  private Tex() {}

  /** The formula, in one line and without delimiters; and whether it stands by itself. */
  record Formula(String tex, boolean display) {}

  /** Whether text is TeX by its commands, powers or indices. */
  static boolean isLikely(String text) {
    return LIKELY.matcher(text).find();
  }

  /** Whether text has delimiters of formulas in it. */
  static boolean isDelimited(String text) {
    return text.indexOf('$') >= 0 || text.contains("\\(") || text.contains("\\[");
  }

  /** TeX without the delimiters and the display style that it came with. */
  static Formula bare(String source, boolean display) {
    String tex = source.indexOf('%') >= 0 ? uncommented(source) : source.strip();
    tex = SPACES.matcher(tex).replaceAll(" ").strip();
    while (tex.startsWith("%")) {
      tex = tex.substring(1).strip();
    }
    boolean block = display;
    for (String[] pair : DISPLAYED) {
      if (isWithin(tex, pair)) {
        tex = inner(tex, pair);
        block = true;
      }
    }
    for (String[] pair : INLINE) {
      if (isWithin(tex, pair)) {
        tex = inner(tex, pair);
      }
    }
    if (tex.startsWith("{\\displaystyle") && closes(tex)) {
      tex = tex.substring(14, tex.length() - 1).strip();
    } else if (tex.startsWith("{\\textstyle") && closes(tex)) {
      tex = tex.substring(11, tex.length() - 1).strip();
    } else if (block && tex.startsWith("\\displaystyle ")) {
      tex = tex.substring(14).strip();
    }
    return new Formula(tex, block);
  }

  /** TeX without comments, and without the sections that scripts of XHTML put it in. */
  private static String uncommented(String source) {
    String tex = source.indexOf('\n') >= 0 ? COMMENT.matcher(source).replaceAll("\n") : source;
    tex = tex.replace("<![CDATA[", " ").strip();
    if (tex.endsWith("]]>")) {
      tex = tex.substring(0, tex.length() - 3).strip();
      tex = tex.endsWith("%") ? tex.substring(0, tex.length() - 1).strip() : tex;
    }
    return tex;
  }

  private static boolean isWithin(String tex, String[] pair) {
    return tex.length() > pair[0].length() + pair[1].length()
        && tex.startsWith(pair[0])
        && tex.endsWith(pair[1])
        && tex.indexOf(pair[1], pair[0].length()) == tex.length() - pair[1].length();
  }

  private static String inner(String tex, String[] pair) {
    return tex.substring(pair[0].length(), tex.length() - pair[1].length()).strip();
  }

  /** Whether the brace that opens the text is closed by its last character. */
  private static boolean closes(String tex) {
    int depth = 0;
    for (int i = 0; i < tex.length(); i++) {
      char c = tex.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i == tex.length() - 1;
      }
    }
    return false;
  }
}
