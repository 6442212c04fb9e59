package io.sluice.ingest.stage;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came in and what became of it.
 *
 * @param in records that came in, counted by whoever read them
 * @param kept rows written as kept
 * @param rejected rows written as rejected
 * @param failed rows that Sluice itself could not treat
 * @param reasons rejected and failed rows by {@code Reason} id or method, those over zero
 * @param totals other sums over what was kept, by name ({@code tokens}, {@code characters}, …)
 */
public record Counts(
    long in,
    long kept,
    long rejected,
    long failed,
    SortedMap<String, Long> reasons,
    SortedMap<String, Long> totals) {

  public Counts {
    reasons = new TreeMap<>(reasons);
    totals = new TreeMap<>(totals);
  }

  /** Nothing came in. */
  public static Counts none() {
    return new Counts(0, 0, 0, 0, new TreeMap<>(), new TreeMap<>());
  }

  /** Sum of two. */
  public Counts plus(Counts other) {
    return new Counts(
        in + other.in,
        kept + other.kept,
        rejected + other.rejected,
        failed + other.failed,
        sum(reasons, other.reasons),
        sum(totals, other.totals));
  }

  /** A total by name, 0 where it was not summed. */
  public long total(String name) {
    return totals.getOrDefault(name, 0L);
  }

  /**
   * The conservation law: in = kept + rejected + failed.
   *
   * @throws ContractViolation if it does not hold
   */
  public void check(String what) {
    if (in != kept + rejected + failed) {
      throw new ContractViolation(
          what
              + ": "
              + in
              + " came in, but "
              + kept
              + " kept + "
              + rejected
              + " rejected + "
              + failed
              + " failed = "
              + (kept + rejected + failed));
    }
  }

  private static SortedMap<String, Long> sum(Map<String, Long> a, Map<String, Long> b) {
    SortedMap<String, Long> sum = new TreeMap<>(a);
    b.forEach((name, count) -> sum.merge(name, count, Long::sum));
    return sum;
  }
}
