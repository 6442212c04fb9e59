package io.sluice.ingest.html;

import java.util.Locale;
import org.jsoup.nodes.Element;

/** Finds a page's title. */
final class PageTitle {
  private PageTitle() {}

  /** The title that a page gives itself: what it declares for sharing, else its title element. */
  static String of(Element root) {
    String heading = "";
    for (Element h1 : root.getElementsByTag("h1")) {
      heading = h1.text().strip();
      break;
    }
    Element named = root.selectFirst("head title");
    String title = named == null ? "" : named.text().strip();
    if (!heading.isEmpty()
        && title.toLowerCase(Locale.ROOT).contains(heading.toLowerCase(Locale.ROOT))) {
      return heading;
    }
    if (!title.isEmpty()) {
      return title;
    }
    Element shared = root.selectFirst("meta[property=og:title]");
    String other = shared == null ? "" : shared.attr("content").strip();
    return other.isEmpty() ? heading : other;
  }
}
