package io.sluice.filters.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.ingest.config.UserError;
import io.sluice.ingest.text.Hash128;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads labelled texts: UTF-8 JSON lines, {@code {"text": …, "label": 0 or 1, "group": …}}. {@code
 * label} may be a number, a boolean or a string of these; {@code group} may be missing: then each
 * text is a group of its own. Other keys are ignored; blank lines are skipped.
 */
public final class LabelledTexts {
  private LabelledTexts() {}

  /**
   * All texts of a file, in order. They are held in memory: labelled texts are few.
   *
   * @throws UserError naming file and line where one is not as described
   */
  public static List<LabelledText> read(Path file) {
    ObjectMapper json = new ObjectMapper();
    List<LabelledText> texts = new ArrayList<>();
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String line;
      while ((line = lines.readLine()) != null) {
        number++;
        if (!line.isBlank()) {
          texts.add(parse(json.readTree(line)));
        }
      }
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new UserError(
          file + " line " + number + ": " + e.getMessage(),
          "write each line as {\"text\": \"…\", \"label\": 0 or 1, \"group\": \"…\"}");
    } catch (IOException e) {
      throw new UserError(file + ": cannot be read (" + e + ")", "name a UTF-8 file of JSON lines");
    }
    return texts;
  }

  private static LabelledText parse(JsonNode line) {
    JsonNode text = line.path("text");
    if (!text.isTextual()) {
      throw new IllegalArgumentException("text: got " + text.getNodeType() + ", allowed a string");
    }
    String label = line.path("label").asText();
    boolean high =
        switch (label) {
          case "1", "true" -> true;
          case "0", "false" -> false;
          default ->
              throw new IllegalArgumentException("label: got \"" + label + "\", allowed 0 or 1");
        };
    String group = line.path("group").asText("");
    return new LabelledText(
        text.asText(), high, group.isEmpty() ? Hash128.of(0, text.asText()).hex() : group);
  }

  /** Hash of texts, labels and groups in order. */
  static Hash128 fingerprint(List<LabelledText> texts) {
    Hash128 all = new Hash128(0, 0);
    for (LabelledText text : texts) {
      Hash128 one = Hash128.of(text.high() ? 1 : 0, text.group() + '\u0000' + text.text());
      all =
          new Hash128(
              Hash128.mix(all.high() * 31 + one.high()), Hash128.mix(all.low() * 31 + one.low()));
    }
    return all;
  }
}
