package io.sluice.ingest.html.meta;

import java.util.regex.Pattern;

/** The language that a page declares. */
final class Languages {
  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,5}");

  private Languages() {}

  static String of(Declared declared) {
    String[] places = {
      declared.htmlLang,
      declared.contentLanguage,
      declared.meta("dc.language", "language", "og:locale", "dcterms.language"),
      declared.json.language()
    };
    for (String place : places) {
      if (place != null) {
        String tag = place.strip().split("[,;\\s]", 2)[0].replace('_', '-');
        if (TAG.matcher(tag).matches()) {
          return tag;
        }
      }
    }
    return null;
  }
}
