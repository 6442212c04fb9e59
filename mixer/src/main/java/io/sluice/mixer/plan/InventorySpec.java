package io.sluice.mixer.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.ingest.config.Key;
import io.sluice.ingest.config.Keys;
import io.sluice.ingest.model.Score;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How the corpus is measured: what must be counted anew when it changes. Level and tier cuts are
 * not here, so that moving them costs nothing.
 */
public record InventorySpec(
    @Key(
            doc = "scores whose percentile integers 0..19 are joined by their maximum",
            preset = "[quality]")
        List<Score> ensemble,
    @Key(doc = "score that gives code its tier", preset = "code_quality") Score tierScore,
    @Key(doc = "what a document weighs in a percentile: documents or bytes", preset = "documents")
        Weighting weighting,
    @Key(
            doc = "percentiles within each language (each has its own model) or over all of them",
            preset = "true")
        boolean perLanguage,
    @Key(
            doc = "lengths in tokens that divide the length classes, increasing",
            preset = "[1024, 4096, 8192, 32768, 131072]")
        List<Integer> lengthCuts,
    @Key(
            doc = "languages told apart, those with most tokens; the rest count as 'other'",
            preset = "400")
        int maxLanguages)
    implements Serializable {

  /** Name of what stands for every language that is not told apart. */
  public static final String OTHER = "other";

  /** Name of the language of documents that have none. */
  public static final String UNDETERMINED = "und";

  /** Every default. */
  public static final InventorySpec DEFAULT =
      new InventorySpec(
          List.of(Score.QUALITY),
          Score.CODE_QUALITY,
          Weighting.DOCUMENTS,
          true,
          List.of(1024, 4096, 8192, 32768, 131072),
          400);

  public InventorySpec {
    ensemble = Problems.orEmpty(ensemble);
    lengthCuts = Problems.orEmpty(lengthCuts);
    boolean increasing = lengthCuts.isEmpty() || lengthCuts.get(0) > 0;
    for (int i = 1; i < lengthCuts.size(); i++) {
      increasing &= lengthCuts.get(i - 1) < lengthCuts.get(i);
    }
    new Problems()
        .distinct("ensemble", ensemble.stream().map(Score::id).toList())
        .require(tierScore != null, "tier_score: missing")
        .require(weighting != null, "weighting: missing")
        .require(
            increasing, "length_cuts: got " + lengthCuts + ", allowed: increasing and positive")
        .require(
            lengthCuts.size() <= 30,
            "length_cuts: got " + lengthCuts.size() + " cuts, allowed at most 30")
        .require(
            maxLanguages >= 1 && maxLanguages <= 10_000,
            "max_languages: got " + maxLanguages + ", allowed 1..10000")
        .throwIfAny();
  }

  /** Every score that is read, each once: the ensemble, then the tier score. */
  public List<Score> scores() {
    List<Score> all = new ArrayList<>(ensemble);
    if (!all.contains(tierScore)) {
      all.add(tierScore);
    }
    return all;
  }

  /** The length class of a document: how many cuts are at or below its tokens. */
  public int lengthClass(long tokens) {
    int found = 0;
    while (found < lengthCuts.size() && tokens >= lengthCuts.get(found)) {
      found++;
    }
    return found;
  }

  /** Each key that the other has otherwise, with both values: this one asks, that one measured. */
  List<String> differences(InventorySpec measured) {
    JsonNode here = Json.MAPPER.valueToTree(this);
    JsonNode there = Json.MAPPER.valueToTree(measured);
    List<String> differences = new ArrayList<>();
    for (String key : Keys.of(InventorySpec.class)) {
      if (!here.get(key).equals(there.get(key))) {
        differences.add(key + ": " + plain(here.get(key)) + ", measured " + plain(there.get(key)));
      }
    }
    return differences;
  }

  private static String plain(JsonNode value) {
    return value.isTextual() ? value.asText() : value.toString();
  }
}
