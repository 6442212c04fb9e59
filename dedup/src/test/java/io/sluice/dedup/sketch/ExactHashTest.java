package io.sluice.dedup.sketch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.sluice.ingest.text.Hash128;
import io.sluice.ingest.text.WordSplitter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactHashTest {
  private final Hashing hash = new Hashing(ExactForm.SPACES);

  private static final class Hashing {
    private final ExactHash exact;

    Hashing(ExactForm form) {
      exact = new ExactHash(form);
    }

    Hash128 of(String text) {
      return exact.of(Texts.words(text));
    }
  }

  @Test
  void bytesTellEverythingApart() {
    Hashing bytes = new Hashing(ExactForm.BYTES);
    assertEquals(Hash128.of(0, " One  two.\n"), bytes.of(" One  two.\n"));
    assertNotEquals(bytes.of("One two"), bytes.of("One  two"));
    assertNotEquals(bytes.of("caf\u00e9"), bytes.of("cafe\u0301"));
  }

  @Test
  void wordsAloneLeaveOutCaseAndPunctuation() {
    ExactHash words = new ExactHash(ExactForm.WORDS);
    WordSplitter splitter = new WordSplitter();
    Hash128 expected = Hash128.of(0, "it's caf\u00e9 time 北京 3");
    assertEquals(expected, words.of(splitter.split("It's CAF\u00c9-  time: 北京, 3!")));
    assertEquals(expected, words.of(splitter.split("it's cafe\u0301\ntime (北京) 3")));
    assertNotEquals(expected, words.of(splitter.split("it's caf\u00e9 time 北京 4")));
    assertEquals(Hash128.of(0, ""), words.of(splitter.split(" \ud800 … ")));
  }

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
