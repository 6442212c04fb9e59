package io.sluice.filters.quality;

import java.util.Arrays;
import java.util.List;

/**
 * Texts as rows of averaged feature counts: what the network is taught from. A row of {@link
 * FeatureSpec#buckets} floats adds up to 1, or is zero for a text without features.
 */
final class Bags {
  private final HashedFeatures features;
  private final int buckets;

  Bags(HashedFeatures features) {
    this.features = features;
    this.buckets = features.spec().buckets();
  }

  /**
   * Rows of some texts, one after the other.
   *
   * @param used false for buckets to leave out; the rows' other values stay as they are
   */
  float[] rows(List<LabelledText> texts, boolean[] used) {
    float[] rows = new float[texts.size() * buckets];
    Counts counts = new Counts(rows);
    for (int i = 0; i < texts.size(); i++) {
      counts.start = i * buckets;
      counts.total = 0;
      features.each(texts.get(i).text(), counts);
      float each = counts.total == 0 ? 0 : 1f / counts.total;
      for (int bucket = 0; bucket < buckets; bucket++) {
        float count = rows[counts.start + bucket];
        if (count != 0) {
          rows[counts.start + bucket] = used[bucket] ? count * each : 0;
        }
      }
    }
    return rows;
  }

  /** Which buckets occur in at least {@code minGroups} groups. */
  boolean[] used(List<LabelledText> texts, int minGroups) {
    // Texts sorted by group need one number a bucket: the last group that was counted for it.
    LabelledText[] sorted = texts.toArray(new LabelledText[0]);
    Arrays.sort(sorted, (a, b) -> a.group().compareTo(b.group()));
    int[] last = new int[buckets];
    int[] groups = new int[buckets];
    int group = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || !sorted[i].group().equals(sorted[i - 1].group())) {
        group++;
      }
      int current = group;
      features.each(
          sorted[i].text(),
          bucket -> {
            if (last[bucket] != current) {
              last[bucket] = current;
              groups[bucket]++;
            }
          });
    }
    boolean[] used = new boolean[buckets];
    for (int bucket = 0; bucket < buckets; bucket++) {
      used[bucket] = groups[bucket] >= minGroups;
    }
    return used;
  }

  private static final class Counts implements FeatureSink {
    private final float[] rows;
    private int start;
    private int total;

    Counts(float[] rows) {
      this.rows = rows;
    }

    @Override
    public void accept(int bucket) {
      rows[start + bucket]++;
      total++;
    }
  }
}
