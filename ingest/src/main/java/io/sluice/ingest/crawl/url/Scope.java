package io.sluice.ingest.crawl.url;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Says which addresses belong to a crawl, by host and path. */
public final class Scope {
  private final List<Rule> include;
  private final List<Rule> exclude;

  /** The scope as configured. */
  public Scope(ScopeConfig config) {
    this.include = config.include().stream().map(Rule::of).toList();
    this.exclude = config.exclude().stream().map(Rule::of).toList();
  }

  /** Whether no rule says what belongs, so that the hosts of the seeds do. */
  public boolean bySeeds() {
    return include.isEmpty();
  }

  /** Whether a rule puts this address out. */
  public boolean excludes(Address address) {
    return exclude.stream().anyMatch(rule -> rule.holds(address));
  }

  /** Whether a rule takes this address in; always where the hosts of the seeds decide. */
  public boolean includes(Address address) {
    return include.isEmpty() || include.stream().anyMatch(rule -> rule.holds(address));
  }

  /**
   * One rule.
   *
   * @param host what the whole host must match
   * @param path what the path with its query must match, or null for all
   */
  private record Rule(Pattern host, Pattern path) {

    static Rule of(String rule) {
      int slash = rule.indexOf('/');
      String host = (slash < 0 ? rule : rule.substring(0, slash)).toLowerCase(Locale.ROOT);
      String path = slash < 0 ? "/" : rule.substring(slash);
      Pattern hosts =
          Pattern.compile(
              host.startsWith(".")
                  ? "(?:.*\\.)?" + glob(host.substring(1))
                  : "(?:www\\.)?" + glob(host));
      // a path without an asterisk is a beginning; one with an asterisk is matched as a whole
      Pattern paths =
          path.equals("/")
              ? null
              : Pattern.compile(glob(path) + (path.indexOf('*') < 0 ? ".*" : ""), Pattern.DOTALL);
      return new Rule(hosts, paths);
    }

    private static String glob(String text) {
      StringBuilder pattern = new StringBuilder();
      for (String piece : text.split("\\*", -1)) {
        pattern.append(pattern.length() == 0 ? "" : ".*");
        pattern.append(piece.isEmpty() ? "(?:)" : Pattern.quote(piece));
      }
      return pattern.toString();
    }

    boolean holds(Address address) {
      return host.matcher(address.host()).matches()
          && (path == null
              || path.matcher(
                      address.query().isEmpty()
                          ? address.path()
                          : address.path() + '?' + address.query())
                  .matches());
    }
  }
}
