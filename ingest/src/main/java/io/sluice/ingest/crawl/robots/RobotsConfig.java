package io.sluice.ingest.crawl.robots;

import io.sluice.ingest.config.Key;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * How sites' wishes are read.
 *
 * @param hours how long a robots.txt is used before it is fetched again
 * @param sitemaps whether the sitemaps that it names are read
 * @param unwanted directives of pages and headers that keep a page out of the corpus, in lower case
 */
public record RobotsConfig(
    @Key(
            doc = "hours that a robots.txt is used before it is fetched again (RFC 9309: 24)",
            preset = "24",
            min = 0,
            max = 24)
        double hours,
    @Key(doc = "whether the sitemaps that a robots.txt names are read", preset = "true")
        boolean sitemaps,
    @Key(
            doc = "directives of meta robots and X-Robots-Tag that keep a page out of the corpus",
            preset = "[noindex, none, noarchive, noai]")
        List<String> unwanted)
    implements Serializable {

  public RobotsConfig {
    unwanted = unwanted.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }
}
