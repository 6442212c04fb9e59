package io.sluice.mixer.plan;

import io.sluice.ingest.model.Score;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * From a score's bin to its percentile integer 0..19 in one population, after Nemotron-CC (arXiv
 * 2412.02595): rank, not raw score. The percentile rank of a bin is the weight below it plus half
 * its own weight, over the whole weight; the integer is that rank times twenty, cut down to a whole
 * number. Documents in one bin are equal.
 *
 * @param score which score
 * @param group the population: a language, or {@code ""} for all documents
 * @param cuts for each integer 1..19 the smallest bin that has it or more, {@link ScoreBins#COUNT}
 *     where no bin does; 19 values, never decreasing
 */
public record Percentiles(Score score, String group, List<Integer> cuts) implements Serializable {
  /** How many integers there are. */
  public static final int INTEGERS = 20;

  public Percentiles {
    Objects.requireNonNull(score, "score");
    Objects.requireNonNull(group, "group");
    cuts = List.copyOf(cuts);
    boolean rising = true;
    for (int i = 1; i < cuts.size(); i++) {
      rising &= cuts.get(i - 1) <= cuts.get(i);
    }
    new Problems()
        .require(
            cuts.size() == INTEGERS - 1,
            "cuts: got " + cuts.size() + " values, allowed " + (INTEGERS - 1))
        .require(rising, "cuts: got " + cuts + ", which decrease")
        .throwIfAny();
  }

  /**
   * The cuts of a population.
   *
   * @param weights weight by bin, {@link ScoreBins#COUNT} values, none negative; their sum must be
   *     under 2^58
   */
  public static Percentiles of(Score score, String group, long[] weights) {
    long total = Arrays.stream(weights).sum();
    List<Integer> cuts = new ArrayList<>();
    long below = 0;
    for (int bin = 0; bin < ScoreBins.COUNT; bin++) {
      if (weights[bin] > 0) {
        // twenty times (below + own / 2) / total
        long integer = INTEGERS / 2 * (2 * below + weights[bin]) / total;
        while (cuts.size() < Math.min(integer, INTEGERS - 1)) {
          cuts.add(bin);
        }
        below += weights[bin];
      }
    }
    while (cuts.size() < INTEGERS - 1) {
      cuts.add(ScoreBins.COUNT);
    }
    return new Percentiles(score, group, cuts);
  }

  /** The integer 0..19 of a bin. */
  public int integer(int bin) {
    int integer = 0;
    while (integer < INTEGERS - 1 && bin >= cuts.get(integer)) {
      integer++;
    }
    return integer;
  }
}
