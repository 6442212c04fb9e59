package io.sluice.jobs.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.codecorpus.repo.CodeConfig;
import io.sluice.dedup.cluster.DedupConfig;
import io.sluice.dedup.cluster.SurvivorOrder;
import io.sluice.dedup.passage.PassageConfig;
import io.sluice.dedup.semantic.KeepOrder;
import io.sluice.dedup.semantic.SemanticConfig;
import io.sluice.dedup.sketch.Analysis;
import io.sluice.dedup.sketch.ExactForm;
import io.sluice.dedup.sketch.SketchConfig;
import io.sluice.filters.embed.EmbedConfig;
import io.sluice.filters.embed.Pooling;
import io.sluice.filters.lang.LanguageConfig;
import io.sluice.filters.llm.LlmConfig;
import io.sluice.filters.privacy.PrivacyConfig;
import io.sluice.filters.rule.RuleConfig;
import io.sluice.ingest.config.Config;
import io.sluice.ingest.config.ConfigError;
import io.sluice.ingest.config.Problem;
import io.sluice.ingest.config.UserError;
import io.sluice.ingest.html.render.TextForm;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.paper.PapersLimits;
import io.sluice.ingest.warc.WarcLimits;
import io.sluice.mixer.plan.Recipe;
import io.sluice.mixer.plan.StageSpec;
import io.sluice.mixer.tokenize.TokenizerConfig;
import io.sluice.synth.question.QuestionFields;
import io.sluice.synth.reason.ReasoningConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelineTest {
  private static final Path CONF = Path.of("..", "conf");
  private static final Map<String, String> VARIABLES = Map.of("run", "/r", "home", "/h");
  private static final List<Input> INPUTS = List.of(new Input("a", List.of("x")));

  private static final TokenizerConfig TOKENIZER =
      new TokenizerConfig("cl100k_base", "glm-4.5-1", false);
  private static final SketchConfig SKETCH = new SketchConfig(14, 8, 5, 1);
  private static final DedupConfig DEDUP =
      new DedupConfig(
          true,
          true,
          List.of(SurvivorOrder.QUALITY, SurvivorOrder.LONGEST, SurvivorOrder.NEWEST),
          false);
  private static final SemdedupSection SEMDEDUP =
      new SemdedupSection(
          true,
          new EmbedConfig(128, 2, 0.3, null, null, Pooling.MEAN),
          new SemanticConfig(0.1, 0, 10, 131_072, 32_768, KeepOrder.HARD, 1, List.of(Kind.WEB)));
  private static final MixSection MIX =
      new MixSection("/h/conf/recipes/glm-4.5.yaml", null, 16_777_216);

  private static final LanguageConfig LANGUAGE = new LanguageConfig(null);

  private static final Pipeline PRESETS =
      new Pipeline(
          TOKENIZER, SKETCH, LANGUAGE, null, null, null, null, null, null, null, DEDUP, SEMDEDUP,
          MIX);

  private static Pipeline load(String... overrides) {
    return Config.load(Pipeline.class, null, List.of(overrides), VARIABLES);
  }

  @Test
  void anEmptyPipelineIsThePresets() {
    assertEquals(PRESETS, load());
  }

  @Test
  void sourceSectionsTakeTheirPresetsForAllButInputs() {
    String inputs = "=[{name: a, paths: [x]}]";
    Pipeline pipeline =
        load(
            "web.inputs" + inputs,
            "papers.inputs" + inputs,
            "code.inputs" + inputs,
            "jsonl.inputs" + inputs,
            "synth.inputs" + inputs,
            "llm={endpoint: 'http://127.0.0.1:8080/v1', model: m}");
    assertEquals(
        new Pipeline(
            TOKENIZER,
            SKETCH,
            LANGUAGE,
            null,
            new WebSection(
                List.of(WebInput.of(INPUTS.get(0))),
                64,
                0.001,
                new WarcLimits(10_485_760),
                134_217_728,
                536_870_912,
                TextForm.PLAIN,
                false,
                List.of(),
                0.5,
                RuleConfig.defaults()),
            new PapersSection(INPUTS, 1000, 0.001, new PapersLimits(1000, 50_000_000)),
            new CodeSection(
                INPUTS, 256, 0.001, new CodeConfig(3_000_000, null, List.of(), true, 4_000_000)),
            new JsonlSection(INPUTS, 64, 0.001),
            new LlmConfig("http://127.0.0.1:8080/v1", "m", null, 4096, 0.6, 300, 4, 4),
            new SynthSection(
                INPUTS,
                1,
                0.001,
                new ReasoningConfig(
                    new QuestionFields("question", "answer", "subject"), 1, 80, 0.4, null, 0)),
            DEDUP,
            SEMDEDUP,
            MIX),
        pipeline);
  }

  @Test
  void everyKeyReachesItsPlace() {
    String yaml =
        """
        tokenizer: {name: o200k_base, template: glm-4.5-1, turn_end_loss: true}
        sketch:
          {bands: 20, rows: 5, shingle: 3, seed: 9, bits: 32, analysis: icu, simplified: true, exact_form: words}
        language: {model: lid.bin}
        web:
          inputs:
            - {name: w, paths: [w1, w2], format: parquet, columns: {text: t}, path_prefix: s3a://b}
          files_per_part: 2
          max_failed: 0.25
          limits: {max_record_bytes: 1000}
          split_bytes: 77
          max_row_group_bytes: 78
          text_form: markdown
          comments: true
          languages: [eng, cmn]
          min_lang_score: 0.75
          rules:
            gopher_quality: false
            gopher_repetition: false
            fineweb: false
            c4: false
            refinedweb: true
            thresholds: t
            blocked_urls: [u]
            blocked_words: [b]
            private_data:
              emails: false
              ip_addresses: true
              phone_numbers: false
              identity_numbers: true
              secrets: false
        papers:
          inputs: [{name: p, paths: [p1]}]
          files_per_part: 3
          max_failed: 0.5
          limits: {min_chars: 7, max_bytes: 8}
        code:
          inputs: [{name: c, paths: [c1]}]
          repos_per_part: 4
          max_failed: 1
          files:
            max_file_bytes: 10
            thresholds: ct
            allowed_licenses: [MIT]
            repo_documents: false
            max_repo_chars: 11
        jsonl:
          inputs: [{name: j, paths: [j1]}]
          files_per_part: 5
          max_failed: 0
        llm:
          endpoint: https://localhost/v1
          model: m
          api_key_env: K
          max_tokens: 12
          temperature: 0
          timeout_seconds: 13
          retries: 14
          concurrency: 15
        synth:
          inputs: [{name: s, paths: [s1]}]
          files_per_part: 6
          max_failed: 0.125
          reasoning:
            fields: {question: q, answer: a, subject: s}
            samples: 2
            min_chars: 3
            max_repetition: 0.5
            prompt_file: pf
            seed: 4
        dedup:
          exact: true
          minhash: false
          keep: [newest]
          by_language: true
          url: true
          by_source: true
          min_similarity: 0.5
          verify: true
          inputs: [d1]
          against: [r1]
          passages: {lines: true, line_words: 3, runs: true, run_words: 60}
        semdedup:
          enabled: false
          embed:
            max_tokens: 64
            windows: 1
            max_unknown: 0.5
            model: m.onnx
            tokenizer: t.json
            pooling: cls
          prune:
            epsilon: 0.2
            clusters: 3
            iterations: 4
            sample: 5
            max_cluster: 300
            keep_order: random
            seed: 6
            kinds: [web, paper]
        mix: {recipe: r.yaml, scale: 1e-6, window_tokens: 99}
        """;
    assertEquals(
        new Pipeline(
            new TokenizerConfig("o200k_base", "glm-4.5-1", true),
            new SketchConfig(20, 5, 3, 9, 32, Analysis.ICU, true, ExactForm.WORDS),
            new LanguageConfig("lid.bin"),
            null,
            new WebSection(
                List.of(
                    new WebInput(
                        "w",
                        List.of("w1", "w2"),
                        WebFormat.PARQUET,
                        Map.of("text", "t"),
                        "s3a://b")),
                2,
                0.25,
                new WarcLimits(1000),
                77,
                78,
                TextForm.MARKDOWN,
                true,
                List.of("eng", "cmn"),
                0.75,
                new RuleConfig(
                    false,
                    false,
                    false,
                    false,
                    true,
                    "t",
                    List.of("u"),
                    List.of("b"),
                    new PrivacyConfig(false, true, false, true, false))),
            new PapersSection(
                List.of(new Input("p", List.of("p1"))), 3, 0.5, new PapersLimits(7, 8)),
            new CodeSection(
                List.of(new Input("c", List.of("c1"))),
                4,
                1,
                new CodeConfig(10, "ct", List.of("MIT"), false, 11)),
            new JsonlSection(List.of(new Input("j", List.of("j1"))), 5, 0),
            new LlmConfig("https://localhost/v1", "m", "K", 12, 0, 13, 14, 15),
            new SynthSection(
                List.of(new Input("s", List.of("s1"))),
                6,
                0.125,
                new ReasoningConfig(new QuestionFields("q", "a", "s"), 2, 3, 0.5, "pf", 4)),
            new DedupConfig(
                true,
                false,
                List.of(SurvivorOrder.NEWEST),
                true,
                true,
                true,
                0.5,
                true,
                List.of("d1"),
                List.of("r1"),
                new PassageConfig(true, 3, true, 60)),
            new SemdedupSection(
                false,
                new EmbedConfig(64, 1, 0.5, "m.onnx", "t.json", Pooling.CLS),
                new SemanticConfig(
                    0.2, 3, 4, 5, 300, KeepOrder.RANDOM, 6, List.of(Kind.WEB, Kind.PAPER))),
            new MixSection("r.yaml", 1e-6, 99)),
        Config.parse(Pipeline.class, yaml, "test.yaml"));
  }

  @Test
  void aShareOfFailuresLiesBetweenNoneAndAll() {
    for (String section : List.of("web", "papers", "code", "jsonl", "synth")) {
      ConfigError error =
          assertThrows(
              ConfigError.class,
              () -> load(section + "={inputs: [{name: a, paths: [x]}], max_failed: 1.5}"));
      assertEquals(
          List.of(section + ".max_failed: got 1.5"),
          error.problems().stream().map(PipelineTest::brief).toList());
    }
  }

  private static String brief(Problem problem) {
    return problem.path() + ": " + problem.message();
  }

  @Test
  void anInputHasAName() {
    assertThrows(ConfigError.class, () -> load("web.inputs=[{name: ' ', paths: [x]}]"));
    assertThrows(ConfigError.class, () -> load("web.inputs=[{paths: [x]}]"));
    assertThrows(ConfigError.class, () -> load("web.inputs=[{name: a}]"));
  }

  @Test
  void givenInputsTakeTheConfiguredOnesPlaceAndKeepTheRest() {
    Pipeline pipeline = load("web={inputs: [{name: a, paths: [x]}], files_per_part: 3}");
    Pipeline given = pipeline.withInputs(List.of("web", "jsonl"), List.of("p", "q"));
    List<Input> inputs = List.of(new Input("input", List.of("p", "q")));
    assertEquals(
        load(
            "web={inputs: [{name: input, paths: [p, q]}], files_per_part: 3}",
            "jsonl.inputs=[{name: input, paths: [p, q]}]"),
        given);
    Pipeline all =
        load().withInputs(List.of("web", "papers", "code", "jsonl", "synth"), List.of("p", "q"));
    assertEquals(inputs, all.web().inputs().stream().map(WebInput::input).toList());
    assertEquals(inputs, all.papers().inputs());
    assertEquals(inputs, all.code().inputs());
    assertEquals(inputs, all.jsonl().inputs());
    assertEquals(inputs, all.synth().inputs());
    assertEquals(load("dedup.inputs=[p]"), load().withInputs(List.of("dedup"), List.of("p")));
    assertEquals(load(), load().withInputs(List.of("dedup", "semdedup"), List.of("p")));
  }

  @Test
  void theQuickstartLoads() {
    Pipeline pipeline =
        Config.load(Pipeline.class, CONF.resolve("quickstart.yaml"), List.of(), VARIABLES);
    assertEquals(
        List.of(new Input("javadoc", List.of("/r/sources/pages/*.warc.gz"))),
        pipeline.web().inputs().stream().map(WebInput::input).toList());
    assertEquals(
        new RuleConfig(
            true,
            false,
            true,
            false,
            false,
            "/h/conf/quickstart/thresholds",
            List.of(),
            List.of(),
            RuleConfig.defaults().privateData()),
        rules(pipeline));
    assertEquals(
        List.of(new Input("sources", List.of("/r/sources/code"))), pipeline.code().inputs());
    assertEquals(new MixSection("/h/conf/recipes/glm-4.5.yaml", 4e-6, 16_777_216), pipeline.mix());
    assertNull(pipeline.llm());
  }

  private static RuleConfig rules(Pipeline pipeline) {
    return pipeline.web().rules();
  }

  @Test
  void theRecipeOfGlmLoadsAndTheMixSectionsScaleTakesItsPlace() {
    String file = CONF.resolve("recipes/glm-4.5.yaml").toString();
    Recipe recipe = Recipes.load(new MixSection(file, null, 1));
    assertEquals("glm-4.5", recipe.name());
    assertEquals(1.0, recipe.scale());
    assertEquals(
        List.of(
            "pretrain-general",
            "pretrain-code-reasoning",
            "midtrain-repo",
            "midtrain-reasoning",
            "midtrain-long-agent"),
        recipe.stages().stream().map(StageSpec::name).toList());
    assertEquals(4e-6, Recipes.load(new MixSection(file, 4e-6, 1)).scale());
    assertEquals(1e-12, Recipes.load(new MixSection(file, 1e-12, 1)).scale());
  }

  @Test
  void aRecipeThatIsNotThereIsAUserError() {
    assertThrows(UserError.class, () -> Recipes.load(new MixSection("none.yaml", null, 1)));
  }
}
