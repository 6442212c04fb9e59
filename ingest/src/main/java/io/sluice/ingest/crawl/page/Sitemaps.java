package io.sluice.ingest.crawl.page;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * What a sitemap names (sitemaps.org: XML, text, RSS, Atom; plain or gzip).
 *
 * @param pages addresses of pages, as written
 * @param sitemaps addresses of further sitemaps, where it is an index
 */
public record Sitemaps(List<String> pages, List<String> sitemaps) {

  public Sitemaps {
    pages = List.copyOf(pages);
    sitemaps = List.copyOf(sitemaps);
  }

  /**
   * Reads a sitemap.
   *
   * @param limit bytes that are read of it, decoded
   * @throws IOException where it is none
   */
  public static Sitemaps read(byte[] body, String url, int limit) throws IOException {
    AbstractSiteMap read;
    try {
      read =
          new SiteMapParser(false, true)
              .parseSiteMap(Gunzip.bounded(body, limit), URI.create(url).toURL());
    } catch (UnknownFormatException | IllegalArgumentException | MalformedURLException e) {
      throw new IOException("no sitemap: " + e.getMessage(), e);
    }
    List<String> pages = new ArrayList<>();
    List<String> sitemaps = new ArrayList<>();
    if (read instanceof SiteMapIndex index) {
      index.getSitemaps().forEach(sitemap -> sitemaps.add(sitemap.getUrl().toString()));
    } else if (read instanceof SiteMap sitemap) {
      for (SiteMapURL page : sitemap.getSiteMapUrls()) {
        pages.add(page.getUrl().toString());
      }
    }
    return new Sitemaps(pages, sitemaps);
  }
}
