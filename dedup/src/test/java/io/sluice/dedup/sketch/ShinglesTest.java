package io.sluice.dedup.sketch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.sluice.ingest.text.Words;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShinglesTest {
  private static long[] hashes(int size, int block, String text) {
    Shingles shingles = new Shingles(size);
    shingles.reset(Texts.words(text));
    long[] all = new long[1000];
    long[] part = new long[block];
    int count = 0;
    for (int filled = shingles.fill(part); filled > 0; filled = shingles.fill(part)) {
      System.arraycopy(part, 0, all, count, filled);
      count += filled;
    }
    return Arrays.copyOf(all, count);
  }

  @Test
  void rollsOverEachRunOfFiveWords() {
    long[] expected = {
      hashes(5, 8, "a b c d e")[0], hashes(5, 8, "b c d e f")[0], hashes(5, 8, "c d e f g")[0]
    };
    assertArrayEquals(expected, hashes(5, 8, "a b c d e f g"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 64})
  void theSizeOfTheBlockDoesNotMatter(int block) {
    String text = Texts.random(3, 40);
    assertArrayEquals(hashes(5, 100, text), hashes(5, block, text));
  }

  @Test
  void fewWordsMakeOneShingleAndNoneMakeNone() {
    assertEquals(1, hashes(5, 8, "one two three").length);
    assertEquals(1, hashes(5, 8, "one").length);
    assertEquals(0, hashes(5, 8, " \t\n").length);
    assertEquals(0, hashes(5, 8, "").length);
  }

  @Test
  void nothingIsLeftOfTheDocumentBefore() {
    Shingles shingles = new Shingles(5);
    long[] block = new long[16];
    shingles.reset(Texts.words("u v w x y z"));
    shingles.fill(block);
    shingles.reset(Texts.words("a b c d e f"));
    int count = shingles.fill(block);
    assertArrayEquals(hashes(5, 8, "a b c d e f"), Arrays.copyOf(block, count));
  }

  @Test
  void caseIsFoldedAlsoOutsideAsciiAndTheBasicPlane() {
    assertArrayEquals(
        hashes(2, 8, "straße дом \ud801\udc28"), hashes(2, 8, "STRAßE ДОМ \ud801\udc00"));
  }

  @Test
  void orderAndWordBoundariesMatter() {
    assertNotEquals(hashes(2, 8, "a b")[0], hashes(2, 8, "b a")[0]);
    assertNotEquals(hashes(2, 8, "ab c")[0], hashes(2, 8, "a bc")[0]);
    assertNotEquals(hashes(2, 8, "a a")[0], hashes(2, 8, "aa")[0]);
  }

  @Test
  void unpairedSurrogatesAreLettersOfTheirOwn() {
    assertNotEquals(hashes(1, 8, "\ud801")[0], hashes(1, 8, "\ud802")[0]);
    // The word ends between two halves that would pair.
    Words cut = new Words("\ud801\udc00", new int[] {0, 1}, new int[] {1, 2}, 2);
    Shingles shingles = new Shingles(1);
    shingles.reset(cut);
    long[] block = new long[4];
    assertEquals(2, shingles.fill(block));
    assertEquals(hashes(1, 8, "\ud801")[0], block[0]);
  }
}
