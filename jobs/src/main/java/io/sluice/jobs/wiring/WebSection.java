package io.sluice.jobs.wiring;

import io.sluice.filters.rule.RuleConfig;
import io.sluice.ingest.config.Config;
import io.sluice.ingest.config.Key;
import io.sluice.ingest.warc.WarcLimits;
import java.util.List;

/** Section {@code web}. */
public record WebSection(
    @Key(doc = "WARC files: a list of {name, paths}", preset = "[]") List<Input> inputs,
    @Key(doc = "WARC files of a part: what a failure costs", preset = "64", min = 1)
        int filesPerPart,
    @Key(
            doc = "greatest share of records that Sluice itself may fail on",
            preset = "0.001",
            min = 0,
            max = 1)
        double maxFailed,
    @Key(doc = "what one record may cost", preset = "{max_record_bytes: 10485760}")
        WarcLimits limits,
    @Key(doc = "languages that are kept, ISO 639-3; empty for all", preset = "[]")
        List<String> languages,
    @Key(doc = "least confidence of the language identifier", preset = "0.5", min = 0, max = 1)
        double minLangScore,
    @Key(doc = "the rules that judge a page", preset = "{}") RuleConfig rules) {

  /** The section with other inputs; presets where there is no section. */
  static WebSection of(WebSection section, List<Input> inputs) {
    WebSection from = section == null ? Config.parse(WebSection.class, "{}", "presets") : section;
    return new WebSection(
        inputs,
        from.filesPerPart,
        from.maxFailed,
        from.limits,
        from.languages,
        from.minLangScore,
        from.rules);
  }
}
