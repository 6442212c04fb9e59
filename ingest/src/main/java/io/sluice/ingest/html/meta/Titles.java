package io.sluice.ingest.html.meta;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The title of a page: what it declares for sharing, else its title element, else its first
 * heading; the site's name at either end taken off.
 */
final class Titles {
  private static final int LONGEST = 1000;

  /** What stands between a title and a site's name; hyphens only between spaces. */
  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s+[-–—|·•:/\\\\]+\\s+|\\s*[|｜»«_]+\\s*|\\s+::\\s+|(?<=[\\u3040-\\u9fff])-(?=\\S)");

  /** A tail of so many characters is no site's name. */
  private static final int LONGEST_SITE = 40;

  /** A title of so few words, or ideographs, is not cut on suspicion. */
  private static final int FEWEST_WORDS = 4;

  private Titles() {}

  static String of(Declared declared, String site, String url) {
    String shared =
        declared.meta(
            "dc.title",
            "dc:title",
            "dcterm:title",
            "dcterms.title",
            "og:title",
            "weibo:article:title",
            "weibo:webpage:title",
            "parsely-title",
            "citation_title",
            "twitter:title");
    String chosen =
        Names.tidy(
            Names.unescaped(Names.first(shared, declared.json.headline(), declared.title)),
            LONGEST);
    if (chosen == null) {
      return declared.heading == null ? "" : declared.heading;
    }
    return trimmed(chosen, declared.heading, site, url);
  }

  /** The title without the site's name. */
  static String trimmed(String title, String heading, String site, String url) {
    if (heading != null && heading.length() > 3 && same(title, heading)) {
      return title;
    }
    String label = label(url);
    Matcher separator = SEPARATOR.matcher(title);
    int first = -1;
    int firstEnd = -1;
    int last = -1;
    int lastEnd = -1;
    while (separator.find()) {
      if (separator.start() > 0 && separator.end() < title.length()) {
        first = first < 0 ? separator.start() : first;
        firstEnd = firstEnd < 0 ? separator.end() : firstEnd;
        last = separator.start();
        lastEnd = separator.end();
        // all that follows a heading is the site's, unless the heading itself is
        String before = title.substring(0, last);
        if (heading != null
            && same(before, heading)
            && words(before) * 2 > words(title.substring(lastEnd))) {
          return before;
        }
      }
    }
    if (last < 0) {
      return title;
    }
    String head = title.substring(0, last).strip();
    String tail = title.substring(lastEnd).strip();
    boolean logo = heading != null && same(tail, heading) && words(tail) * 2 <= words(head);
    if (logo || names(tail, site, label)) {
      return trimmed(head, heading, site, url);
    }
    String lead = title.substring(0, first).strip();
    String rest = title.substring(firstEnd).strip();
    if (names(lead, site, label)
        || (heading != null && same(rest, heading) && words(rest) > words(lead))) {
      return rest;
    }
    boolean suspicious =
        "|｜»_".indexOf(title.substring(last, lastEnd).strip().charAt(0)) >= 0
            && tail.length() <= LONGEST_SITE
            && words(head) >= FEWEST_WORDS
            && words(tail) <= FEWEST_WORDS
            && (heading == null || !heading.contains(tail));
    return suspicious ? head : title;
  }

  /** Whether a part of the title is the site's name, or that of its host. */
  private static boolean names(String part, String site, String label) {
    String bare = bare(part);
    if (bare.isEmpty()) {
      return true;
    }
    if (site != null && bare(site).equals(bare)) {
      return true;
    }
    return label != null
        && label.length() > 2
        && (bare.equals(label)
            || bare.startsWith(label + "com")
            || bare.equals("www" + label + "com"));
  }

  /** The host's name without its suffix and {@code www}, letters and digits only; null for none. */
  private static String label(String url) {
    int host = url == null ? -1 : url.indexOf("://");
    if (host < 0) {
      return null;
    }
    int end = host + 3;
    while (end < url.length() && "/?#:".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String[] labels = url.substring(host + 3, end).toLowerCase(Locale.ROOT).split("\\.");
    String longest = "";
    for (int i = 0; i < labels.length - 1; i++) {
      longest =
          labels[i].length() >= longest.length() && !labels[i].equals("www") ? labels[i] : longest;
    }
    return longest.isEmpty() ? null : bare(longest);
  }

  private static boolean same(String a, String b) {
    return bare(a).equals(bare(b));
  }

  private static String bare(String text) {
    StringBuilder bare = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }

  /** Words; every two ideographs or kana are one. */
  private static int words(String text) {
    int words = 0;
    int ideographs = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '\u3040' && c < '\ua000') {
        ideographs++;
        inside = false;
      } else if (Character.isLetterOrDigit(c)) {
        words += inside ? 0 : 1;
        inside = true;
      } else {
        inside = false;
      }
    }
    return words + (ideographs + 1) / 2;
  }
}
