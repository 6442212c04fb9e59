package io.sluice.ingest.html.meta;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates in addresses: {@code /2023/05/17/}, {@code /2023-05-17-…}, {@code /20230517/}. */
final class UrlDates {
  private static final Pattern DATE =
      Pattern.compile(
          "(?<![0-9])((?:19|20)[0-9]{2})(?:/([0-9]{1,2})/([0-9]{1,2})|-([0-9]{2})-([0-9]{2})"
              + "|([01][0-9])([0-3][0-9])|/([01][0-9])([0-3][0-9]))(?![0-9])");

  private UrlDates() {}

  /** The date in an address's path, or null; takes null. */
  static String of(String url) {
    int path = url == null ? -1 : url.indexOf('/', Math.max(0, url.indexOf("://") + 3));
    if (path < 0) {
      return null;
    }
    int query = url.indexOf('?', path);
    Matcher found = DATE.matcher(url.substring(path, query < 0 ? url.length() : query));
    while (found.find()) {
      for (int group = 2; group <= 8; group += 2) {
        if (found.group(group) != null) {
          String date = DateText.date(found.group(1), found.group(group), found.group(group + 1));
          if (date != null) {
            return date;
          }
        }
      }
    }
    return null;
  }
}
