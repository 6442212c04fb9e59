package io.sluice.ingest.html.meta;

/** When a page was published and changed, from what is declared. */
final class Dates {
  private Dates() {}

  static String published(Declared declared, String language) {
    return first(
        language,
        declared.json.published(),
        declared.meta(
            "article:published_time",
            "og:published_time",
            "datepublished",
            "bt:pubdate",
            "og:article:published_time",
            "article:published",
            "parsely-pub-date",
            "sailthru.date",
            "publish-date",
            "publish_date",
            "publishdate",
            "pubdate",
            "publication_date",
            "publicationdate",
            "citation_publication_date",
            "citation_date",
            "dc.date.issued",
            "dcterms.issued",
            "dcterms.created",
            "dc.date.created",
            "article.published",
            "published-date",
            "rnews:datepublished",
            "weibo:article:create_at",
            "cxenseparse:recs:publishtime",
            "vr:published_time",
            "originalpublicationdate",
            "article_date_original",
            "ptime"),
        declared.itemPublished,
        declared.publicationTime,
        declared.meta(
            "dc.date",
            "dc:date",
            "dcterms.date",
            "dcterm:date",
            "date",
            "created",
            "article:date",
            "timestamp"),
        declared.time);
  }

  static String modified(Declared declared, String language) {
    return first(
        language,
        declared.json.modified(),
        declared.meta(
            "article:modified_time",
            "og:updated_time",
            "datemodified",
            "dc.date.modified",
            "dcterms.modified",
            "last-modified",
            "lastmod",
            "revised",
            "weibo:article:update_at"),
        declared.itemModified);
  }

  private static String first(String language, String... written) {
    for (String one : written) {
      String date = one == null ? null : DateText.parse(one, language);
      if (date != null) {
        return date;
      }
    }
    return null;
  }
}
