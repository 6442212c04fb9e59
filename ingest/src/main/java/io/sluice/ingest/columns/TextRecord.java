package io.sluice.ingest.columns;

import io.sluice.ingest.model.Document;
import io.sluice.ingest.model.DocumentId;
import io.sluice.ingest.model.Judged;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.stage.InputItem;
import io.sluice.ingest.text.Dates;
import java.util.Map;
import java.util.TreeMap;

/**
 * A text that others have extracted, as a row or a line gives it, on its way to a document. Its id
 * is made from source and the record's own id (the text, where it has none), which is kept as
 * {@code meta.line_id}.
 */
final class TextRecord {
  private final Map<String, String> meta = new TreeMap<>();
  private String text;
  private String id;
  private String url;
  private String date;
  private String path;

  /** Takes a value under one of our names; null and empty ones say nothing. */
  void put(String ours, String value) {
    if (value == null || (value.isEmpty() && !ours.equals(ColumnMapping.TEXT))) {
      return;
    }
    switch (ours) {
      case ColumnMapping.TEXT -> text = value;
      case ColumnMapping.ID -> id = value;
      case ColumnMapping.URL -> url = value;
      case ColumnMapping.DATE -> date = value;
      case ColumnMapping.PATH -> path = value;
      default -> meta(ours, value);
    }
  }

  /** Takes an entry of the document's meta. */
  void meta(String key, String value) {
    meta.put(key, value);
  }

  /**
   * The document, or a reject where there is no text or too much.
   *
   * @param place where in the item the record stands, in words
   * @param limit greatest size of a text in UTF-8 bytes
   */
  Judged judge(InputItem item, String place, int limit) {
    if (text == null) {
      return rejected(item, place, Reason.UNDECODABLE, "no text");
    }
    // no text has fewer bytes than characters
    if (text.length() > limit) {
      String size = "text of " + text.length() + " characters, limit " + limit + " bytes";
      return rejected(item, place, Reason.TOO_LARGE, size);
    }
    Document.Builder document =
        Document.builder(
                Kind.WEB, item.source(), DocumentId.of(item.source(), id == null ? text : id))
            .url(url)
            .path(path)
            .timestamp(Dates.parse(date))
            .text(text)
            .meta(meta)
            .meta("line_id", id);
    return Judged.kept(document.build());
  }

  /** A record that cannot be a document. */
  static Judged rejected(InputItem item, String place, Reason reason, String why) {
    return Judged.rejected(
        Document.builder(Kind.WEB, item.source(), DocumentId.of(item.source(), item.path(), place))
            .path(item.path())
            .build(),
        reason,
        item.path() + ", " + place + ": " + why);
  }
}
