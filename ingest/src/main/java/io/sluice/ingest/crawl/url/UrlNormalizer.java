package io.sluice.ingest.crawl.url;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * One form for an address (WHATWG URL parsing, then RFC 3986 section 6.2.2): scheme and host in
 * lower case, the host in Punycode without a dot at its end, no default port, no dot segments, no
 * fragment, no user name or password, percent encodings in upper case and none of letters and
 * digits, no parameter that names a visit, no empty query. The order of parameters stays, since it
 * may mean something.
 */
public final class UrlNormalizer {
  /** Sessions in the path: {@code ;jsessionid=…} (Servlet), {@code /(S(…))/} (ASP.NET). */
  private static final Pattern PATH_SESSION =
      Pattern.compile(
          ";(?:jsessionid|sid|phpsessid|sessionid)=[^/;]*|/\\((?:[A-Z]\\([^/()]*\\))+\\)(?=/)",
          Pattern.CASE_INSENSITIVE);

  private final Set<String> names = new HashSet<>();
  private final List<String> prefixes = new ArrayList<>();

  /** A normalizer that drops these parameters; {@code *} stands for any ending. */
  public UrlNormalizer(List<String> dropParameters) {
    for (String name : dropParameters) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.endsWith("*")) {
        prefixes.add(lower.substring(0, lower.length() - 1));
      } else {
        names.add(lower);
      }
    }
  }

  /** The normal form of an absolute address, or null where it is none of http or https. */
  public String normalize(String url) {
    return normal(HttpUrl.parse(url));
  }

  /** The normal form of a link on a page, or null where it leads to nothing of http or https. */
  public String resolve(String base, String link) {
    HttpUrl from = HttpUrl.parse(base);
    return from == null ? normalize(link) : normal(from.resolve(link));
  }

  private String normal(HttpUrl url) {
    if (url == null || url.host().isEmpty()) {
      return null;
    }
    String host = url.host();
    host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    if (host.isEmpty() || host.contains("..")) {
      return null;
    }
    StringBuilder normal = new StringBuilder(url.scheme()).append("://");
    normal.append(host.indexOf(':') >= 0 ? "[" + host + "]" : host);
    if (url.port() != HttpUrl.defaultPort(url.scheme())) {
      normal.append(':').append(url.port());
    }
    normal.append(encodings(PATH_SESSION.matcher(url.encodedPath()).replaceAll("")));
    String query = url.encodedQuery() == null ? "" : query(url.encodedQuery());
    if (!query.isEmpty()) {
      normal.append('?').append(encodings(query));
    }
    return normal.toString();
  }

  private String query(String query) {
    StringBuilder kept = new StringBuilder(query.length());
    for (String parameter : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      if (!dropped(name.toLowerCase(Locale.ROOT))) {
        kept.append(kept.length() == 0 ? "" : "&").append(parameter);
      }
    }
    return kept.toString();
  }

  private boolean dropped(String name) {
    return name.isEmpty() || names.contains(name) || prefixes.stream().anyMatch(name::startsWith);
  }

  /** Percent encodings in upper case; those of unreserved characters are undone. */
  private static String encodings(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int high = c == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
      int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
      if (low < 0) {
        out.append(c);
        continue;
      }
      char decoded = (char) (high * 16 + low);
      if (unreserved(decoded)) {
        out.append(decoded);
      } else {
        out.append(text.substring(i, i + 3).toUpperCase(Locale.ROOT));
      }
      i += 2;
    }
    return out.toString();
  }

  private static boolean unreserved(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }
}
