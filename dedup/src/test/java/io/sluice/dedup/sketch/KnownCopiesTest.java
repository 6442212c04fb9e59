package io.sluice.dedup.sketch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sluice.dedup.cluster.UnionFind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** News articles among which the copied pairs are known. */
class KnownCopiesTest {
  @ParameterizedTest
  @CsvSource({"articles_100", "articles_1000"})
  void everyCopiedPairIsFoundAndNoOther(String name) throws IOException {
    Path train = shared("dedup_truth/" + name + ".train");
    List<String> ids = new ArrayList<>();
    List<Signature> signatures = new ArrayList<>();
    Sketcher sketcher = new Sketcher(SketchConfig.presets());
    for (String line : Files.readAllLines(train)) {
      int blank = line.indexOf(' ');
      ids.add(line.substring(0, blank));
      signatures.add(Signature.of(sketcher.sketch(Texts.words(line.substring(blank + 1)))));
    }
    Set<String> expected = new TreeSet<>();
    for (String line : Files.readAllLines(shared("dedup_truth/" + name + ".truth"))) {
      String[] pair = line.trim().split(" ");
      expected.add(pair(pair[0], pair[1]));
    }
    assertEquals(expected, found(ids, signatures));
  }

  private static Set<String> found(List<String> ids, List<Signature> signatures) {
    UnionFind sets = new UnionFind(ids.size());
    Map<String, Integer> buckets = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      for (int band = 0; band < signatures.get(i).bands(); band++) {
        Integer other = buckets.putIfAbsent(band + ":" + signatures.get(i).band(band), i);
        if (other != null) {
          sets.join(i, other);
        }
      }
    }
    Set<String> pairs = new TreeSet<>();
    for (int i = 0; i < ids.size(); i++) {
      if (sets.root(i) != i) {
        pairs.add(pair(ids.get(i), ids.get(sets.root(i))));
      }
    }
    return pairs;
  }

  private static String pair(String one, String other) {
    return one.compareTo(other) < 0 ? one + ' ' + other : other + ' ' + one;
  }

  private static Path shared(String name) {
    String named = System.getProperty("sluice.shared", System.getenv("SLUICE_SHARED"));
    Path found = named == null ? null : Path.of(named, "data", name);
    Path at = Path.of("").toAbsolutePath();
    while (found == null && at != null) {
      Path beside = at.resolve("shared/data").resolve(name);
      found = Files.exists(beside) ? beside : null;
      at = at.getParent();
    }
    assumeTrue(
        found != null && Files.exists(found),
        name + " is not here: set SLUICE_SHARED to the folder that holds data/" + name);
    return found;
  }
}
