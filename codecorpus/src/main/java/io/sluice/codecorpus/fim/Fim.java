package io.sluice.codecorpus.fim;

import io.sluice.ingest.text.Draw;
import java.io.Serializable;
import java.util.Optional;

/**
 * Draws fill-in-the-middle plans at document level (arXiv 2207.14255, section 3): a document is
 * chosen with probability {@code rate}; the two cuts are uniform and independent over the places
 * between its characters, both ends included; PSM and SPM get half each. Everything depends on
 * seed, document and epoch alone, so that each epoch sees the document cut anew and no partitioning
 * changes a cut. A cut never falls inside a surrogate pair or between CR and LF.
 *
 * @param rate share of the documents that are cut, 0..1; the paper finds up to 0.9 without loss,
 *     the default of recipes is 0.5
 * @param seed the run's seed
 */
public record Fim(double rate, long seed) implements Serializable {
  public Fim {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("rate: got " + rate + ", allowed 0..1");
    }
  }

  /**
   * The plan of one document in one epoch, or none where it is to be written as it is. A document
   * without text has no plan.
   *
   * @param id the document's id
   * @param epoch 0 the first time that the document is seen, 1 the second, and so on
   * @param text the document's text
   */
  public Optional<FimPlan> plan(String id, int epoch, String text) {
    String key = id + '#' + epoch;
    if (text.isEmpty() || Draw.uniform(seed, "fim.apply", key) >= rate) {
      return Optional.empty();
    }
    int places = places(text);
    int first = (int) (Draw.uniform(seed, "fim.first", key) * places);
    int second = (int) (Draw.uniform(seed, "fim.second", key) * places);
    FimOrder order = Draw.uniform(seed, "fim.order", key) < 0.5 ? FimOrder.PSM : FimOrder.SPM;
    int cut1 = offset(text, 0, Math.min(first, second));
    int cut2 = offset(text, cut1, Math.abs(first - second));
    return Optional.of(new FimPlan(order, cut1, cut2));
  }

  /** Number of places where the text may be cut: one more than it has characters. */
  private static int places(String text) {
    int count = 1;
    for (int at = 0; at < text.length(); at = next(text, at)) {
      count++;
    }
    return count;
  }

  /** The offset {@code steps} places after {@code from}. */
  private static int offset(String text, int from, int steps) {
    int at = from;
    for (int i = 0; i < steps; i++) {
      at = next(text, at);
    }
    return at;
  }

  private static int next(String text, int at) {
    char c = text.charAt(at);
    if (at + 1 < text.length()) {
      char after = text.charAt(at + 1);
      if (Character.isSurrogatePair(c, after) || (c == '\r' && after == '\n')) {
        return at + 2;
      }
    }
    return at + 1;
  }
}
