package io.sluice.jobs.wiring;

import io.sluice.dedup.cluster.DedupConfig;
import io.sluice.dedup.sketch.SketchConfig;
import io.sluice.filters.lang.LanguageConfig;
import io.sluice.filters.llm.LlmConfig;
import io.sluice.ingest.config.Key;
import io.sluice.mixer.tokenize.TokenizerConfig;
import java.util.List;

/**
 * The whole configuration: a section a job, and what several jobs share. A source job without its
 * section is skipped.
 */
public record Pipeline(
    @Key(doc = "the tokenizer that counts and writes tokens", preset = "{}")
        TokenizerConfig tokenizer,
    @Key(doc = "shape of the MinHash signatures", preset = "{}") SketchConfig sketch,
    @Key(doc = "how languages are identified", preset = "{}") LanguageConfig language,
    @Key(doc = "web pages fetched to WARC files in ${run}/warc, for web to read", preset = "null")
        CrawlSection crawl,
    @Key(doc = "web pages from WARC files", preset = "null") WebSection web,
    @Key(doc = "papers and books", preset = "null") PapersSection papers,
    @Key(doc = "source code", preset = "null") CodeSection code,
    @Key(doc = "texts that are extracted already", preset = "null") JsonlSection jsonl,
    @Key(doc = "the language model that synth asks; null for none", preset = "null") LlmConfig llm,
    @Key(doc = "reasoning that the language model writes", preset = "null") SynthSection synth,
    @Key(doc = "exact and MinHash deduplication", preset = "{}") DedupConfig dedup,
    @Key(doc = "semantic deduplication", preset = "{}") SemdedupSection semdedup,
    @Key(doc = "what the corpus is mixed to", preset = "{}") MixSection mix) {

  /** The pipeline with the inputs of these jobs replaced; dedup takes some where it runs alone. */
  public Pipeline withInputs(List<String> jobs, List<String> paths) {
    List<Input> inputs = List.of(new Input("input", paths));
    return new Pipeline(
        tokenizer,
        sketch,
        language,
        jobs.equals(List.of("crawl")) ? CrawlSection.of(crawl, paths) : crawl,
        jobs.contains("web") ? WebSection.of(web, inputs) : web,
        jobs.contains("papers") ? PapersSection.of(papers, inputs) : papers,
        jobs.contains("code") ? CodeSection.of(code, inputs) : code,
        jobs.contains("jsonl") ? JsonlSection.of(jsonl, inputs) : jsonl,
        llm,
        jobs.contains("synth") ? SynthSection.of(synth, inputs) : synth,
        jobs.equals(List.of("dedup")) ? dedup.withInputs(paths) : dedup,
        semdedup,
        mix);
  }
}
