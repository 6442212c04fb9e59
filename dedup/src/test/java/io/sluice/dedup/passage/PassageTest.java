package io.sluice.dedup.passage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.dedup.sketch.Texts;
import io.sluice.ingest.text.WordSplitter;
import io.sluice.ingest.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassageTest {
  private static Words words(String text) {
    return new WordSplitter().split(text);
  }

  private static List<Long> hashes(String text) {
    return Lines.of(words(text), 1).stream().map(Passage::hash).toList();
  }

  @Test
  void linesAreComparedByTheirWordsAndDigitsAlike() {
    String text = "Copyright 2019, Me!\n\n * * *\nother words";
    List<Passage> lines = Lines.of(words(text), 1);
    assertEquals(2, lines.size());
    assertEquals(List.of(0, 20), List.of(lines.get(0).start(), lines.get(0).end()));
    assertEquals("other words", text.substring(lines.get(1).start(), lines.get(1).end()));
    assertEquals(hashes("copyright — 2024 me"), hashes("Copyright 2019, Me!"));
    assertNotEquals(hashes("copyright 2024 you"), hashes("Copyright 2019, Me!"));
    assertNotEquals(hashes("me copyright 2019"), hashes("Copyright 2019, Me!"));
    assertEquals(1, Lines.of(words("one\ntwo three"), 2).size());
    assertEquals(List.of(), Lines.of(words(""), 1));
  }

  @ParameterizedTest
  @CsvSource({"50, 0", "50, 13", "50, 400", "8, 3", "9, 77"})
  void everySharedRunHasASharedAnchorInItsPlace(int length, int offset) {
    Runs runs = new Runs(length);
    for (int seed = 0; seed < 40; seed++) {
      String shared = Texts.random(seed, length);
      Words one = words(Texts.random(1000 + seed, offset) + ' ' + shared);
      Words other = words(shared + ' ' + Texts.random(2000 + seed, 60));
      Set<String> anchors = new HashSet<>();
      runs.anchors(one).forEach(a -> anchors.add(a.hash() + " " + (a.start() - offset)));
      List<Passage> met =
          runs.anchors(other).stream()
              .filter(a -> anchors.contains(a.hash() + " " + a.start()))
              .toList();
      assertTrue(!met.isEmpty(), "seed " + seed);
      long wanted = runs.around(other, new int[] {met.get(0).start()}).get(0).hash();
      assertTrue(
          runs.around(one, new int[] {met.get(0).start() + offset}).stream()
              .anyMatch(run -> run.hash() == wanted));
    }
  }

  @Test
  void anchorsAreFew() {
    int count = new Runs(50).anchors(words(Texts.random(1, 20_000))).size();
    assertEquals(2.0 / 27, count / 20_000.0, 0.005);
    assertEquals(List.of(), new Runs(50).anchors(words(Texts.random(1, 49))));
    assertEquals(1, new Runs(50).anchors(words(Texts.random(1, 50))).size());
    assertTrue(new Runs(50).anchors(words("same ".repeat(1000))).size() < 1000);
  }

  @Test
  void runsAroundAnchorsAreGivenOnceAndInOrder() {
    Words text = words(Texts.random(1, 100));
    List<Passage> runs = new Runs(10).around(text, new int[] {20, 22, 0, 95});
    // Anchors of 5 words: runs from 15 to 20, on to 22, run 0, and none that ends after word 99.
    assertEquals(
        List.of(0, 15, 16, 17, 18, 19, 20, 21, 22, 90),
        runs.stream().map(run -> index(text, run.start())).toList());
    assertEquals(text.end(9), runs.get(0).end());
  }

  private static int index(Words words, int start) {
    int i = 0;
    while (words.start(i) != start) {
      i++;
    }
    return i;
  }

  @Test
  void spansAreMergedAndCut() {
    long[] places = {
      new Passage(0, 8, 10).place(),
      new Passage(0, 2, 4).place(),
      new Passage(0, 4, 6).place(),
      new Passage(0, 3, 5).place()
    };
    List<Passage> merged = Spans.merged(places);
    assertEquals(List.of(new Passage(0, 2, 6), new Passage(0, 8, 10)), merged);
    assertEquals("0167ab", Spans.cut("0123456789ab", merged));
    assertEquals("x", Spans.cut("x", List.of()));
    assertEquals(List.of(), Spans.merged(new long[0]));
    assertThrows(IllegalArgumentException.class, () -> Spans.cut("0123", merged));
  }
}
