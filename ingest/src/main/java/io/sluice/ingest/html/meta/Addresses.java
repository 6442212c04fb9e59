package io.sluice.ingest.html.meta;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The address that a page wants to be known by. */
final class Addresses {
  private static final int LONGEST = 2000;

  private Addresses() {}

  /**
   * The canonical link, else {@code og:url}, resolved against the page's base; null where neither
   * is an http(s) address, or where all it names is a site's front page and the page is another.
   */
  static String canonical(Declared declared, String url) {
    String base = declared.base == null ? url : resolve(url, declared.base);
    for (String named : new String[] {declared.canonical, declared.meta("og:url")}) {
      String absolute = named == null ? null : resolve(base, named);
      if (absolute != null && !(front(absolute) && url != null && !front(url))) {
        return absolute;
      }
    }
    return null;
  }

  private static boolean front(String url) {
    int host = url.indexOf("://");
    int path = host < 0 ? -1 : url.indexOf('/', host + 3);
    return path < 0 || path == url.length() - 1;
  }

  /** An absolute http(s) address without fragment; null where the two give none. */
  static String resolve(String base, String reference) {
    String written = escaped(reference);
    if (written.isEmpty() || written.length() > LONGEST) {
      return null;
    }
    try {
      URI resolved = new URI(written);
      if (!resolved.isAbsolute()) {
        if (base == null) {
          return null;
        }
        if (written.charAt(0) == '?') {
          // java.net.URI drops the last segment here, browsers do not
          return resolve(null, base.split("[?#]", 2)[0] + written);
        }
        URI from = new URI(escaped(base));
        resolved =
            (from.getRawPath() == null || from.getRawPath().isEmpty() ? from.resolve("/") : from)
                .resolve(resolved);
      }
      String scheme = String.valueOf(resolved.getScheme()).toLowerCase(Locale.ROOT);
      if (!(scheme.equals("http") || scheme.equals("https"))
          || resolved.getRawAuthority() == null) {
        return null;
      }
      String text = resolved.toString();
      int fragment = text.indexOf('#');
      return fragment < 0 ? text : text.substring(0, fragment);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** The reference without space around and with those characters escaped that no URI holds. */
  private static String escaped(String reference) {
    String stripped = reference.strip();
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < stripped.length(); i++) {
      char c = stripped.charAt(i);
      if (c <= ' ' || "\"<>\\^`{|}".indexOf(c) >= 0) {
        out.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
      } else if (c == '%' && !hex(stripped, i + 1)) {
        out.append("%25");
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean hex(String text, int at) {
    return at + 1 < text.length()
        && Character.digit(text.charAt(at), 16) >= 0
        && Character.digit(text.charAt(at + 1), 16) >= 0;
  }
}
