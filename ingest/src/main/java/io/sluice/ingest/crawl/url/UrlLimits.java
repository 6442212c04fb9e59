package io.sluice.ingest.crawl.url;

import io.sluice.ingest.config.Key;
import java.io.Serializable;
import java.util.List;

/**
 * Bounds against sites that go on for ever.
 *
 * @param maxDepth links from a seed
 * @param maxRedirects redirects in a row
 * @param maxLength characters of an address
 * @param maxSegments segments of a path
 * @param maxRepeats times that one segment may stand in a path
 * @param maxParameters parameters of a query
 * @param calendarMonths how far from the crawl's first day the date in an address may lie
 * @param maxPerHost addresses of one host, in all
 * @param maxQueriesPerPath addresses of one host that differ in the query alone
 * @param maxLinksPerPage links taken from one page
 * @param dropParameters query parameters that name a visit, not a page
 */
public record UrlLimits(
    @Key(doc = "links from a seed to a page, at most", preset = "16", min = 0, max = 1000)
        int maxDepth,
    @Key(doc = "redirects in a row, at most", preset = "5", min = 0, max = 50) int maxRedirects,
    @Key(doc = "characters of an address, at most", preset = "2000", min = 16, max = 65536)
        int maxLength,
    @Key(doc = "segments of a path, at most", preset = "24", min = 1) int maxSegments,
    @Key(doc = "times that one segment may stand in a path", preset = "2", min = 1) int maxRepeats,
    @Key(doc = "parameters of a query, at most", preset = "10", min = 0) int maxParameters,
    @Key(
            doc =
                "months from the crawl's first day that a date in an address may lie ahead,"
                    + " and in the address of a calendar also back",
            preset = "12",
            min = 0,
            max = 1200)
        int calendarMonths,
    @Key(doc = "addresses of one host in the whole crawl, at most", preset = "100000", min = 1)
        int maxPerHost,
    @Key(doc = "addresses of one path that differ in the query alone", preset = "1000", min = 1)
        int maxQueriesPerPath,
    @Key(doc = "links taken from one page, at most", preset = "5000", min = 1, max = 100000)
        int maxLinksPerPage,
    @Key(
            doc = "query parameters that are dropped from every address; * stands for any ending",
            preset =
                "[jsessionid, phpsessid, aspsessionid*, sessionid, session_id, sid, cfid, cftoken,"
                    + " zenid, oscsid, utm_*, gclid, fbclid, msclkid, dclid, yclid, mc_cid, mc_eid]")
        List<String> dropParameters)
    implements Serializable {

  public UrlLimits {
    dropParameters = List.copyOf(dropParameters);
    for (String name : dropParameters) {
      if (!name.matches("[^*=&\\s]+\\*?")) {
        throw new IllegalArgumentException(
            "drop_parameters: got '" + name + "', allowed: a parameter's name, * at its end");
      }
    }
  }
}
