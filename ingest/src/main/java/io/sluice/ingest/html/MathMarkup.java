package io.sluice.ingest.html;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Formulas of a page as TeX: MathJax scripts, MathML with TeX annotations, images with alt text.
 */
final class MathMarkup {
  private static final Pattern TEX =
      Pattern.compile("\\\\[A-Za-z]{2,}|[\\^_]\\{|[\\^_][A-Za-z0-9]");
  private static final Pattern IMAGE_CLASS =
      Pattern.compile("(?:^|[\\s_-])(?:tex|latex|math|mathjax|equation|formula)(?:$|[\\s_-])");

  private MathMarkup() {}

  /** A script that holds TeX: {@code $…$}, {@code $$…$$} for display mode; null for any other. */
  static String ofScript(Element script) {
    String type = script.attr("type").strip().toLowerCase(Locale.ROOT);
    if (!type.startsWith("math/tex")) {
      return null;
    }
    return dollars(script.data(), type.contains("mode=display"));
  }

  /** A {@code math} element; its TeX annotation or alttext, else its plain text. */
  static String ofMath(Element math) {
    boolean display = math.attr("display").equalsIgnoreCase("block");
    for (Element part : math.getElementsByTag("annotation")) {
      if (part.attr("encoding").toLowerCase(Locale.ROOT).contains("tex")) {
        return dollars(part.wholeText(), display);
      }
    }
    String alternative = math.attr("alttext");
    if (!alternative.isBlank()) {
      return dollars(alternative, display);
    }
    String plain = math.text().strip();
    return plain.isEmpty() ? "" : plain;
  }

  /** The TeX of an image of a formula, or null where the image shows something else. */
  static String ofImage(Element image) {
    String alt = image.attr("alt").strip();
    if (alt.isEmpty() || alt.length() > 5000) {
      return null;
    }
    boolean told = IMAGE_CLASS.matcher(image.className().toLowerCase(Locale.ROOT)).find();
    boolean command = alt.indexOf('\\') >= 0 && TEX.matcher(alt).find();
    if (!told && !command) {
      return null;
    }
    return dollars(alt, false);
  }

  /** TeX between dollars, without the delimiters and the display style it came with. */
  private static String dollars(String source, boolean display) {
    String tex = source.replaceAll("\\s+", " ").strip();
    if (tex.startsWith("<![CDATA[") && tex.endsWith("]]>")) {
      tex = tex.substring(9, tex.length() - 3).strip();
    }
    if (tex.startsWith("%")) {
      tex = tex.replaceFirst("^(?:% ?)+", "");
    }
    boolean block = display;
    if (tex.length() >= 4 && tex.startsWith("$$") && tex.endsWith("$$")) {
      tex = tex.substring(2, tex.length() - 2).strip();
      block = true;
    } else if (tex.length() >= 2 && tex.startsWith("$") && tex.endsWith("$")) {
      tex = tex.substring(1, tex.length() - 1).strip();
    } else if (tex.startsWith("\\(") && tex.endsWith("\\)")) {
      tex = tex.substring(2, tex.length() - 2).strip();
    } else if (tex.startsWith("\\[") && tex.endsWith("\\]")) {
      tex = tex.substring(2, tex.length() - 2).strip();
      block = true;
    }
    if (tex.startsWith("{\\displaystyle") && tex.endsWith("}")) {
      tex = tex.substring(14, tex.length() - 1).strip();
    }
    if (tex.isEmpty()) {
      return "";
    }
    return block ? "$$" + tex + "$$" : "$" + tex + "$";
  }
}
