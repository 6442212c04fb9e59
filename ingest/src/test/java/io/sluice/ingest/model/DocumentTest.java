package io.sluice.ingest.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DocumentTest {
  private static Document.Builder full() {
    return Document.builder(Kind.CODE, "s", "id")
        .url("u")
        .path("p")
        .repo("r")
        .license("MIT")
        .timestamp(Instant.EPOCH)
        .lang("python", 0.5)
        .text("t")
        .segments(List.of(new Segment(Role.USER, "q", false)))
        .tokens(3)
        .signal(Signal.WORDS, 7)
        .score(Score.QUALITY, 0.25)
        .signature(new byte[] {1, 2})
        .meta("k", "v");
  }

  @Test
  void aDocumentOfWhichNothingIsKnownHasEmptyTextAndNothingMeasured() {
    Document document = Document.builder(Kind.WEB, "s", "id").build();
    assertEquals(
        new Document(
            "id",
            Kind.WEB,
            "s",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            "",
            null,
            null,
            Measures.signals(),
            Measures.scores(),
            null,
            new java.util.TreeMap<>()),
        document);
    assertEquals("{}", document.signals().toString());
  }

  @Test
  void theBuilderStartsFromEveryValue() {
    assertEquals(full().build(), full().build());
    assertEquals(full().build(), full().build().toBuilder().build());
    assertEquals(full().build().hashCode(), full().build().toBuilder().build().hashCode());
  }

  @Test
  void everyValueTellsDocumentsApart() {
    List<UnaryOperator<Document.Builder>> changes =
        List.of(
            b -> b.url("x"),
            b -> b.path("x"),
            b -> b.repo("x"),
            b -> b.license(null),
            b -> b.timestamp(Instant.EPOCH.plusSeconds(1)),
            b -> b.lang("java"),
            b -> b.lang("python", 0.75),
            b -> b.lang("python", (Float) null),
            b -> b.text("x"),
            b -> b.segments(null),
            b -> b.tokens(4),
            b -> b.signals(Measures.signals().put(Signal.WORDS, 8)),
            b -> b.scores(Measures.scores()),
            b -> b.signature(new byte[] {1, 3}),
            b -> b.meta("k", "w"),
            b -> b.meta(Map.of("l", "v")));
    for (UnaryOperator<Document.Builder> change : changes) {
      assertNotEquals(full().build(), change.apply(full()).build());
    }
    assertNotEquals(full().build(), Document.builder(Kind.CODE, "s", "other").build());
  }

  @Test
  void listsAndMetaAreCopiedAndMetaWithoutAValueIsLeftOut() {
    List<Segment> segments = new ArrayList<>(List.of(new Segment(Role.USER, "q", false)));
    Document.Builder builder = full().segments(segments).meta("none", null);
    Document document = builder.build();
    segments.clear();
    builder.meta("late", "x");
    assertEquals(1, document.segments().size());
    assertEquals(Map.of("k", "v"), document.meta());
  }

  @Test
  void whatEveryDocumentHasMustBeThere() {
    assertThrows(NullPointerException.class, () -> full().text(null).build());
    assertThrows(NullPointerException.class, () -> Document.builder(null, "s", "id").build());
    assertThrows(NullPointerException.class, () -> Document.builder(Kind.WEB, null, "id").build());
    assertThrows(NullPointerException.class, () -> Document.builder(Kind.WEB, "s", null).build());
  }

  @Test
  void onlyWhatIsTurnedAwayHasAReason() {
    Document document = full().build();
    assertNull(Judged.kept(document).reason());
    assertEquals(
        new Judged(document, Outcome.FAILED, Reason.INTERNAL_ERROR, "java.io.IOException: x"),
        Judged.failed(document, new java.io.IOException("x")));
    assertThrows(IllegalArgumentException.class, () -> Judged.rejected(document, null, "because"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Judged(document, Outcome.KEPT, Reason.TOO_LARGE, null));
  }

  @Test
  void idsFollowSourceAndAddress() {
    String id = DocumentId.of("s", "a", "b");
    assertTrue(id.matches("[0-9a-f]{32}"), id);
    assertEquals(id, DocumentId.of("s", "a", "b"));
    assertNotEquals(id, DocumentId.of("t", "a", "b"));
    assertNotEquals(id, DocumentId.of("s", "b", "a"));
    assertNotEquals(id, DocumentId.of("s", "ab"));
    assertFalse(DocumentId.of("s").isEmpty());
  }

  @Test
  void storedNamesAreFoundAgain() {
    for (Kind kind : Kind.values()) {
      assertEquals(kind, Kind.of(kind.id()));
    }
    for (Role role : Role.values()) {
      assertEquals(role, Role.of(role.id()));
    }
    assertThrows(IllegalArgumentException.class, () -> Kind.of("WEB"));
    assertThrows(IllegalArgumentException.class, () -> Kind.of("page"));
    assertThrows(IllegalArgumentException.class, () -> Role.of("robot"));
  }
}
