package io.sluice.jobs.wiring;

import io.sluice.filters.rule.RuleConfig;
import io.sluice.ingest.config.Config;
import io.sluice.ingest.config.Key;
import io.sluice.ingest.html.render.TextForm;
import io.sluice.ingest.warc.WarcLimits;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Section {@code web}. */
public record WebSection(
    @Key(doc = "archives of pages, and texts that others extracted from pages", preset = "[]")
        List<WebInput> inputs,
    @Key(doc = "files of a part: what a failure costs", preset = "64", min = 1) int filesPerPart,
    @Key(
            doc = "greatest share of records that Sluice itself may fail on",
            preset = "0.001",
            min = 0,
            max = 1)
        double maxFailed,
    @Key(doc = "what one record may cost", preset = "{max_record_bytes: 10485760}")
        WarcLimits limits,
    @Key(
            doc =
                "greatest size in bytes of what one task reads of a file that can be read in pieces;"
                    + " changes no document",
            preset = "134217728",
            min = 1)
        long splitBytes,
    @Key(
            doc =
                "greatest size in bytes of the columns read of one Parquet row group: they are in"
                    + " memory together",
            preset = "536870912",
            min = 1)
        long maxRowGroupBytes,
    @Key(doc = "how main text is written: plain, markdown, markdown_links", preset = "plain")
        TextForm textForm,
    @Key(
            doc = "whether readers' comments belong to main text; the posts of a forum always do",
            preset = "false")
        boolean comments,
    @Key(doc = "languages that are kept, ISO 639-3; empty for all", preset = "[]")
        List<String> languages,
    @Key(doc = "least confidence of the language identifier", preset = "0.5", min = 0, max = 1)
        double minLangScore,
    @Key(doc = "the rules that judge a page", preset = "{}") RuleConfig rules) {

  public WebSection {
    Set<String> names = new HashSet<>();
    for (WebInput input : inputs) {
      if (!names.add(input.name())) {
        throw new IllegalArgumentException(
            "inputs: got the name " + input.name() + " twice, allowed: a name of its own for each");
      }
    }
  }

  /** The section with other inputs; presets where there is no section. */
  static WebSection of(WebSection section, List<Input> inputs) {
    WebSection from = section == null ? Config.parse(WebSection.class, "{}", "presets") : section;
    return new WebSection(
        inputs.stream().map(WebInput::of).toList(),
        from.filesPerPart,
        from.maxFailed,
        from.limits,
        from.splitBytes,
        from.maxRowGroupBytes,
        from.textForm,
        from.comments,
        from.languages,
        from.minLangScore,
        from.rules);
  }
}
