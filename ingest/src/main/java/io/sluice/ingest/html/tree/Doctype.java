package io.sluice.ingest.html.tree;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Whether a doctype asks for quirks mode, by the HTML standard, 13.2.6.4.1. All that depends on it
 * here is whether a table ends a paragraph.
 */
final class Doctype {
  private static final int LONGEST = 2000;

  private static final List<String> PUBLIC =
      List.of("-//w3o//dtd w3 html strict 3.0//en//", "-/w3c/dtd html 4.0 transitional/en", "html");

  private static final List<String> PUBLIC_PREFIXES =
      """
      +//silmaril//dtd html pro v0r11 19970101//
      -//as//dtd html 3.0 aswedit + extensions//
      -//advasoft ltd//dtd html 3.0 aswedit + extensions//
      -//ietf//dtd html 2.0 level 1//
      -//ietf//dtd html 2.0 level 2//
      -//ietf//dtd html 2.0 strict level 1//
      -//ietf//dtd html 2.0 strict level 2//
      -//ietf//dtd html 2.0 strict//
      -//ietf//dtd html 2.0//
      -//ietf//dtd html 2.1e//
      -//ietf//dtd html 3.0//
      -//ietf//dtd html 3.2 final//
      -//ietf//dtd html 3.2//
      -//ietf//dtd html 3//
      -//ietf//dtd html level 0//
      -//ietf//dtd html level 1//
      -//ietf//dtd html level 2//
      -//ietf//dtd html level 3//
      -//ietf//dtd html strict level 0//
      -//ietf//dtd html strict level 1//
      -//ietf//dtd html strict level 2//
      -//ietf//dtd html strict level 3//
      -//ietf//dtd html strict//
      -//ietf//dtd html//
      -//metrius//dtd metrius presentational//
      -//microsoft//dtd internet explorer 2.0 html strict//
      -//microsoft//dtd internet explorer 2.0 html//
      -//microsoft//dtd internet explorer 2.0 tables//
      -//microsoft//dtd internet explorer 3.0 html strict//
      -//microsoft//dtd internet explorer 3.0 html//
      -//microsoft//dtd internet explorer 3.0 tables//
      -//netscape comm. corp.//dtd html//
      -//netscape comm. corp.//dtd strict html//
      -//o'reilly and associates//dtd html 2.0//
      -//o'reilly and associates//dtd html extended 1.0//
      -//o'reilly and associates//dtd html extended relaxed 1.0//
      -//sq//dtd html 2.0 hotmetal + extensions//
      -//softquad software//dtd hotmetal pro 6.0::19990601::extensions to html 4.0//
      -//softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0//
      -//spyglass//dtd html 2.0 extended//
      -//sun microsystems corp.//dtd hotjava html//
      -//sun microsystems corp.//dtd hotjava strict html//
      -//w3c//dtd html 3 1995-03-24//
      -//w3c//dtd html 3.2 draft//
      -//w3c//dtd html 3.2 final//
      -//w3c//dtd html 3.2//
      -//w3c//dtd html 3.2s draft//
      -//w3c//dtd html 4.0 frameset//
      -//w3c//dtd html 4.0 transitional//
      -//w3c//dtd html experimental 19960712//
      -//w3c//dtd html experimental 970421//
      -//w3c//dtd w3 html//
      -//w3o//dtd w3 html 3.0//
      -//webtechs//dtd mozilla html 2.0//
      -//webtechs//dtd mozilla html//
      """
          .strip()
          .lines()
          .toList();

  private static final List<String> PREFIXES_WITHOUT_SYSTEM =
      List.of("-//w3c//dtd html 4.01 frameset//", "-//w3c//dtd html 4.01 transitional//");

  private final String text;
  private int at;
  private boolean broken;

  private Doctype(String text) {
    this.text = text;
  }

  /**
   * Whether the doctype asks for quirks.
   *
   * @param from after the word "doctype"
   * @param until its closing bracket, or the page's end
   * @param closed whether there is a closing bracket
   */
  static boolean isQuirks(byte[] page, int from, int until, boolean closed) {
    String text =
        new String(page, from, Math.min(until - from, LONGEST), StandardCharsets.ISO_8859_1);
    return !closed || new Doctype(text.toLowerCase(Locale.ROOT)).isQuirks();
  }

  private boolean isQuirks() {
    blanks();
    int nameStart = at;
    while (at < text.length() && !isBlank(text.charAt(at))) {
      at++;
    }
    if (!text.substring(nameStart, at).equals("html")) {
      return true;
    }
    blanks();
    if (at == text.length()) {
      return false;
    }
    String publicId = null;
    String systemId = null;
    if (text.startsWith("public", at)) {
      at += 6;
      publicId = quoted();
      if (publicId == null) {
        return true;
      }
      blanks();
      systemId = at < text.length() ? quoted() : null;
      broken |= systemId == null && at < text.length();
    } else if (text.startsWith("system", at)) {
      at += 6;
      systemId = quoted();
      broken |= systemId == null;
    } else {
      return true;
    }
    return broken || isQuirks(publicId, systemId);
  }

  private static boolean isQuirks(String publicId, String systemId) {
    if ("http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd".equals(systemId)) {
      return true;
    }
    return publicId != null
        && (PUBLIC.contains(publicId)
            || PUBLIC_PREFIXES.stream().anyMatch(publicId::startsWith)
            || (systemId == null
                && PREFIXES_WITHOUT_SYSTEM.stream().anyMatch(publicId::startsWith)));
  }

  /** The next quoted string, or null where none stands here. */
  private String quoted() {
    blanks();
    if (at == text.length() || (text.charAt(at) != '"' && text.charAt(at) != '\'')) {
      return null;
    }
    int close = text.indexOf(text.charAt(at), at + 1);
    if (close < 0) {
      broken = true;
      close = text.length();
    }
    String value = text.substring(at + 1, close);
    at = Math.min(text.length(), close + 1);
    return value;
  }

  private void blanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
  }
}
