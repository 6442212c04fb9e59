package io.sluice.ingest.html.render;

import io.sluice.ingest.html.tree.Attr;
import io.sluice.ingest.html.tree.HtmlTree;
import io.sluice.ingest.html.tree.Tag;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the language that a page names for its code. */
final class CodeLanguage {
  private static final int AROUND = 4;

  private static final Pattern NAMED =
      Pattern.compile(
          "(?:^|\\s)(?:language|lang|highlight-source|highlight-text|sourcecode-language|brush)"
              + "[-:]\\s*([a-z0-9+#_.-]+)");
  private static final Pattern OF_SPHINX = Pattern.compile("(?:^|\\s)highlight-([a-z0-9+#]+)");
  private static final Pattern OF_HEXO =
      Pattern.compile("(?:^|\\s)highlight\\s+([a-z0-9+#]+)\\s*$");
  private static final Pattern OF_PANDOC = Pattern.compile("(?:^|\\s)sourceCode\\s+([a-z0-9+#]+)");

  private CodeLanguage() {}

  /** The language of a preformatted element in lower case; empty where none is named. */
  static String of(HtmlTree tree, int element) {
    int child = tree.firstChild(element);
    while (child != HtmlTree.NONE && tree.tag(child) == Tag.TEXT) {
      child = tree.nextSibling(child);
    }
    String found = child != HtmlTree.NONE && tree.tag(child) == Tag.CODE ? named(tree, child) : "";
    int node = element;
    for (int i = 0; i < AROUND && found.isEmpty() && node > HtmlTree.DOCUMENT; i++) {
      if (tree.tag(node) == Tag.BODY || tree.tag(node) == Tag.ARTICLE) {
        break;
      }
      found = named(tree, node);
      node = tree.parent(node);
    }
    return found;
  }

  private static String named(HtmlTree tree, int node) {
    if (!tree.hasAttributes(node)) {
      return "";
    }
    for (int attribute : new int[] {Attr.DATA_LANG, Attr.DATA_LANGUAGE}) {
      String value = tree.value(node, attribute);
      if (value != null && value.matches("[A-Za-z0-9+#_.-]{1,30}")) {
        return plain(value.toLowerCase(Locale.ROOT));
      }
    }
    String names = tree.value(node, Attr.CLASS);
    if (names == null) {
      return "";
    }
    for (Pattern pattern : new Pattern[] {NAMED, OF_HEXO, OF_PANDOC, OF_SPHINX}) {
      Matcher matcher =
          pattern.matcher(
              pattern == OF_PANDOC ? names.strip() : names.strip().toLowerCase(Locale.ROOT));
      if (matcher.find()) {
        return plain(matcher.group(1));
      }
    }
    return "";
  }

  /** A name that says nothing is none. */
  private static String plain(String name) {
    return switch (name) {
      case "plaintext",
          "text",
          "plain",
          "none",
          "default",
          "nohighlight",
          "notranslate",
          "txt",
          "undefined",
          "unknown",
          "auto" ->
          "";
      default -> name.length() > 30 ? "" : name;
    };
  }
}
