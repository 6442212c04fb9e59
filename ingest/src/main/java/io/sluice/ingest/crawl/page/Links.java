package io.sluice.ingest.crawl.page;

import io.sluice.ingest.charset.PageCharset;
import io.sluice.ingest.charset.Utf8Page;
import io.sluice.ingest.crawl.robots.Directives;
import io.sluice.ingest.html.tree.Attr;
import io.sluice.ingest.html.tree.HtmlParser;
import io.sluice.ingest.html.tree.HtmlTree;
import io.sluice.ingest.html.tree.Tag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * What a page links to.
 *
 * @param base what relative links start from, as written in the page's base element; the page's own
 *     address where it has none
 * @param hrefs links to follow, as written, in the page's order and without repetitions
 * @param nofollow links that are marked not to be followed
 * @param canonical the canonical address, as written, or null
 */
public record Links(String base, List<String> hrefs, int nofollow, String canonical) {
  private static final Pattern REFRESH =
      Pattern.compile(
          "\\s*[0-9.]*\\s*[;,]?\\s*url\\s*=\\s*['\"]?([^'\"]*)['\"]?.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  public Links {
    hrefs = List.copyOf(hrefs);
  }

  /**
   * Reads a page.
   *
   * @param body decoded bytes
   * @param charset what the header says, or null
   * @param directives gets the page's meta directives
   */
  public static Links read(byte[] body, String charset, String url, Directives directives) {
    Utf8Page page = PageCharset.toUtf8(body, body.length, charset);
    HtmlTree tree = new HtmlParser().parse(page.bytes(), page.start(), page.end());
    Set<String> hrefs = new LinkedHashSet<>();
    String base = null;
    String canonical = null;
    int nofollow = 0;
    for (int node = HtmlTree.DOCUMENT; node != HtmlTree.NONE; node = tree.next(node, 0)) {
      switch (tree.tag(node)) {
        case Tag.BASE -> base = base == null ? tree.value(node, Attr.HREF) : base;
        case Tag.META -> meta(tree, node, directives, hrefs);
        case Tag.LINK -> {
          String href = tree.value(node, Attr.HREF);
          List<String> rel = rel(tree, node);
          boolean is = rel.contains("canonical") && href != null;
          canonical = is && canonical == null ? href : canonical;
          boolean translation =
              rel.contains("alternate") && tree.attribute(node, Attr.HREFLANG) != HtmlTree.NONE;
          if (is || translation || rel.contains("next") || rel.contains("prev")) {
            add(hrefs, href);
          }
        }
        case Tag.A, Tag.AREA -> {
          String href = tree.value(node, Attr.HREF);
          if (href != null && rel(tree, node).contains("nofollow")) {
            nofollow++;
          } else {
            add(hrefs, href);
          }
        }
        case Tag.FRAME, Tag.IFRAME -> add(hrefs, tree.value(node, Attr.SRC));
        default -> {}
      }
    }
    if (directives.nofollow()) {
      nofollow += hrefs.size();
      hrefs.clear();
    }
    return new Links(absolute(url, base), new ArrayList<>(hrefs), nofollow, canonical);
  }

  private static void meta(HtmlTree tree, int node, Directives directives, Set<String> hrefs) {
    String content = tree.value(node, Attr.CONTENT);
    String name = tree.value(node, Attr.NAME);
    if (content == null) {
      return;
    }
    if (name != null) {
      directives.meta(name, content);
    }
    if ("refresh".equalsIgnoreCase(tree.value(node, Attr.HTTP_EQUIV))) {
      Matcher refresh = REFRESH.matcher(content);
      if (refresh.matches()) {
        hrefs.add(refresh.group(1));
      }
    }
  }

  private static void add(Set<String> hrefs, String href) {
    if (href != null) {
      hrefs.add(href);
    }
  }

  private static String absolute(String url, String base) {
    HttpUrl page = HttpUrl.parse(url);
    HttpUrl absolute = page == null || base == null ? null : page.resolve(base);
    return absolute == null ? url : absolute.toString();
  }

  private static List<String> rel(HtmlTree tree, int node) {
    String rel = tree.value(node, Attr.REL);
    return rel == null
        ? List.of()
        : List.of(rel.strip().toLowerCase(Locale.ROOT).split("\\s+", -1));
  }
}
