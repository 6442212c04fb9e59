package io.sluice.jobs.wiring;

import io.sluice.codecorpus.repo.CodeConfig;
import io.sluice.ingest.config.Config;
import io.sluice.ingest.config.Key;
import java.util.List;

/** Section {@code code}. */
public record CodeSection(
    @Key(doc = "folders of repositories: a list of {name, paths}", preset = "[]")
        List<Input> inputs,
    @Key(doc = "repositories of a part: what a failure costs", preset = "256", min = 1)
        int reposPerPart,
    @Key(
            doc = "greatest share of records that Sluice itself may fail on",
            preset = "0.001",
            min = 0,
            max = 1)
        double maxFailed,
    @Key(doc = "how files are read and judged", preset = "{}") CodeConfig files) {

  /** The section with other inputs; presets where there is no section. */
  static CodeSection of(CodeSection section, List<Input> inputs) {
    CodeSection from = section == null ? Config.parse(CodeSection.class, "{}", "presets") : section;
    return new CodeSection(inputs, from.reposPerPart, from.maxFailed, from.files);
  }
}
