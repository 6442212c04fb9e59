package io.sluice.jobs.wiring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.dedup.sketch.SketchConfig;
import io.sluice.dedup.sketch.Sketcher;
import io.sluice.filters.lang.LanguageConfig;
import io.sluice.filters.rule.RuleConfig;
import io.sluice.filters.rule.RuleSet;
import io.sluice.ingest.model.Document;
import io.sluice.ingest.model.Judged;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.model.Outcome;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.model.Role;
import io.sluice.ingest.model.Score;
import io.sluice.ingest.model.Segment;
import io.sluice.ingest.model.Signal;
import io.sluice.ingest.stage.DocumentSource;
import io.sluice.ingest.stage.InputItem;
import io.sluice.ingest.stage.Reading;
import io.sluice.ingest.text.WordSplitter;
import io.sluice.mixer.tokenize.TokenizerConfig;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class FinishedSourceTest {
  private static final TokenizerConfig TOKENIZER = TokenizerConfig.of("cl100k_base");
  private static final String TEXT = "The keeper lit the lamp and the ships came home again.";
  private static final TextPass.Settings SETTINGS =
      new TextPass.Settings(
          TOKENIZER,
          SketchConfig.presets(),
          LanguageConfig.defaults(),
          RuleSet.load(RuleConfig.defaults()),
          List.of(),
          0);

  /** Gives what it is told to; a null stands for storage that fails. */
  private static final class Given implements Reading {
    private final Iterator<Judged> judged;
    private boolean closed;

    Given(List<Judged> judged) {
      this.judged = judged.iterator();
    }

    @Override
    public Judged next() throws IOException {
      Judged next = judged.hasNext() ? judged.next() : null;
      if (next != null && next.outcome() == Outcome.INPUT) {
        throw new IOException("clipped");
      }
      return next;
    }

    @Override
    public long records() {
      return 7;
    }

    @Override
    public long bytes() {
      return 8;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private static final InputItem ITEM = new InputItem("s", "p", 1, "f");

  private static Reading open(Given given) throws IOException {
    DocumentSource source = () -> (item, hadoop) -> given;
    return new FinishedSource(source, SETTINGS).start().open(ITEM, new Configuration());
  }

  private static List<Judged> read(Judged... given) throws IOException {
    List<Judged> all = new ArrayList<>();
    try (Reading reading = open(new Given(List.of(given)))) {
      for (Judged next = reading.next(); next != null; next = reading.next()) {
        all.add(next);
      }
    }
    return all;
  }

  private static Judged kept(Kind kind) {
    return Judged.kept(Document.builder(kind, "s", "id").text(TEXT).build());
  }

  private static byte[] signature() {
    return new Sketcher(SketchConfig.presets()).sketch(new WordSplitter().split(TEXT));
  }

  private static int tokens() {
    return TOKENIZER.tokenizer().encodeOrdinary(TEXT).length + 1;
  }

  @Test
  void textsAreMeasuredScoredSketchedAndCountedButNotTurnedAway() throws IOException {
    for (Kind kind : List.of(Kind.WEB, Kind.PAPER, Kind.BOOK)) {
      Judged judged = read(kept(kind)).get(0);
      Document document = judged.document();
      assertEquals(Outcome.KEPT, judged.outcome());
      assertEquals(kind, document.kind());
      assertEquals(TEXT, document.text());
      assertEquals("eng", document.lang());
      assertEquals(11, document.signals().get(Signal.WORDS));
      assertTrue(document.scores().has(Score.QUALITY));
      assertArrayEquals(signature(), document.signature());
      assertEquals(tokens(), document.tokens().intValue());
    }
  }

  @Test
  void codeIsSketchedAndCountedAndKeepsItsOwnLanguageAndScore() throws IOException {
    Document file =
        Document.builder(Kind.CODE, "s", "id")
            .text(TEXT)
            .lang("python", (Float) null)
            .score(Score.CODE_QUALITY, 0.5)
            .signal(Signal.BYTES, 3)
            .build();
    Document document = read(Judged.kept(file)).get(0).document();
    assertEquals(file.toBuilder().signature(signature()).tokens(tokens()).build(), document);
    assertEquals(3, document.signals().get(Signal.BYTES));
    assertFalse(document.scores().has(Score.QUALITY));
  }

  @Test
  void repositoriesAndReasoningAreCountedAlone() throws IOException {
    for (Kind kind : List.of(Kind.REPO, Kind.REASONING)) {
      Document document = read(kept(kind)).get(0).document();
      assertNull(document.signature());
      assertNull(document.lang());
      assertEquals(tokens(), document.tokens().intValue());
      assertEquals(TEXT.length(), document.signals().get(Signal.BYTES));
    }
  }

  @Test
  void dialoguesAreCountedAsTheTemplateWritesThem() throws IOException {
    Document dialogue =
        Document.builder(Kind.REASONING, "s", "id")
            .text("a\nb")
            .segments(
                List.of(new Segment(Role.USER, "a", false), new Segment(Role.ASSISTANT, "b", true)))
            .build();
    int counted = read(Judged.kept(dialogue)).get(0).document().tokens();
    assertTrue(counted > 3, "tokens " + counted);
  }

  @Test
  void whatIsNotKeptPassesUntouched() throws IOException {
    Document document = Document.builder(Kind.WEB, "s", "id").text(TEXT).build();
    Judged rejected = Judged.rejected(document, Reason.PAPER_TOO_SHORT, "d");
    Judged failed = Judged.failed(document, new IllegalStateException("x"));
    List<Judged> all = read(rejected, failed);
    assertSame(rejected, all.get(0));
    assertSame(failed, all.get(1));
    assertNull(document.tokens());
  }

  @Test
  void textsAtTheEdgeAreKept() throws IOException {
    for (String text : List.of("", " \n\t ", "\ud800", "\u0000", "a", "\u202e\u05d0")) {
      Document document = Document.builder(Kind.WEB, "s", "id").text(text).build();
      Judged judged = read(Judged.kept(document)).get(0);
      assertEquals(Outcome.KEPT, judged.outcome(), () -> "" + judged.detail());
      assertEquals(text, judged.document().text());
    }
  }

  @Test
  void aTurnThatIsNoUnicodeIsCountedToo() throws IOException {
    Document strange =
        Document.builder(Kind.REASONING, "s", "id")
            .segments(List.of(new Segment(Role.ASSISTANT, "\ud800", true)))
            .build();
    List<Judged> all = read(Judged.kept(strange), kept(Kind.CODE));
    assertEquals(List.of(Outcome.KEPT, Outcome.KEPT), all.stream().map(Judged::outcome).toList());
  }

  @Test
  void countsClosingAndErrorsOfStorageAreTheReadersOwn() throws IOException {
    Document document = Document.builder(Kind.WEB, "s", "id").build();
    Given given = new Given(List.of(new Judged(document, Outcome.INPUT, null, null)));
    Reading reading = open(given);
    assertEquals(7, reading.records());
    assertEquals(8, reading.bytes());
    assertThrows(IOException.class, reading::next);
    reading.close();
    assertTrue(given.closed);
  }
}
