package io.sluice.jobs.wiring;

import io.sluice.ingest.config.Config;
import io.sluice.ingest.config.Key;
import java.util.List;

/** Section {@code jsonl}. */
public record JsonlSection(
    @Key(doc = "JSON lines with id and text: a list of {name, paths}", preset = "[]")
        List<Input> inputs,
    @Key(doc = "files of a part: what a failure costs", preset = "64", min = 1) int filesPerPart,
    @Key(
            doc = "greatest share of records that Sluice itself may fail on",
            preset = "0.001",
            min = 0,
            max = 1)
        double maxFailed) {

  /** The section with other inputs; presets where there is no section. */
  static JsonlSection of(JsonlSection section, List<Input> inputs) {
    JsonlSection from =
        section == null ? Config.parse(JsonlSection.class, "{}", "presets") : section;
    return new JsonlSection(inputs, from.filesPerPart, from.maxFailed);
  }
}
