package io.sluice.mixer.plan;

import io.sluice.ingest.config.Key;
import io.sluice.ingest.model.Kind;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One component of a stage: which documents, and how many of their tokens. Empty lists choose all.
 * Its size is given in exactly one way: {@code share}, {@code tokens}, {@code epochs}, {@code
 * epochs_by_level}, {@code epochs_by_tier} or {@code epochs_by_cluster}.
 *
 * <p>A language chooses its scripts too: {@code cmn} chooses {@code cmn_Hani}. Where epochs are
 * given by group, the component holds the documents of the groups that are named and no others; a
 * group named with 0 belongs to it and is dropped.
 */
public record ComponentSpec(
    @Key(doc = "the component's name, unique in its stage") String name,
    @Key(doc = "kinds of document; empty for all", preset = "[]") List<Kind> kinds,
    @Key(doc = "input names; empty for all", preset = "[]") List<String> sources,
    @Key(doc = "languages, with or without script; empty for all", preset = "[]")
        List<String> languages,
    @Key(doc = "quality levels; empty for all", preset = "[]") List<Level> levels,
    @Key(doc = "code tiers; empty for all", preset = "[]") List<Tier> tiers,
    @Key(doc = "fewest tokens of a document: 0 or one of length_cuts", preset = "0", min = 0)
        int minTokens,
    @Key(doc = "documents have fewer tokens than this: one of length_cuts", preset = "null")
        Integer maxTokens,
    @Key(doc = "share of the stage's tokens, over 0 to 1", preset = "null") Double share,
    @Key(doc = "tokens, before scale", preset = "null") Long tokens,
    @Key(doc = "how often each document is seen", preset = "null") Double epochs,
    @Key(doc = "how often, by quality level", preset = "{}") Map<String, Double> epochsByLevel,
    @Key(doc = "how often, by code tier", preset = "{}") Map<String, Double> epochsByTier,
    @Key(doc = "how often, by duplicates: 1, 2, 3-4, 5-99, 100-999, 1000+", preset = "{}")
        Map<String, Double> epochsByCluster,
    @Key(doc = "most often a document is seen in this stage, over 0", preset = "4")
        double maxEpochs)
    implements Serializable {

  public ComponentSpec {
    kinds = Problems.orEmpty(kinds);
    sources = Problems.orEmpty(sources);
    languages = Problems.orEmpty(languages);
    levels = Problems.orEmpty(levels);
    tiers = Problems.orEmpty(tiers);
    epochsByLevel = Problems.orEmpty(epochsByLevel);
    epochsByTier = Problems.orEmpty(epochsByTier);
    epochsByCluster = Problems.orEmpty(epochsByCluster);
    Problems problems = new Problems();
    problems
        .require(name != null && !name.isBlank(), "name: got none, every component has one")
        .require(minTokens >= 0, "min_tokens: got " + minTokens + ", allowed 0 or more")
        .require(
            maxTokens == null || maxTokens > minTokens,
            "max_tokens: got " + maxTokens + ", allowed more than min_tokens " + minTokens)
        .require(
            share == null || (share > 0 && share <= 1),
            "share: got " + share + ", allowed over 0 to 1")
        .require(tokens == null || tokens > 0, "tokens: got " + tokens + ", allowed over 0")
        .require(
            maxEpochs > 0 && maxEpochs <= 1000,
            "max_epochs: got " + maxEpochs + ", allowed over 0 to 1000");
    if (epochs != null) {
      checkEpochs(problems, "epochs", epochs, maxEpochs);
    }
    checkGroups(problems, Grouping.LEVEL, epochsByLevel, maxEpochs);
    checkGroups(problems, Grouping.TIER, epochsByTier, maxEpochs);
    checkGroups(problems, Grouping.CLUSTER, epochsByCluster, maxEpochs);
    int ways = 0;
    for (boolean given :
        new boolean[] {
          share != null,
          tokens != null,
          epochs != null,
          !epochsByLevel.isEmpty(),
          !epochsByTier.isEmpty(),
          !epochsByCluster.isEmpty()
        }) {
      ways += given ? 1 : 0;
    }
    problems.require(
        ways == 1,
        "size: got "
            + ways
            + " of share, tokens, epochs, epochs_by_level, epochs_by_tier, epochs_by_cluster;"
            + " give exactly one");
    problems.throwIfAny();
  }

  private static void checkEpochs(Problems problems, String key, Double epochs, double most) {
    problems.require(
        epochs != null && epochs >= 0 && epochs <= most,
        String.format(
            Locale.ROOT,
            "%s: got %s, allowed 0 to max_epochs %s; lower it or raise max_epochs",
            key,
            epochs,
            most));
  }

  private static void checkGroups(
      Problems problems, Grouping grouping, Map<String, Double> epochs, double most) {
    epochs.forEach(
        (group, value) -> {
          problems.require(
              grouping.names().contains(group),
              grouping.key() + ": got '" + group + "', allowed " + grouping.names());
          checkEpochs(problems, grouping.key() + "." + group, value, most);
        });
  }

  /** Whether its size is given as epochs, so that it follows what there is. */
  public boolean byEpochs() {
    return share == null && tokens == null;
  }

  /** What its epochs depend on. */
  public Grouping grouping() {
    if (!epochsByLevel.isEmpty()) {
      return Grouping.LEVEL;
    }
    if (!epochsByTier.isEmpty()) {
      return Grouping.TIER;
    }
    return epochsByCluster.isEmpty() ? Grouping.ALL : Grouping.CLUSTER;
  }

  /** The epochs that are asked for by group; empty where the size is no epochs. */
  Map<String, Double> epochsByGroup() {
    return switch (grouping()) {
      case LEVEL -> epochsByLevel;
      case TIER -> epochsByTier;
      case CLUSTER -> epochsByCluster;
      case ALL -> epochs == null ? Map.of() : Map.of("all", epochs);
    };
  }
}
