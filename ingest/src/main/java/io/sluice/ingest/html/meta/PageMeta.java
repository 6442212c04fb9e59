package io.sluice.ingest.html.meta;

import io.sluice.ingest.html.tree.HtmlTree;
import java.util.Objects;

/**
 * What a page says of itself.
 *
 * @param title the page's title without its site's name; empty where there is none
 * @param author who wrote it, several separated by a comma and a space; null where not told
 * @param published when it was first published: an ISO 8601 date, or a timestamp where one is told;
 *     null where not told. Never made up from the time of reading
 * @param modified when it was last changed, likewise
 * @param canonicalUrl the absolute http(s) address that the page wants to be known by, or null
 * @param language BCP 47 tag as declared, with hyphens, or null
 * @param siteName the site's name, or null
 * @param description the page's description, or null
 */
public record PageMeta(
    String title,
    String author,
    String published,
    String modified,
    String canonicalUrl,
    String language,
    String siteName,
    String description) {
  public PageMeta {
    Objects.requireNonNull(title, "title");
  }

  /**
   * Reads a page's metadata: one walk over the tree, and a second over classes and texts only where
   * author or date are declared nowhere.
   *
   * @param url the page's address, or null
   */
  public static PageMeta of(HtmlTree tree, String url) {
    Declared declared = new Declared();
    TreeWalk walk = new TreeWalk(tree, declared);
    walk.walk();
    String language = Languages.of(declared);
    String site = Names.first(declared.siteName, declared.json.siteName());
    String title = Titles.of(declared, site, url);
    String author = Authors.of(declared, site);
    String published = Dates.published(declared, language);
    boolean sought = author == null || published == null;
    Byline visible = sought ? Byline.find(tree, walk.heading(), language) : Byline.NONE;
    if (published == null) {
      published = UrlDates.of(Names.first(declared.canonical, url));
    }
    return new PageMeta(
        title,
        author == null ? visible.author() : author,
        published == null ? visible.date() : published,
        Dates.modified(declared, language),
        Addresses.canonical(declared, url),
        language,
        site,
        Names.first(declared.description, declared.ogDescription, declared.json.description()));
  }
}
