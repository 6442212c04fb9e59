package io.sluice.dedup.sketch;

import java.net.IDN;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings the addresses of one page to one form, for comparing alone. After RFC 3986, section 6, and
 * beyond it where crawls meet the same page:
 *
 * <ul>
 *   <li>scheme, user, port 80 or 443, a leading {@code www.} and the fragment go; the host is lower
 *       case and in its ASCII form;
 *   <li>in the path, dot segments are resolved, repeated and trailing slashes and {@code
 *       ;jsessionid=…} go, as does a last {@code index.html} and its like; escapes of unreserved
 *       characters are undone, others have capital digits;
 *   <li>query parameters are sorted, and those that only follow a visitor go ({@code utm_…}, click
 *       identifiers, session identifiers).
 * </ul>
 *
 * <p>What is no web address is only trimmed.
 */
public final class CanonicalUrl {
  private static final Pattern PARTS =
      Pattern.compile("(?i)https?://([^/?#]*)([^?#]*)(?:\\?([^#]*))?(?:#.*)?", Pattern.DOTALL);
  private static final Pattern PORT = Pattern.compile(":(80|443)?$");
  private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");
  private static final Pattern INDEX =
      Pattern.compile("(?i)(index|default)\\.(html?|php|aspx?|jsp)");
  private static final Pattern SESSION = Pattern.compile("(?i);jsessionid=[^/?#]*");
  private static final Set<String> VISITOR =
      Set.of(
          "fbclid",
          "gclid",
          "dclid",
          "gbraid",
          "wbraid",
          "msclkid",
          "yclid",
          "igshid",
          "mc_cid",
          "mc_eid",
          "_ga",
          "_gl",
          "_hsenc",
          "_hsmi",
          "vero_id",
          "spm",
          "phpsessid",
          "jsessionid",
          "sessionid",
          "session_id",
          "aspsessionid",
          "sid");

  private CanonicalUrl() {}

  /** The form that two addresses of one page share. */
  public static String of(String url) {
    String trimmed = url.strip();
    Matcher parts = PARTS.matcher(trimmed);
    if (!parts.matches() || parts.group(1).isEmpty()) {
      return trimmed;
    }
    String query = query(parts.group(3));
    return host(parts.group(1)) + path(parts.group(2)) + (query.isEmpty() ? "" : "?" + query);
  }

  private static String host(String authority) {
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    host = PORT.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT);
    host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    host = host.startsWith("www.") && host.indexOf('.', 4) > 0 ? host.substring(4) : host;
    try {
      return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return host;
    }
  }

  private static String path(String given) {
    Deque<String> kept = new ArrayDeque<>();
    for (String segment : escapes(SESSION.matcher(given).replaceAll("")).split("/")) {
      if (segment.equals("..")) {
        kept.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        kept.add(segment);
      }
    }
    if (!kept.isEmpty() && INDEX.matcher(kept.getLast()).matches()) {
      kept.removeLast();
    }
    return "/" + String.join("/", kept);
  }

  private static String query(String given) {
    if (given == null || given.isEmpty()) {
      return "";
    }
    List<String> kept = new ArrayList<>();
    for (String parameter : escapes(given).split("&")) {
      int equals = parameter.indexOf('=');
      String name =
          (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
      if (!parameter.isEmpty() && !name.startsWith("utm_") && !VISITOR.contains(name)) {
        kept.add(parameter);
      }
    }
    kept.sort(null);
    return String.join("&", kept);
  }

  private static String escapes(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    return ESCAPE
        .matcher(text)
        .replaceAll(
            escape -> {
              char c = (char) Integer.parseInt(escape.group(1), 16);
              boolean unreserved =
                  c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
              return unreserved ? String.valueOf(c) : escape.group().toUpperCase(Locale.ROOT);
            });
  }
}
