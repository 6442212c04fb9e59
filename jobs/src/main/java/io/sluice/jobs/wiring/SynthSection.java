package io.sluice.jobs.wiring;

import io.sluice.ingest.config.Config;
import io.sluice.ingest.config.Key;
import io.sluice.synth.reason.ReasoningConfig;
import java.util.List;

/** Section {@code synth}. */
public record SynthSection(
    @Key(doc = "questions with answers as JSON lines: a list of {name, paths}", preset = "[]")
        List<Input> inputs,
    @Key(doc = "files of a part: what a failure costs", preset = "1", min = 1) int filesPerPart,
    @Key(
            doc = "greatest share of records that Sluice itself may fail on",
            preset = "0.001",
            min = 0,
            max = 1)
        double maxFailed,
    @Key(doc = "how reasoning is asked for and judged", preset = "{}") ReasoningConfig reasoning) {

  /** The section with other inputs; presets where there is no section. */
  static SynthSection of(SynthSection section, List<Input> inputs) {
    SynthSection from =
        section == null ? Config.parse(SynthSection.class, "{}", "presets") : section;
    return new SynthSection(inputs, from.filesPerPart, from.maxFailed, from.reasoning);
  }
}
