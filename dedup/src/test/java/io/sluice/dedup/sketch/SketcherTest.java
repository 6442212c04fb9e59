package io.sluice.dedup.sketch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.text.Hash128;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SketcherTest {
  private static byte[] sketch(SketchConfig config, String text) {
    return new Sketcher(config).sketch(Texts.words(text));
  }

  private static Signature signature(String text) {
    return Signature.of(sketch(SketchConfig.presets(), text));
  }

  @Test
  void aSignatureSaysWhatItWasMadeOf() {
    Signature signature = signature("The quick brown fox jumps over the lazy dog.");
    assertEquals(14, signature.bands());
    assertEquals(112, signature.values());
    assertEquals(SketchConfig.presets().fingerprint(), signature.settings());
    assertEquals(
        Hash128.of(0, "The quick brown fox jumps over the lazy dog."), signature.exactHash());
    assertEquals(192, sketch(SketchConfig.presets(), "a b c").length);
    assertEquals(56, signature.valueBits().length);
  }

  @Test
  void theBytesNeverChange() {
    byte[] bytes =
        sketch(SketchConfig.presets(), "The quick brown fox jumps over the lazy dog. 北京 Ärger");
    assertEquals("4cedfd6d6f9c139bd578c154440f8f38", Hash128.of(0, bytes).hex());
  }

  @Test
  void aSketcherForgetsTheDocumentBefore() {
    Sketcher sketcher = new Sketcher(SketchConfig.presets());
    byte[] expected = sketcher.sketch(Texts.words(Texts.random(1, 3000)));
    sketcher.sketch(Texts.words(Texts.random(2, 10)));
    sketcher.sketch(Texts.words(""));
    assertArrayEquals(expected, sketcher.sketch(Texts.words(Texts.random(1, 3000))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t", "\u00a0"})
  void aTextWithoutWordsIsMarkedEmpty(String text) {
    byte[] bytes =
        new Sketcher(SketchConfig.presets())
            .sketch(new io.sluice.ingest.text.Words(text, new int[0], new int[0], 0));
    Signature signature = Signature.of(bytes);
    assertTrue(signature.empty());
    assertEquals(24, bytes.length);
    assertEquals(14, signature.bands());
    assertThrows(IndexOutOfBoundsException.class, () -> signature.band(0));
    assertEquals(0, signature.similarity(signature("some words")));
    assertEquals(1, signature.similarity(signature));
  }

  @Test
  void caseAndBlanksDoNotChangeTheBands() {
    Signature one = signature("One two three four five six");
    Signature other = signature("ONE  two three\nfour five SIX");
    for (int i = 0; i < one.bands(); i++) {
      assertEquals(one.band(i), other.band(i));
    }
    assertEquals(1, one.similarity(other));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 3", "9, 13", "255, 4"})
  void anyShapeIsReadBack(int bands, int rows) {
    SketchConfig config = new SketchConfig(bands, rows, 2, 9);
    Signature one = Signature.of(sketch(config, Texts.random(1, 50)));
    Signature other = Signature.of(sketch(config, Texts.random(1, 50) + "  "));
    assertEquals(bands, one.bands());
    assertEquals(bands * rows, one.values());
    one.band(bands - 1);
    assertThrows(IndexOutOfBoundsException.class, () -> one.band(bands));
    assertEquals(1, Signature.similarity(bands * rows, one.valueBits(), other.valueBits()));
  }

  @Test
  void bandsOfOneDocumentAllDiffer() {
    Signature signature = signature("word");
    long[] bands = new long[14];
    for (int i = 0; i < 14; i++) {
      bands[i] = signature.band(i);
    }
    assertEquals(14, Arrays.stream(bands).distinct().count());
  }

  @Test
  void brokenBytesAreRefused() {
    byte[] good = sketch(SketchConfig.presets(), "a b c d e f");
    byte[] version = good.clone();
    version[0] = 7;
    byte[] bands = good.clone();
    bands[2] = 0;
    for (byte[] bad :
        new byte[][] {
          {},
          Arrays.copyOf(good, 23),
          Arrays.copyOf(good, 191),
          Arrays.copyOf(good, 193),
          version,
          bands
        }) {
      assertThrows(IllegalArgumentException.class, () -> Signature.of(bad));
    }
  }

  @Test
  void otherSettingsDoNotCompare() {
    Signature one = signature("a b c d e f");
    Signature other = Signature.of(sketch(new SketchConfig(14, 8, 5, 2), "a b c d e f"));
    assertThrows(IllegalArgumentException.class, () -> one.similarity(other));
  }
}
