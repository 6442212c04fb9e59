package io.sluice.dedup.lines;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.sluice.ingest.model.DocumentId;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * A document on a line: a JSON object with {@code text} and, where given, {@code id}, {@code url},
 * {@code lang}, {@code timestamp} (ISO 8601) and {@code quality} (a number).
 *
 * @param id its own id; where it has none, one made from source and text
 * @param text its text
 * @param url its address, or null
 * @param lang its language, or null
 * @param timestamp when it was fetched or written, or null where it says nothing readable
 * @param quality its score, or null
 */
public record LineDocument(
    String id, String text, String url, String lang, Instant timestamp, Double quality) {
  private static final JsonFactory JSON = new JsonFactory();

  /**
   * Reads a line.
   *
   * @param source the input's name
   * @throws IOException saying what is wrong, if the line is no such object
   */
  public static LineDocument read(String source, byte[] line, int length) throws IOException {
    String id = null;
    String text = null;
    String url = null;
    String lang = null;
    Instant timestamp = null;
    Double quality = null;
    try (JsonParser json = JSON.createParser(line, 0, length)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("no object");
      }
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        JsonToken value = json.nextToken();
        switch (name) {
          case "text" -> text = string(json, value);
          case "id" -> id = value.isNumeric() ? json.getText() : string(json, value);
          case "url" -> url = string(json, value);
          case "lang" -> lang = string(json, value);
          case "timestamp" -> timestamp = instant(string(json, value));
          case "quality" -> quality = value.isNumeric() ? Double.valueOf(json.getText()) : null;
          default -> json.skipChildren();
        }
      }
      if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
        throw new IOException("more than one object");
      }
    } catch (JsonProcessingException e) {
      throw new IOException("no JSON: " + e.getOriginalMessage(), e);
    }
    if (text == null) {
      throw new IOException("no object with a text");
    }
    boolean named = id != null && !id.isEmpty();
    return new LineDocument(
        named ? id : DocumentId.of(source, text), text, url, lang, timestamp, quality);
  }

  private static String string(JsonParser json, JsonToken value) throws IOException {
    if (value == JsonToken.VALUE_STRING) {
      return json.getText();
    }
    json.skipChildren();
    return null;
  }

  private static Instant instant(String written) {
    if (written == null) {
      return null;
    }
    try {
      return written.length() == 10
          ? LocalDate.parse(written).atStartOfDay().toInstant(ZoneOffset.UTC)
          : OffsetDateTime.parse(written).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
