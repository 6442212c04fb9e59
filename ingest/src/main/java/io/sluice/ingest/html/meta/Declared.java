package io.sluice.ingest.html.meta;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one walk over a page found declared, as written; the first of each counts. */
final class Declared {
  String htmlLang;
  String contentLanguage;
  String base;
  String canonical;
  String title;
  String heading;
  String siteName;
  String description;
  String ogDescription;

  /** Contents of meta elements by name, property or itemprop in lower case. */
  final Map<String, String> metas = new LinkedHashMap<>();

  /** Authors in meta elements by name or property; of one name there may be several. */
  final Map<String, List<String>> metaAuthors = new LinkedHashMap<>();

  /** Authors in microdata and {@code rel=author} links. */
  final List<String> markedAuthors = new ArrayList<>();

  /** Dates in microdata. */
  String itemPublished;

  String itemModified;

  /** Date of the first {@code time} element, and of the first that says it is of publication. */
  String time;

  String publicationTime;

  final JsonLd json = new JsonLd();

  /** The first of these metas that has a content; null for none. */
  String meta(String... names) {
    for (String name : names) {
      String content = metas.get(name);
      if (content != null) {
        return content;
      }
    }
    return null;
  }
}
