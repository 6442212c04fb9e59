package io.sluice.mixer.plan;

import io.sluice.ingest.model.Score;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts a document into its cell. The inventory counts with it and the selection chooses with it, so
 * that both see every document in the same place.
 */
public final class Classifier implements Serializable {
  private static final long serialVersionUID = 1L;

  private final InventorySpec spec;
  private final Set<String> languages;
  private final Map<Score, Map<String, Percentiles>> percentiles = new HashMap<>();

  /**
   * A classifier.
   *
   * @param spec how the corpus is measured
   * @param languages the languages told apart
   * @param percentiles cut points of each score in each population
   */
  public Classifier(InventorySpec spec, List<String> languages, List<Percentiles> percentiles) {
    this.spec = spec;
    this.languages = new HashSet<>(languages);
    for (Percentiles cuts : percentiles) {
      this.percentiles
          .computeIfAbsent(cuts.score(), score -> new HashMap<>())
          .put(cuts.group(), cuts);
    }
  }

  /** The name under which a language is counted. */
  public String language(String lang) {
    String known = lang == null ? InventorySpec.UNDETERMINED : lang;
    return languages.contains(known) ? known : InventorySpec.OTHER;
  }

  /** The population in which a document's scores are ranked. */
  public String group(Facts facts) {
    return spec.perLanguage() ? language(facts.lang()) : "";
  }

  /** The cell of a document. */
  public CellKey classify(Facts facts) {
    int quality = -1;
    for (Score score : spec.ensemble()) {
      quality = Math.max(quality, integer(facts, score));
    }
    return new CellKey(
        facts.kind(),
        facts.source(),
        language(facts.lang()),
        quality,
        integer(facts, spec.tierScore()),
        spec.lengthClass(facts.tokens()),
        ClusterClass.of(facts.clusterSize()));
  }

  private int integer(Facts facts, Score score) {
    int bin = ScoreBins.bin(facts.scores().get(score));
    Percentiles cuts = percentiles.getOrDefault(score, Map.of()).get(group(facts));
    return bin < 0 || cuts == null ? -1 : cuts.integer(bin);
  }
}
