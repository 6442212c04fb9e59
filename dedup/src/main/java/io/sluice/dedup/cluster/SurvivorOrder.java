package io.sluice.dedup.cluster;

import java.util.Comparator;
import java.util.List;

/**
 * One criterion for the member of a cluster that stays. A list of them is applied in turn; the
 * smallest id decides what they leave open. A document that lacks the value comes last.
 */
public enum SurvivorOrder {
  /** The highest quality score. */
  QUALITY {
    @Override
    public long rank(Candidate candidate) {
      Double quality = candidate.quality();
      return quality == null || quality.isNaN() ? LAST : -sortable(quality);
    }
  },
  /** The longest. */
  LONGEST {
    @Override
    public long rank(Candidate candidate) {
      return candidate.length() == null ? LAST : descending(candidate.length());
    }
  },
  /** The one fetched or written last. */
  NEWEST {
    @Override
    public long rank(Candidate candidate) {
      return candidate.micros() == null ? LAST : descending(candidate.micros());
    }
  };

  private static final long LAST = Long.MAX_VALUE;

  /** Where a document stands by this criterion: the smaller, the better. */
  public abstract long rank(Candidate candidate);

  /** Best first under these criteria, then the smallest id. */
  public static Comparator<Candidate> comparator(List<SurvivorOrder> criteria) {
    Comparator<Candidate> order = Comparator.comparing(Candidate::id);
    for (int i = criteria.size() - 1; i >= 0; i--) {
      order = Comparator.<Candidate>comparingLong(criteria.get(i)::rank).thenComparing(order);
    }
    return order;
  }

  private static long descending(long value) {
    return value == Long.MIN_VALUE ? LAST - 1 : -value;
  }

  /** Maps doubles other than NaN to longs in the same order; both zeros alike. */
  private static long sortable(double value) {
    long bits = Double.doubleToLongBits(value + 0.0);
    return bits ^ ((bits >> 63) & Long.MAX_VALUE);
  }
}
