package io.sluice.dedup.sketch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.sluice.ingest.text.Hash128;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactHashTest {
  private final ExactHash hash = new ExactHash();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "One two.",
        "  One two.\n",
        "One\n\n\ttwo.",
        "One\u00a0two.",
        "\u3000One \u2028 two.\r\n"
      })
  void whiteSpaceIsFoldedAndTrimmed(String text) {
    assertEquals(Hash128.of(0, "One two."), hash.of(text));
  }

  @Test
  void caseAndPunctuationAreKept() {
    assertNotEquals(hash.of("One two."), hash.of("one two."));
    assertNotEquals(hash.of("One two."), hash.of("One two"));
    assertNotEquals(hash.of("One two."), hash.of("Onetwo."));
  }

  @Test
  void composedAndDecomposedAccentsAreTheSame() {
    assertEquals(hash.of("caf\u00e9"), hash.of("cafe\u0301"));
    assertEquals(hash.of("\u1ec7"), hash.of("e\u0323\u0302"));
  }

  @Test
  void wellFormedTextIsHashedAsItsUtf8() {
    String text = "Grüße 北京 \ud83d\ude00 مرحبا";
    assertEquals(Hash128.of(0, text), hash.of(text));
  }

  @Test
  void unpairedSurrogatesAreToldApart() {
    assertNotEquals(hash.of("a\ud800"), hash.of("a\ud801"));
    assertNotEquals(hash.of("a\ud800"), hash.of("a?"));
    assertNotEquals(hash.of("\udc00\ud800"), hash.of("\ud800\udc00"));
  }

  @Test
  void theBufferCarriesNothingOver() {
    Hash128 before = hash.of("short");
    hash.of("x".repeat(2_000_000));
    assertEquals(before, hash.of("short"));
    assertEquals(Hash128.of(0, ""), hash.of(" \n "));
  }
}
