package io.sluice.ingest.html.block;

import io.sluice.ingest.html.tree.Attr;
import io.sluice.ingest.html.tree.HtmlTree;
import io.sluice.ingest.html.tree.Tag;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Formulas of a page as TeX: MathJax scripts, MathML with TeX annotations, images with alt text.
 */
final class Formulas {
  private static final Pattern TEX =
      Pattern.compile("\\\\[A-Za-z]{2,}|[\\^_]\\{|[\\^_][A-Za-z0-9]");
  private static final Pattern IMAGE_CLASS =
      Pattern.compile("(?:^|[\\s_-])(?:tex|latex|math|mathjax|equation|formula)(?:$|[\\s_-])");
  private static final int LONGEST = 5000;

  private boolean display;

  /** Whether the formula found last stands by itself. */
  boolean display() {
    return display;
  }

  /** The TeX of a script, without delimiters; null where it holds none. */
  String ofScript(HtmlTree tree, int script) {
    String type = tree.value(script, Attr.TYPE);
    if (type == null) {
      return null;
    }
    type = type.strip().toLowerCase(Locale.ROOT);
    if (!type.startsWith("math/tex")) {
      return null;
    }
    return bare(text(tree, script), type.contains("mode=display"));
  }

  /** The TeX of a {@code math} element: its annotation or alttext, else its plain text. */
  String ofMath(HtmlTree tree, int math) {
    boolean block = "block".equalsIgnoreCase(tree.value(math, Attr.DISPLAY));
    for (int node = math; node != HtmlTree.NONE; node = tree.next(node, math)) {
      if (tree.tag(node) == Tag.ANNOTATION) {
        String encoding = tree.value(node, Attr.ENCODING);
        if (encoding != null && encoding.toLowerCase(Locale.ROOT).contains("tex")) {
          return bare(text(tree, node), block);
        }
      }
    }
    String alternative = tree.value(math, Attr.ALTTEXT);
    return bare(
        alternative == null || alternative.isBlank() ? text(tree, math) : alternative, block);
  }

  /** The TeX of an image of a formula, or null where the image shows something else. */
  String ofImage(HtmlTree tree, int image) {
    String alt = tree.value(image, Attr.ALT);
    if (alt == null || alt.isBlank() || alt.length() > LONGEST) {
      return null;
    }
    String names = tree.value(image, Attr.CLASS);
    boolean told = names != null && IMAGE_CLASS.matcher(names.toLowerCase(Locale.ROOT)).find();
    boolean command = alt.indexOf('\\') >= 0 && TEX.matcher(alt).find();
    return told || command ? bare(alt, false) : null;
  }

  private static String text(HtmlTree tree, int root) {
    StringBuilder text = new StringBuilder();
    for (int node = root; node != HtmlTree.NONE; node = tree.next(node, root)) {
      if (tree.tag(node) == Tag.TEXT) {
        text.append(tree.text(node));
      }
    }
    return text.toString();
  }

  /** TeX without the delimiters and the display style it came with. */
  private String bare(String source, boolean block) {
    String tex = source.replaceAll("\\s+", " ").strip();
    display = block;
    if (tex.startsWith("<![CDATA[") && tex.endsWith("]]>")) {
      tex = tex.substring(9, tex.length() - 3).strip();
    }
    if (tex.startsWith("%")) {
      tex = tex.replaceFirst("^(?:% ?)+", "");
    }
    if (tex.length() >= 4 && tex.startsWith("$$") && tex.endsWith("$$")) {
      tex = tex.substring(2, tex.length() - 2).strip();
      display = true;
    } else if (tex.length() >= 2 && tex.startsWith("$") && tex.endsWith("$")) {
      tex = tex.substring(1, tex.length() - 1).strip();
    } else if (tex.startsWith("\\(") && tex.endsWith("\\)")) {
      tex = tex.substring(2, tex.length() - 2).strip();
    } else if (tex.startsWith("\\[") && tex.endsWith("\\]")) {
      tex = tex.substring(2, tex.length() - 2).strip();
      display = true;
    }
    if (tex.startsWith("{\\displaystyle") && tex.endsWith("}")) {
      tex = tex.substring(14, tex.length() - 1).strip();
    }
    return tex;
  }
}
