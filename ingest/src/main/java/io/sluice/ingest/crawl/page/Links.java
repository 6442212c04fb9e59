package io.sluice.ingest.crawl.page;

import io.sluice.ingest.crawl.robots.Directives;
import io.sluice.ingest.html.HtmlCharset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

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
    Document page = Jsoup.parse(HtmlCharset.decode(body, charset), url);
    Element baseElement = page.selectFirst("base[href]");
    String base = baseElement == null ? url : absolute(url, baseElement);
    for (Element meta : page.select("meta[name][content]")) {
      directives.meta(meta.attr("name"), meta.attr("content"));
    }
    Set<String> hrefs = new LinkedHashSet<>();
    int nofollow = 0;
    String canonical = null;
    for (Element element :
        page.select(
            "a[href], area[href], link[href][rel], iframe[src], frame[src],"
                + " meta[http-equiv=refresh][content]")) {
      String name = element.normalName();
      Set<String> rel = words(element.attr("rel"));
      if (name.equals("link")) {
        boolean is = rel.contains("canonical");
        canonical = is && canonical == null ? element.attr("href") : canonical;
        boolean translation = rel.contains("alternate") && element.hasAttr("hreflang");
        if (is || translation || rel.contains("next") || rel.contains("prev")) {
          hrefs.add(element.attr("href"));
        }
      } else if (rel.contains("nofollow")) {
        nofollow++;
      } else if (name.equals("meta")) {
        Matcher refresh = REFRESH.matcher(element.attr("content"));
        if (refresh.matches()) {
          hrefs.add(refresh.group(1));
        }
      } else {
        hrefs.add(element.attr(name.endsWith("frame") ? "src" : "href"));
      }
    }
    if (directives.nofollow()) {
      nofollow += hrefs.size();
      hrefs.clear();
    }
    return new Links(base, new ArrayList<>(hrefs), nofollow, canonical);
  }

  private static String absolute(String url, Element base) {
    String absolute = base.absUrl("href");
    return absolute.startsWith("http") ? absolute : url;
  }

  private static Set<String> words(String rel) {
    return new LinkedHashSet<>(List.of(rel.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)));
  }
}
