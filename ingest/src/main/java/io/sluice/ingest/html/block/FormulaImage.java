package io.sluice.ingest.html.block;

import io.sluice.ingest.html.tree.Attr;
import io.sluice.ingest.html.tree.HtmlTree;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the TeX of images of formulas: in their alternative text, or in their address. */
final class FormulaImage {
  private static final int LONGEST = 5000;

  private static final Pattern CLASS =
      Pattern.compile(
          "(?:^|[\\s_-])(?:tex|latex|math|mathjax|mathtex|mimetex|equation|formula|eq)(?:$|[\\s_-])");

  /** Programs that render the formula in their query string. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:\\b(?:latex|mathtex|mimetex)(?:\\.(?:php|cgi|fcgi|ashx|aspx))?"
              + "|\\b(?:gif|png|svg|pdf|jpg)\\.(?:latex|image|download)"
              + "|\\bmath(?:ml|tex|image)?/render(?:/(?:svg|png))?)"
              + "\\?(?:(?:latex|tex|formula|eq|math|f|q)=)?([^\"<>]+)"
              + "|[?&](?:tex|latex|formula|equation)=([^&\"<>]+)"
              + "|[?&]cht=tx[^\"<>]*?&chl=([^&\"<>]+)"
              + "|[?&]chl=([^&\"<>]+)[^\"<>]*&cht=tx");

  private static final byte[] MARK = {'t', 'e', 'x'};
  private static final byte[] CHART = {'c', 'h', 't', '=', 't', 'x'};
  private static final byte[] IMAGE = {'.', 'i', 'm', 'a', 'g', 'e', '?'};

  private FormulaImage() {}

  /** The TeX of an image as the page has it, or null where the image shows something else. */
  static String tex(HtmlTree tree, int image) {
    int alt = tree.attribute(image, Attr.ALT);
    String text = alt == HtmlTree.NONE || tooLong(tree, alt) ? "" : tree.value(alt).strip();
    if (!text.isEmpty()) {
      boolean delimited =
          (text.length() > 2 && text.startsWith("$") && text.endsWith("$"))
              || (text.startsWith("\\(") && text.endsWith("\\)"))
              || (text.startsWith("\\[") && text.endsWith("\\]"));
      if (delimited || (text.indexOf('\\') >= 0 && Tex.isLikely(text)) || isNamed(tree, image)) {
        return text;
      }
    }
    for (int name : new int[] {Attr.SRC, Attr.DATA_SRC, Attr.DATA_ORIGINAL}) {
      int address = tree.attribute(image, name);
      if (address != HtmlTree.NONE && !tooLong(tree, address) && isPromising(tree, address)) {
        String found = ofAddress(tree.value(address));
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static boolean tooLong(HtmlTree tree, int value) {
    return tree.valueEnd(value) - tree.valueStart(value) > LONGEST;
  }

  private static boolean isNamed(HtmlTree tree, int image) {
    String names = tree.value(image, Attr.CLASS);
    return names != null && CLASS.matcher(names.toLowerCase(Locale.ROOT)).find();
  }

  private static boolean isPromising(HtmlTree tree, int value) {
    return contains(tree, value, MARK)
        || contains(tree, value, CHART)
        || contains(tree, value, IMAGE);
  }

  private static boolean contains(HtmlTree tree, int value, byte[] word) {
    byte[] source = tree.source();
    int end = tree.valueEnd(value) - word.length;
    for (int i = tree.valueStart(value); i <= end; i++) {
      int matched = 0;
      while (matched < word.length && source[i + matched] == word[matched]) {
        matched++;
      }
      if (matched == word.length) {
        return true;
      }
    }
    return false;
  }

  private static String ofAddress(String address) {
    Matcher matcher = ADDRESS.matcher(address);
    if (!matcher.find()) {
      return null;
    }
    String found = null;
    for (int group = 1; group <= matcher.groupCount() && found == null; group++) {
      found = matcher.group(group);
    }
    if (found == null) {
      return null;
    }
    if (matcher.group(1) != null && address.contains("latex.php")) {
      // options of the program follow
      int more = found.indexOf('&');
      found = more < 0 ? found : found.substring(0, more);
    }
    try {
      return URLDecoder.decode(found, StandardCharsets.UTF_8).strip();
    } catch (IllegalArgumentException e) {
      return found.strip();
    }
  }
}
