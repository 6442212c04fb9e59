package io.sluice.jobs.wiring;

import io.sluice.ingest.config.Config;
import io.sluice.ingest.config.Key;
import io.sluice.ingest.paper.PapersLimits;
import java.util.List;

/** Section {@code papers}. */
public record PapersSection(
    @Key(doc = "LaTeX and plain text: a list of {name, paths}", preset = "[]") List<Input> inputs,
    @Key(doc = "files of a part: what a failure costs", preset = "1000", min = 1) int filesPerPart,
    @Key(
            doc = "greatest share of records that Sluice itself may fail on",
            preset = "0.001",
            min = 0,
            max = 1)
        double maxFailed,
    @Key(doc = "what one paper or book may cost", preset = "{}") PapersLimits limits) {

  /** The section with other inputs; presets where there is no section. */
  static PapersSection of(PapersSection section, List<Input> inputs) {
    PapersSection from =
        section == null ? Config.parse(PapersSection.class, "{}", "presets") : section;
    return new PapersSection(inputs, from.filesPerPart, from.maxFailed, from.limits);
  }
}
