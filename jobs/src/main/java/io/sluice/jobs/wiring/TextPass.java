package io.sluice.jobs.wiring;

import io.sluice.dedup.sketch.SketchConfig;
import io.sluice.dedup.sketch.Sketcher;
import io.sluice.filters.lang.Language;
import io.sluice.filters.lang.LanguageConfig;
import io.sluice.filters.lang.LanguageIdentifier;
import io.sluice.filters.lang.LanguageModel;
import io.sluice.filters.privacy.Masked;
import io.sluice.filters.privacy.PrivateData;
import io.sluice.filters.quality.LinearModel;
import io.sluice.filters.quality.QualityModels;
import io.sluice.filters.rule.RuleConfig;
import io.sluice.filters.rule.RuleSet;
import io.sluice.filters.rule.TextMeasures;
import io.sluice.filters.rule.Verdict;
import io.sluice.ingest.model.Document;
import io.sluice.ingest.model.Judged;
import io.sluice.ingest.model.Measures;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.model.Score;
import io.sluice.ingest.model.Signal;
import io.sluice.ingest.text.WordSplitter;
import io.sluice.ingest.text.Words;
import io.sluice.mixer.tokenize.DocumentEncoder;
import io.sluice.mixer.tokenize.MiddleFiller;
import io.sluice.mixer.tokenize.TokenizerConfig;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * What is done to every text while it is in memory: language, signals, rules, quality score,
 * MinHash signature, token count. The words are split once and shared. One instance a thread.
 */
final class TextPass {

  /** How a pass is set. The rules are loaded on the driver: a worker may not have their files. */
  record Settings(
      TokenizerConfig tokenizer,
      SketchConfig sketch,
      LanguageConfig language,
      RuleSet rules,
      List<String> languages,
      double minLangScore)
      implements Serializable {

    /** For texts that no rule turns away. */
    static Settings unjudged(Pipeline pipeline) {
      return new Settings(
          pipeline.tokenizer(),
          pipeline.sketch(),
          pipeline.language(),
          RuleSet.load(RuleConfig.defaults()),
          List.of(),
          0);
    }
  }

  private final Settings settings;
  private final WordSplitter splitter = new WordSplitter();
  private final LanguageIdentifier identifier;
  private final RuleSet rules;
  private final PrivateData privateData;
  private final TextMeasures measures;
  private final QualityModels models = QualityModels.embedded();
  private final Sketcher sketcher;
  private final DocumentEncoder encoder;

  TextPass(Settings settings) {
    this.settings = settings;
    this.identifier = new LanguageIdentifier(LanguageModel.of(settings.language()));
    this.rules = settings.rules();
    this.privateData = new PrivateData(rules.config().privateData());
    this.measures = new TextMeasures(rules);
    this.sketcher = new Sketcher(settings.sketch());
    this.encoder = new DocumentEncoder(settings.tokenizer(), MiddleFiller.NONE);
  }

  /**
   * A page: turned away by its address, its private data masked; judged by language and rules, and
   * if kept scored, sketched and counted.
   */
  Judged page(Document page) {
    Verdict address = rules.judgeUrl(page.url());
    if (!address.keep()) {
      return Judged.rejected(page, address.reason(), address.detail());
    }
    Masked masked = privateData.mask(page.text());
    Document document = page.toBuilder().text(masked.text()).build();
    Language language = identifier.identify(document.text());
    Document.Builder builder =
        document.toBuilder().lang(language.code(), (double) language.score());
    if (language.score() < settings.minLangScore()) {
      return Judged.rejected(
          builder.build(),
          Reason.LANGUAGE_SCORE,
          String.format(
              Locale.ROOT, "lang_score %.3f < %.3f", language.score(), settings.minLangScore()));
    }
    if (!settings.languages().isEmpty() && !settings.languages().contains(language.code())) {
      return Judged.rejected(builder.build(), Reason.LANGUAGE_UNWANTED, "lang " + language.code());
    }
    Words words = splitter.split(document.text());
    Measures<Signal> signals = document.signals();
    masked.fill(signals);
    measures.measure(words, language.tag(), signals);
    Verdict verdict = rules.judge(signals, language.tag());
    if (!verdict.keep()) {
      return Judged.rejected(builder.build(), verdict.reason(), verdict.detail());
    }
    score(builder, document.text(), language.code());
    return Judged.kept(finish(builder, document, words));
  }

  /**
   * Papers, books, texts of others: measured and scored, but not turned away by rules for pages.
   */
  Judged unjudged(Document document) {
    Language language = identifier.identify(document.text());
    Words words = splitter.split(document.text());
    measures.measure(words, language.code(), document.signals());
    Document.Builder builder =
        document.toBuilder().lang(language.code(), (double) language.score());
    score(builder, document.text(), language.code());
    return Judged.kept(finish(builder, document, words));
  }

  /** A source file: its rules and score are its reader's; sketched and counted here. */
  Judged code(Document document) {
    Words words = splitter.split(document.text());
    return Judged.kept(finish(document.toBuilder(), document, words));
  }

  /** A document that is made of others, or of turns: counted alone. */
  Document counted(Document document) {
    return count(document.toBuilder(), document);
  }

  private void score(Document.Builder builder, String text, String language) {
    LinearModel model = models.forLanguage(language);
    builder.score(Score.QUALITY, model.score(text)).meta("quality_model", model.card().id());
  }

  private Document finish(Document.Builder builder, Document document, Words words) {
    return count(builder.signature(sketcher.sketch(words)), document);
  }

  /** Tokens as the mix will write them (fill-in-the-middle adds a few), and bytes where unknown. */
  private Document count(Document.Builder builder, Document document) {
    if (!document.signals().has(Signal.BYTES)) {
      builder.signal(Signal.BYTES, document.text().getBytes(StandardCharsets.UTF_8).length);
    }
    return builder.tokens(encoder.whole(document.text(), document.segments()).length()).build();
  }
}
