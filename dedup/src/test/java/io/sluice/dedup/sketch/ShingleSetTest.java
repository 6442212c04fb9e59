package io.sluice.dedup.sketch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ShingleSetTest {
  private static final Sketcher PAIRS = new Sketcher(new SketchConfig(2, 2, 2, 1));

  @Test
  void jaccardIsThatOfTheShingles() {
    ShingleSet one = PAIRS.shingles("a b c d a b");
    ShingleSet other = PAIRS.shingles("A b c x");
    // {ab, bc, cd, da} and {ab, bc, cx}
    assertEquals(2.0 / 5, one.jaccard(other));
    assertEquals(2.0 / 5, ShingleSet.of(other.bytes()).jaccard(ShingleSet.of(one.bytes())));
    assertEquals(1, one.jaccard(one));
    assertEquals(0, one.jaccard(PAIRS.shingles("")));
    assertEquals(0, PAIRS.shingles("").jaccard(PAIRS.shingles(" ")));
  }

  @Test
  void aLongTextIsComparedByASample() {
    Sketcher words = new Sketcher(new SketchConfig(2, 2, 1, 1));
    String shared = Texts.random(1, 150_000);
    ShingleSet one = words.shingles(shared + ' ' + Texts.random(2, 50_000));
    ShingleSet other = words.shingles(shared + ' ' + Texts.random(3, 50_000));
    assertEquals(1 + 8 * ShingleSet.MOST, one.bytes().length);
    assertEquals(0.6, one.jaccard(other), 4 * 0.002);
    assertEquals(0.75, one.jaccard(words.shingles(shared)), 4 * 0.002);
    assertTrue(words.shingles(Texts.random(1, 10)).jaccard(one) < 0.001);
  }
}
