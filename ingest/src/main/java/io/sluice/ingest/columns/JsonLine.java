package io.sluice.ingest.columns;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sluice.ingest.model.Judged;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.stage.InputItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A line of JSON to a document. */
public final class JsonLine {
  // A second object on a line would vanish otherwise; lines are bounded before they are parsed.
  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** One of our names, and the fields that may hold it, each as its steps. */
  private record Field(String ours, List<List<String>> names) {}

  private final List<Field> fields = new ArrayList<>();
  private final InputItem item;
  private final int limit;

  /**
   * @param limit greatest size of a text in bytes
   */
  public JsonLine(InputItem item, ColumnMapping columns, int limit) {
    this.item = item;
    this.limit = limit;
    for (Map.Entry<String, List<String>> entry : columns.candidates().entrySet()) {
      List<List<String>> names = new ArrayList<>();
      for (String name : entry.getValue()) {
        names.add(List.of(name));
        if (name.indexOf('.') >= 0) {
          names.add(List.of(name.split("\\.", -1)));
        }
      }
      fields.add(new Field(entry.getKey(), names));
    }
  }

  /** The line's document; what is no object with a text is a reject that names the place. */
  public Judged judge(String line, String place) {
    try {
      JsonNode node = JSON.readTree(line);
      TextRecord record = new TextRecord();
      for (Field field : fields) {
        record.put(field.ours(), value(node, field));
      }
      return record.judge(item, place, limit);
    } catch (JsonProcessingException e) {
      return reject(place, Reason.UNDECODABLE, "no JSON: " + e.getOriginalMessage());
    }
  }

  /** A line that is not even looked at. */
  public Judged reject(String place, Reason reason, String why) {
    return TextRecord.rejected(item, place, reason, why);
  }

  private static String value(JsonNode node, Field field) {
    for (List<String> steps : field.names()) {
      JsonNode at = node;
      for (String step : steps) {
        at = at.path(step);
      }
      boolean text = field.ours().equals(ColumnMapping.TEXT);
      if (text ? at.isTextual() : at.isValueNode() && !at.isNull()) {
        return at.asText();
      }
    }
    return null;
  }
}
