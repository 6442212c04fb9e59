package io.sluice.mixer.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sluice.ingest.config.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** An inventory as JSON: one line a cell, so that two of them can be compared by eye. */
final class InventoryJson {
  private InventoryJson() {}

  static byte[] text(Inventory inventory) {
    try {
      StringBuilder text = new StringBuilder("{\n");
      text.append("\"format\": ").append(inventory.format()).append(",\n\"spec\": ");
      text.append(Json.MAPPER.writeValueAsString(inventory.spec()));
      text.append(",\n\"uncounted\": ").append(inventory.uncounted());
      text.append(",\n\"languages\": ");
      text.append(Json.MAPPER.writeValueAsString(inventory.languages()));
      text.append(",\n\"percentiles\": ").append(lines(inventory.percentiles()));
      text.append(",\n\"cells\": ").append(lines(inventory.cells())).append("\n}\n");
      return text.toString().getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an inventory cannot be written as JSON", e);
    }
  }

  private static String lines(Iterable<?> values) throws JsonProcessingException {
    StringJoiner lines = new StringJoiner(",\n", "[\n", "\n]");
    lines.setEmptyValue("[]");
    for (Object value : values) {
      lines.add(Json.MAPPER.writeValueAsString(value));
    }
    return lines.toString();
  }

  static Inventory parse(byte[] json, String name) {
    try {
      Inventory inventory = Json.MAPPER.readValue(json, Inventory.class);
      if (inventory == null) {
        throw new UserError(name + ": holds null, not an inventory", remedy());
      }
      return inventory;
    } catch (IOException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String first = String.valueOf(cause.getMessage()).lines().findFirst().orElse("unreadable");
      throw new UserError(name + ": is no inventory that can be read: " + first, remedy());
    }
  }

  private static String remedy() {
    return "give the inventory.json that 'sluice inventory' wrote, or run it again";
  }
}
