package io.sluice.ingest.crawl.robots;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The robots directives that a page's header and its meta elements give one crawler: the union of
 * what is said to all and what is said to it.
 */
public final class Directives {
  /** Directives with a value after a colon: no name of a crawler. */
  private static final Set<String> VALUED =
      Set.of("unavailable_after", "max-snippet", "max-image-preview", "max-video-preview");

  private final String token;
  private final Set<String> words = new HashSet<>();

  /** Nothing said yet to the crawler of this product token. */
  public Directives(String token) {
    this.token = token.toLowerCase(Locale.ROOT);
  }

  /** Adds values of X-Robots-Tag; a name before a colon says who the rest of the value is for. */
  public Directives header(List<String> values) {
    for (String value : values) {
      boolean mine = true;
      for (String part : value.split(",", -1)) {
        String word = part.strip().toLowerCase(Locale.ROOT);
        int colon = word.indexOf(':');
        if (colon > 0 && !VALUED.contains(word.substring(0, colon).strip())) {
          mine = word.substring(0, colon).strip().equals(token);
          word = word.substring(colon + 1).strip();
        }
        if (mine) {
          words.add(word);
        }
      }
    }
    return this;
  }

  /** Adds a meta element; those named neither {@code robots} nor after the crawler say nothing. */
  public Directives meta(String name, String content) {
    String who = name.strip().toLowerCase(Locale.ROOT);
    if (who.equals("robots") || who.equals(token)) {
      for (String word : content.split("[,\\s]+", -1)) {
        words.add(word.strip().toLowerCase(Locale.ROOT));
      }
    }
    return this;
  }

  /** Whether links must not be followed. */
  public boolean nofollow() {
    return words.contains("nofollow") || words.contains("none");
  }

  /** The first of these directives that is given, or null. */
  public String firstOf(List<String> unwanted) {
    return unwanted.stream().filter(words::contains).findFirst().orElse(null);
  }
}
