package io.sluice.ingest.crawl.url;

import io.sluice.ingest.config.Key;
import java.io.Serializable;
import java.util.List;

/**
 * Which addresses belong to the crawl.
 *
 * @param include rules of which one must hold; empty for the hosts of the seeds
 * @param exclude rules of which none may hold
 */
public record ScopeConfig(
    @Key(
            doc =
                "addresses that belong to the crawl: example.com (with www.), .example.com (with"
                    + " every subdomain), example.com/docs/ (a path's beginning), *.org/*/manual/*"
                    + " (globs); empty for the hosts of the seeds",
            preset = "[]")
        List<String> include,
    @Key(doc = "addresses that do not, written likewise", preset = "[]") List<String> exclude)
    implements Serializable {

  public ScopeConfig {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    include.forEach(rule -> check("include", rule));
    exclude.forEach(rule -> check("exclude", rule));
  }

  private static void check(String key, String rule) {
    if (!rule.matches("[^/\\s:?#]+(/[^\\s#]*)?")) {
      throw new IllegalArgumentException(
          key + ": got '" + rule + "', allowed: host or host/path, without scheme and port");
    }
  }
}
