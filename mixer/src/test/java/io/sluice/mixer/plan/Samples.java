package io.sluice.mixer.plan;

import io.sluice.ingest.model.Kind;
import io.sluice.ingest.model.Measures;
import io.sluice.ingest.model.Score;
import io.sluice.ingest.text.Hash128;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Seeded documents, and an inventory of them counted in plain loops, to compare with. */
public final class Samples {
  private static final Kind[] KINDS = {Kind.WEB, Kind.WEB, Kind.WEB, Kind.CODE, Kind.MATH, Kind.QA};
  private static final String[] LANGUAGES = {"eng", "eng", "cmn_Hani", "deu", "fra", null};

  private Samples() {}

  /** A number 0..bound−1 that depends on the seed and two numbers. */
  public static int below(int bound, long seed, long i, long use) {
    return (int) Long.remainderUnsigned(Hash128.mix(seed * 1_000_003 + i * 101 + use), bound);
  }

  /** Documents of several kinds, languages, lengths and scores; one in eight has no score. */
  public static List<Facts> documents(long seed, int count) {
    List<Facts> documents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Kind kind = KINDS[below(KINDS.length, seed, i, 1)];
      long tokens = 1L << below(17, seed, i, 2);
      tokens += below((int) tokens, seed, i, 3);
      Measures<Score> scores = Measures.scores();
      double score = below(1_000_000, seed, i, 4) / 1e6;
      if (below(8, seed, i, 5) > 0 && kind != Kind.QA) {
        scores.put(kind == Kind.CODE ? Score.CODE_QUALITY : Score.QUALITY, score);
      }
      String lang = kind == Kind.CODE ? "java" : LANGUAGES[below(LANGUAGES.length, seed, i, 6)];
      documents.add(
          new Facts(
              Hash128.of(seed, "document" + i).hex(),
              kind,
              "source" + below(2, seed, i, 7),
              lang,
              tokens,
              tokens * 4 + 1,
              scores,
              1L << below(12, seed, i, 8)));
    }
    return documents;
  }

  /** The inventory of these documents, without Spark. */
  public static Inventory inventory(InventorySpec spec, List<Facts> documents) {
    Map<String, Long> byLanguage = new HashMap<>();
    for (Facts facts : documents) {
      byLanguage.merge(facts.lang() == null ? "und" : facts.lang(), facts.tokens(), Long::sum);
    }
    List<String> languages =
        byLanguage.entrySet().stream()
            .sorted(
                Comparator.comparing((Map.Entry<String, Long> e) -> -e.getValue())
                    .thenComparing(Map.Entry::getKey))
            .limit(spec.maxLanguages())
            .map(Map.Entry::getKey)
            .toList();
    Classifier groups = new Classifier(spec, languages, List.of());
    Map<Score, Map<String, long[]>> histograms = new TreeMap<>();
    for (Facts facts : documents) {
      for (Score score : spec.scores()) {
        int bin = ScoreBins.bin(facts.scores().get(score));
        if (bin >= 0) {
          histograms.computeIfAbsent(score, s -> new TreeMap<>())
                  .computeIfAbsent(groups.group(facts), g -> new long[ScoreBins.COUNT])[bin] +=
              facts.weight(spec.weighting());
        }
      }
    }
    List<Percentiles> percentiles = new ArrayList<>();
    histograms.forEach(
        (score, byGroup) ->
            byGroup.forEach(
                (group, weights) -> percentiles.add(Percentiles.of(score, group, weights))));
    Classifier classifier = new Classifier(spec, languages, percentiles);
    Map<CellKey, long[]> cells = new TreeMap<>();
    for (Facts facts : documents) {
      long[] sums = cells.computeIfAbsent(classifier.classify(facts), key -> new long[3]);
      sums[0]++;
      sums[1] += facts.tokens();
      sums[2] += facts.bytes();
    }
    return Inventory.of(
        spec,
        languages,
        percentiles,
        0,
        cells.entrySet().stream()
            .map(e -> Cell.of(e.getKey(), e.getValue()[0], e.getValue()[1], e.getValue()[2]))
            .toList());
  }
}
