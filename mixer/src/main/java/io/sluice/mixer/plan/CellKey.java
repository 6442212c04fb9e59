package io.sluice.mixer.plan;

import io.sluice.ingest.model.Kind;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;

/**
 * What documents of one cell of the inventory share: all that a recipe can choose by.
 *
 * @param kind what they are
 * @param source the input's name
 * @param lang language, {@code und} where unknown, {@code other} where not told apart
 * @param quality the ensemble's percentile integer 0..19, −1 without a score
 * @param tier the tier score's percentile integer 0..19, −1 without a score
 * @param length length class, see {@link InventorySpec#lengthClass}
 * @param cluster class 0..5 of duplicate-cluster size: 1, 2, 3–4, 5–99, 100–999, 1000 and over
 */
public record CellKey(
    Kind kind, String source, String lang, int quality, int tier, int length, int cluster)
    implements Comparable<CellKey> {
  private static final Comparator<CellKey> ORDER =
      Comparator.comparing(CellKey::kind)
          .thenComparing(CellKey::source)
          .thenComparing(CellKey::lang)
          .thenComparingInt(CellKey::quality)
          .thenComparingInt(CellKey::tier)
          .thenComparingInt(CellKey::length)
          .thenComparingInt(CellKey::cluster);

  public CellKey {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(lang, "lang");
    // made for every document: no text is built unless there is a mistake
    boolean holds =
        quality >= -1
            && quality < Percentiles.INTEGERS
            && tier >= -1
            && tier < Percentiles.INTEGERS
            && length >= 0
            && cluster >= 0
            && cluster < ClusterClass.NAMES.size();
    if (!holds) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "cell: got quality %d, tier %d, length %d, cluster %d; allowed -1..19, -1..19, 0 or"
                  + " more, 0..5",
              quality,
              tier,
              length,
              cluster));
    }
  }

  @Override
  public int compareTo(CellKey other) {
    return ORDER.compare(this, other);
  }
}
