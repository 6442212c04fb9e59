package io.sluice.ingest.math;

import io.sluice.ingest.html.tree.Attr;
import io.sluice.ingest.html.tree.HtmlTree;
import io.sluice.ingest.html.tree.Tag;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Formulas in MathML as LaTeX: what the author wrote where it is there (an annotation in TeX, an
 * {@code alttext} that is TeX), else converted from presentation MathML, else from content MathML.
 */
public final class MathMl {
  private static final Pattern TEX = Pattern.compile("\\\\[A-Za-z]+|[\\^_][{A-Za-z0-9\\\\]");
  private static final Pattern STYLE =
      Pattern.compile("^\\\\(?:displaystyle|textstyle|scriptstyle)\\b\\s*");

  private MathMl() {}

  /**
   * The LaTeX of a {@code math} element, without delimiters and on one line; empty where it shows
   * nothing. Takes time linear in the element's size, whatever its depth.
   */
  public static String toLatex(HtmlTree tree, int math) {
    String annotated = annotation(tree, math);
    if (annotated != null) {
      return annotated;
    }
    String alternative = tree.value(math, Attr.ALTTEXT);
    if (alternative != null && TEX.matcher(alternative).find()) {
      return source(alternative);
    }
    TexBuffer out = new TexBuffer();
    int content = content(tree, math);
    if (content == HtmlTree.NONE) {
      new Presentation(tree, out).write(math);
    } else {
      new Content(tree, out).write(content);
    }
    String converted = out.toString().strip();
    return converted.isEmpty() && alternative != null ? source(alternative) : converted;
  }

  /** Whether the formula is set on lines of its own. */
  public static boolean display(HtmlTree tree, int math) {
    String display = tree.value(math, Attr.DISPLAY);
    String mode = tree.value(math, Attr.MODE);
    return "block".equalsIgnoreCase(display) || (display == null && "display".equals(mode));
  }

  /** TeX as an author wrote it, without delimiters, comments' signs and the style around it. */
  public static String source(String written) {
    String tex = Elements.collapse(written);
    tex = strip(tex, "<![CDATA[", "]]>");
    while (tex.startsWith("%")) {
      tex = tex.substring(1).strip();
    }
    for (String[] pair :
        new String[][] {{"$$", "$$"}, {"$", "$"}, {"\\(", "\\)"}, {"\\[", "\\]"}}) {
      tex = strip(tex, pair[0], pair[1]);
    }
    if (tex.startsWith("{") && closing(tex) == tex.length() - 1) {
      String inner = tex.substring(1, tex.length() - 1).strip();
      String bare = STYLE.matcher(inner).replaceFirst("");
      if (bare.length() < inner.length()) {
        return source(bare);
      }
    }
    return tex;
  }

  private static String strip(String text, String open, String close) {
    return text.length() >= open.length() + close.length()
            && text.startsWith(open)
            && text.endsWith(close)
            && !text.endsWith("\\" + close)
        ? text.substring(open.length(), text.length() - close.length()).strip()
        : text;
  }

  /** The place of the brace that closes the first one; -1 for none. */
  private static int closing(String tex) {
    int depth = 0;
    for (int i = 0; i < tex.length(); i++) {
      char c = tex.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static String annotation(HtmlTree tree, int math) {
    for (int at = math; at != HtmlTree.NONE; at = tree.next(at, math)) {
      if (tree.tag(at) == Tag.ANNOTATION) {
        String encoding = tree.value(at, Attr.ENCODING);
        String kind = encoding == null ? "" : encoding.toLowerCase(Locale.ROOT);
        if (kind.contains("tex")) {
          String tex = source(new Elements(tree).text(at));
          if (!tex.isEmpty()) {
            return tex;
          }
        }
      }
    }
    return null;
  }

  /** Content MathML to convert, where there is no presentation MathML; else NONE. */
  private static int content(HtmlTree tree, int math) {
    int found = HtmlTree.NONE;
    int at = math;
    while (at != HtmlTree.NONE) {
      int tag = tree.tag(at);
      if (tag == Tag.ANNOTATION_XML) {
        String encoding = tree.value(at, Attr.ENCODING);
        boolean content = encoding != null && encoding.toLowerCase(Locale.ROOT).contains("content");
        found = content && found == HtmlTree.NONE ? at : found;
        at = tree.after(at, math);
      } else if (Content.marks(tag)) {
        return math;
      } else if (shows(tag)) {
        return HtmlTree.NONE;
      } else {
        at = tree.next(at, math);
      }
    }
    return found;
  }

  private static boolean shows(int tag) {
    return tag == Tag.MI || tag == Tag.MN || tag == Tag.MO || tag == Tag.MTEXT || tag == Tag.MS;
  }
}
