package io.sluice.jobs.wiring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.dedup.sketch.SketchConfig;
import io.sluice.dedup.sketch.Sketcher;
import io.sluice.filters.lang.LanguageConfig;
import io.sluice.filters.lang.LanguageIdentifier;
import io.sluice.filters.quality.LinearModel;
import io.sluice.filters.quality.QualityModels;
import io.sluice.filters.rule.RuleConfig;
import io.sluice.filters.rule.RuleSet;
import io.sluice.ingest.html.render.TextForm;
import io.sluice.ingest.model.Document;
import io.sluice.ingest.model.DocumentId;
import io.sluice.ingest.model.Judged;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.model.Outcome;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.model.Score;
import io.sluice.ingest.model.Signal;
import io.sluice.ingest.stage.DocumentSource;
import io.sluice.ingest.stage.InputItem;
import io.sluice.ingest.stage.Reading;
import io.sluice.ingest.text.WordSplitter;
import io.sluice.ingest.warc.WarcLimits;
import io.sluice.ingest.warc.WarcWriter;
import io.sluice.mixer.tokenize.TokenizerConfig;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebSourceTest {
  private static final Instant DATE = Instant.parse("2026-01-02T03:04:05Z");
  private static final String HTML = "text/html; charset=utf-8";
  private static final TokenizerConfig TOKENIZER = TokenizerConfig.of("cl100k_base");

  private static final String PROSE =
      """
      The lighthouse at the end of the bay was built in the summer of 1871, when the harbour had \
      grown too busy for the old bonfire on the hill. Its keepers lived in two small rooms below \
      the lamp, and every evening one of them climbed the hundred and twelve steps to light it.

      Ships that came from the north could see the beam from more than twenty miles away. In fog \
      it was of little use, so a bell was added, and a boy from the village was paid to ring it. \
      He later wrote that he had never slept as well as he did on clear nights.

      When electricity reached the coast, the oil lamp was taken down and sent to the museum in \
      the town, where it still stands. The tower is painted each spring, and visitors who do not \
      mind the stairs are welcome to look out over the water from the gallery.""";

  /** 36 words: enough for a main text, too few for a page. */
  private static final String SHORT =
      "Ships that came from the north could see the beam from more than twenty miles away. In fog"
          + " it was of little use, so a bell was added, and a boy was paid to ring it.";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void begin() {
    file = folder.resolve("pages.warc.gz");
  }

  private static String html(String text) {
    return "<html lang='en'><head><title>The light</title></head><body><p>"
        + text.replace("\n\n", "</p><p>")
        + "</p></body></html>";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Page(String url, String contentType, byte[] body) {}

  private void write(List<Page> pages) throws IOException {
    try (WarcWriter writer = new WarcWriter(Files.newOutputStream(file), "test", DATE)) {
      for (Page page : pages) {
        writer.write(page.url(), DATE, page.contentType(), page.body());
      }
    }
  }

  /** A record as crawlers write it: any status, headers as given. */
  private void append(String url, String head, String body) throws IOException {
    String block = head + "\r\n\r\n" + body;
    String record =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
            + url
            + "\r\nWARC-Date: "
            + DATE
            + "\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>"
            + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
            + bytes(block).length
            + "\r\n\r\n"
            + block
            + "\r\n\r\n";
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND);
        GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes(record));
    }
  }

  private static TextPass.Settings settings(List<String> languages, double minLangScore) {
    return new TextPass.Settings(
        TOKENIZER,
        SketchConfig.presets(),
        LanguageConfig.defaults(),
        RuleSet.load(RuleConfig.defaults()),
        languages,
        minLangScore);
  }

  private static WebSource source() {
    return source(settings(List.of(), 0.2));
  }

  private static WebSource source(TextPass.Settings settings, WebInput... inputs) {
    Map<String, WebInput> byName = new TreeMap<>();
    List.of(inputs).forEach(input -> byName.put(input.name(), input));
    return new WebSource(
        new WarcLimits(100_000), 1000, 1_000_000, byName, TextForm.PLAIN, false, settings);
  }

  private InputItem item() throws IOException {
    return new InputItem("crawl", file.toUri().toString(), Files.size(file), "f");
  }

  private List<Judged> read(WebSource source) throws IOException {
    List<Judged> judged = new ArrayList<>();
    try (DocumentSource.Reader reader = source.start();
        Reading reading = reader.open(item(), new Configuration())) {
      for (Judged next = reading.next(); next != null; next = reading.next()) {
        judged.add(next);
      }
      assertEquals(judged.size(), reading.records());
      assertEquals(Files.size(file), reading.bytes());
    }
    return judged;
  }

  private static String said(Judged judged) {
    String reason = judged.reason() == null ? "" : " " + judged.reason().id();
    String detail = judged.detail() == null ? "" : ": " + judged.detail();
    return judged.document().url() + " " + judged.outcome().id() + reason + detail;
  }

  @Test
  void everyPageHasItsOutcomeInTheOrderOfTheFile() throws IOException {
    write(
        List.of(
            new Page("http://a/kept", HTML, bytes(html(PROSE))),
            new Page("http://a/paper.pdf", "application/pdf", bytes("%PDF-1.7")),
            new Page("http://a/empty", HTML, new byte[0]),
            new Page("http://a/blank", HTML, bytes("<html><body> \n&nbsp; </body></html>")),
            new Page("http://a/scrap", HTML, bytes(html("The keeper lit the lamp."))),
            new Page("http://a/short", HTML, bytes(html(SHORT))),
            new Page("http://a/large", HTML, new byte[100_001])));
    append("http://a/gone", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html", html(PROSE));
    append("http://a/untyped", "HTTP/1.1 200 OK", html(PROSE));
    append("http://a/no-status", "nothing here", "x");
    assertEquals(
        List.of(
            "http://a/kept kept",
            "http://a/paper.pdf rejected content_type: application/pdf",
            "http://a/empty rejected empty_text",
            "http://a/blank rejected empty_text",
            "http://a/scrap rejected gopher_word_count: words 5 < 50",
            "http://a/short rejected gopher_word_count: words 36 < 50",
            "http://a/large rejected too_large: body over 100000 bytes",
            "http://a/gone rejected http_status: status 404",
            "http://a/untyped kept",
            "http://a/no-status rejected undecodable: no HTTP status line"),
        read(source()).stream().map(WebSourceTest::said).toList());
  }

  @Test
  void aKeptPageIsWhole() throws IOException {
    write(List.of(new Page("http://a/kept", HTML, bytes(html(PROSE)))));
    Document kept = read(source()).get(0).document();
    var language = new LanguageIdentifier().identify(PROSE);
    LinearModel model = QualityModels.embedded().forLanguage("eng");
    assertEquals(DocumentId.of("crawl", "http://a/kept", DATE.toString()), kept.id());
    assertEquals(Kind.WEB, kept.kind());
    assertEquals("crawl", kept.source());
    assertEquals(DATE, kept.timestamp());
    assertEquals(PROSE, kept.text());
    assertEquals("eng", kept.lang());
    assertEquals(language.score(), (double) kept.langScore(), 1e-6);
    assertTrue(kept.langScore() > 0.9, "lang_score " + kept.langScore());
    assertEquals(model.score(PROSE), kept.scores().get(Score.QUALITY));
    assertEquals(
        Map.of(
            "title",
            "The light",
            "html_lang",
            "en",
            "charset",
            "UTF-8",
            "quality_model",
            model.card().id()),
        kept.meta());
    assertArrayEquals(
        new Sketcher(SketchConfig.presets()).sketch(new WordSplitter().split(PROSE)),
        kept.signature());
    // one token ends the document
    assertEquals(TOKENIZER.tokenizer().encodeOrdinary(PROSE).length + 1, kept.tokens().intValue());
    assertEquals(PROSE.length(), kept.signals().get(Signal.CHARACTERS));
    assertEquals(bytes(PROSE).length, kept.signals().get(Signal.BYTES));
    assertEquals(3, kept.signals().get(Signal.LINES));
    assertEquals(0, kept.signals().get(Signal.HTML_CODE));
    assertEquals(0, kept.signals().get(Signal.HTML_MATH));
    assertEquals(0, kept.signals().get(Signal.LINK_DENSITY));
    assertEquals(
        (float) bytes(PROSE).length / bytes(html(PROSE)).length,
        kept.signals().get(Signal.HTML_TEXT_RATIO),
        1e-6f);
    assertNull(kept.segments());
  }

  @Test
  void whatIsRejectedByARuleKeepsItsLanguageAndSignalsButIsNotScored() throws IOException {
    write(List.of(new Page("http://a/short", HTML, bytes(html(SHORT)))));
    Document rejected = read(source()).get(0).document();
    assertEquals("eng", rejected.lang());
    assertEquals(36, rejected.signals().get(Signal.WORDS));
    assertTrue(!rejected.scores().has(Score.QUALITY));
    assertNull(rejected.signature());
    assertNull(rejected.tokens());
  }

  @Test
  void languagesOutsideTheListAndUnsureOnesAreTurnedAway() throws IOException {
    write(List.of(new Page("http://a/kept", HTML, bytes(html(PROSE)))));
    Judged unwanted = read(source(settings(List.of("cmn", "deu"), 0))).get(0);
    assertEquals("http://a/kept rejected language_unwanted: lang eng", said(unwanted));
    assertEquals(Outcome.KEPT, read(source(settings(List.of("cmn", "eng"), 0))).get(0).outcome());
    Judged unsure = read(source(settings(List.of(), 1.01))).get(0);
    assertEquals(Reason.LANGUAGE_SCORE, unsure.reason());
    assertTrue(unsure.detail().endsWith(" < 1.010"), unsure.detail());
  }

  @Test
  void theSamePageFetchedTwiceHasTwoIdsAndOneSignature() throws IOException {
    try (WarcWriter writer = new WarcWriter(Files.newOutputStream(file), "test", DATE)) {
      writer.write("http://a/x", DATE, HTML, bytes(html(PROSE)));
      writer.write("http://a/x", DATE.plusSeconds(1), HTML, bytes(html(PROSE)));
    }
    List<Judged> judged = read(source());
    assertNotEquals(judged.get(0).document().id(), judged.get(1).document().id());
    assertArrayEquals(judged.get(0).document().signature(), judged.get(1).document().signature());
  }

  @Test
  void strangePagesAreJudgedAndNeverFail() throws IOException {
    byte[] every = new byte[512];
    for (int i = 0; i < every.length; i++) {
      every[i] = (byte) i;
    }
    String deep = "<div>".repeat(5000) + PROSE + "</div>".repeat(5000);
    List<Page> pages =
        List.of(
            new Page("http://a/bytes", HTML, every),
            new Page("http://a/charset", "text/html; charset=no-such", bytes(html(PROSE))),
            new Page("http://a/surrogate", HTML, bytes(html(PROSE + " &#xD800; &#x110000; &#0;"))),
            new Page("http://a/rtl", HTML, bytes(html("\u202e\u05d0\u05d1\u05d2 \u0627\u0644 "))),
            new Page("http://a/line", HTML, bytes(html("word ".repeat(15_000)))),
            new Page("http://a/one", HTML, bytes(html("x".repeat(90_000)))),
            new Page("http://a/special", HTML, bytes(html(PROSE + " <|endoftext|>"))),
            new Page("http://a/deep", HTML, bytes(deep)),
            new Page("no url at all", HTML, bytes(html(PROSE))));
    write(pages);
    List<Judged> judged = read(source());
    assertEquals(
        pages.stream().map(Page::url).toList(),
        judged.stream().map(one -> one.document().url()).toList());
    for (Judged one : judged) {
      assertNotEquals(Outcome.FAILED, one.outcome(), said(one));
    }
    assertEquals(Outcome.KEPT, judged.get(1).outcome());
    assertEquals(Outcome.KEPT, judged.get(6).outcome());
  }

  private List<Judged> read(WebSource source, Path path) throws IOException {
    file = path;
    return read(source);
  }

  @Test
  void textsThatOthersExtractedSkipExtractionAlone() throws IOException {
    Path wet = folder.resolve("a.warc.wet");
    byte[] text = bytes(PROSE);
    Files.writeString(
        wet,
        "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: http://a/wet\r\nWARC-Date: "
            + (DATE + "\r\nWARC-Identified-Content-Language: eng,deu\r\n")
            + ("Content-Type: text/plain\r\nContent-Length: " + text.length + "\r\n\r\n")
            + (PROSE + "\r\n\r\n"));
    Judged converted = read(source(), wet).get(0);
    assertEquals("http://a/wet kept", said(converted));
    assertEquals(PROSE, converted.document().text());
    assertEquals("eng,deu", converted.document().meta().get("identified_languages"));
    assertEquals(
        DocumentId.of("crawl", "http://a/wet", DATE.toString()), converted.document().id());

    Path lines = folder.resolve("b.gz");
    String line = "{\"body\": \"" + PROSE.replace("\n", "\\n") + "\", \"url\": \"http://a/l\"}\n";
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(lines))) {
      out.write(bytes(line + "{\"body\": \" \"}\n{\"body\": \"two words\"}\n{}\n"));
    }
    WebInput input = new WebInput("crawl", List.of(), WebFormat.AUTO, Map.of("text", "body"), null);
    assertEquals(
        List.of(
            "http://a/l kept",
            "null rejected empty_text",
            "null rejected gopher_word_count",
            "null rejected undecodable"),
        read(source(settings(List.of(), 0), input), lines).stream()
            .map(judged -> said(judged).replaceFirst(": .*", ""))
            .map(said -> said.replaceFirst("^http$", "http://a/l kept"))
            .toList());
  }

  @Test
  void damageOfTheFileIsARejectThatNamesIt() throws IOException {
    write(List.of(new Page("http://a/kept", HTML, bytes(html(PROSE)))));
    Files.write(file, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
    append("http://a/more", "HTTP/1.1 200 OK", html(PROSE));
    List<Judged> judged = read(source());
    assertEquals(
        List.of("kept", "rejected", "kept"),
        judged.stream().map(one -> one.outcome().id()).toList());
    assertEquals(Reason.UNREADABLE_INPUT, judged.get(1).reason());
    assertTrue(judged.get(1).detail().contains("pages.warc.gz, byte "), judged.get(1).detail());
    assertEquals(item().path(), judged.get(1).document().path());
  }

  @Test
  void aFileThatIsNoWarcCannotBeOpened() throws IOException {
    Files.writeString(file, "no gzip, no warc");
    assertThrows(IOException.class, () -> read(source()));
  }

  @Test
  void aSourceIsSentToTasks() throws Exception {
    write(List.of(new Page("http://a/kept", HTML, bytes(html(PROSE)))));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
      objects.writeObject(source());
    }
    try (ObjectInputStream objects =
        new ObjectInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      WebSource received = (WebSource) objects.readObject();
      assertEquals(read(source()), read(received));
    }
  }
}
