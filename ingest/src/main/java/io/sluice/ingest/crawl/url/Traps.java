package io.sluice.ingest.crawl.url;

import io.sluice.ingest.crawl.frontier.Outcome;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells addresses that a site makes without end: too long, too deep, with segments that repeat,
 * with dates beyond any calendar, with too many parameters. Looks at an address alone, so that the
 * answer is the same in every task.
 */
public final class Traps {
  /** A year and a month that follow each other in a path or a query. */
  private static final Pattern YEAR_MONTH =
      Pattern.compile(
          "(?<![0-9])([0-9]{4})(?:[-/_.]|/?[&;]?(?:month|mon|m)[=/-])(0?[1-9]|1[0-2])(?![0-9])",
          Pattern.CASE_INSENSITIVE);

  /** The same without anything between: a date in a calendar alone, elsewhere often a number. */
  private static final Pattern COMPACT =
      Pattern.compile("(?<![0-9])([0-9]{4})(0[1-9]|1[0-2])(?:[0-3][0-9])?(?![0-9])");

  private static final Pattern MONTH_THEN_YEAR =
      Pattern.compile(
          "(?:month|mon|m)=(0?[1-9]|1[0-2])&(?:year|yr|y)=([12][0-9]{3})(?![0-9])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern YEAR_ALONE =
      Pattern.compile("(?:year|yr)[=/]([12][0-9]{3})(?![0-9])", Pattern.CASE_INSENSITIVE);

  private static final Pattern CALENDAR =
      Pattern.compile(
          "(?:^|[^a-z])(?:calendars?|cal|events?|agenda|kalender|calendrier|calendario|schedule"
              + "|termine)(?:[^a-z]|$)|[?&]tribe-",
          Pattern.CASE_INSENSITIVE);

  private final UrlLimits limits;
  private final YearMonth start;

  /** Rules for a crawl that began in this month. */
  public Traps(UrlLimits limits, YearMonth start) {
    this.limits = limits;
    this.start = start;
  }

  /** Why an address is not fetched, or null where it may be. */
  public Outcome judge(String url, Address address, int depth, int redirects) {
    if (url.length() > limits.maxLength()) {
      return Outcome.URL_LENGTH;
    }
    if (redirects > limits.maxRedirects()) {
      return Outcome.REDIRECT_LIMIT;
    }
    if (depth > limits.maxDepth()) {
      return Outcome.DEPTH;
    }
    if (repeats(address.path())) {
      return Outcome.PATH_TRAP;
    }
    if (parameters(address.query()) > limits.maxParameters()) {
      return Outcome.QUERY_TRAP;
    }
    String rest =
        address.query().isEmpty() ? address.path() : address.path() + '?' + address.query();
    return farDate(rest) ? Outcome.CALENDAR : null;
  }

  private boolean repeats(String path) {
    String[] segments = path.split("/", -1);
    if (segments.length - 1 > limits.maxSegments()) {
      return true;
    }
    Map<String, Integer> times = new HashMap<>();
    for (String segment : segments) {
      // one letter or number stands in many honest paths more than once
      if (segment.length() > 1
          && !segment.chars().allMatch(c -> c >= '0' && c <= '9')
          && times.merge(segment, 1, Integer::sum) > limits.maxRepeats()) {
        return true;
      }
    }
    return false;
  }

  private static int parameters(String query) {
    return query.isEmpty() ? 0 : (int) query.chars().filter(c -> c == '&').count() + 1;
  }

  private boolean farDate(String rest) {
    boolean calendar = CALENDAR.matcher(rest).find();
    Matcher matcher = YEAR_MONTH.matcher(rest);
    while (matcher.find()) {
      if (far(matcher.group(1), matcher.group(2), calendar)) {
        return true;
      }
    }
    matcher = COMPACT.matcher(rest);
    while (calendar && matcher.find()) {
      if (far(matcher.group(1), matcher.group(2), true)) {
        return true;
      }
    }
    matcher = MONTH_THEN_YEAR.matcher(rest);
    while (matcher.find()) {
      if (far(matcher.group(2), matcher.group(1), calendar)) {
        return true;
      }
    }
    matcher = YEAR_ALONE.matcher(rest);
    while (matcher.find()) {
      int year = Integer.parseInt(matcher.group(1));
      // the month of that year which is nearest
      if (year != start.getYear()
          && far(matcher.group(1), year < start.getYear() ? "12" : "1", calendar)) {
        return true;
      }
    }
    return false;
  }

  /** Years of four digits are numbers of other things too, unless the address is a calendar's. */
  private boolean far(String year, String month, boolean calendar) {
    int number = Integer.parseInt(year);
    if (!calendar && (number < 1900 || number > 2200)) {
      return false;
    }
    long ahead = ChronoUnit.MONTHS.between(start, YearMonth.of(number, Integer.parseInt(month)));
    return ahead > limits.calendarMonths() || (calendar && -ahead > limits.calendarMonths());
  }
}
