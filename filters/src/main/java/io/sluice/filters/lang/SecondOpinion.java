package io.sluice.filters.lang;

import java.util.Arrays;
import java.util.Map;

/**
 * OpenNLP's n-gram model over the beginning of a text. Trained on other text than lid.176, it errs
 * elsewhere; the two together are right more often than either. One instance serves one thread.
 */
final class SecondOpinion {
  /** UTF-16 units that are looked at. */
  private static final int UNITS = 600;

  /** The model's codes that are others than those of {@code labels.tsv}. */
  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("est", "ekk"),
          Map.entry("lav", "lvs"),
          Map.entry("pes", "fas"),
          Map.entry("ara", "arb"),
          Map.entry("msa", "zsm"),
          Map.entry("swa", "swh"),
          Map.entry("aze", "azj"),
          Map.entry("sqi", "als"),
          Map.entry("nep", "npi"),
          Map.entry("pus", "pbt"),
          Map.entry("uzb", "uzn"),
          Map.entry("mon", "khk"),
          Map.entry("mlg", "plt"),
          Map.entry("ori", "ory"),
          Map.entry("kur", "kmr"),
          Map.entry("yid", "ydd"),
          Map.entry("tgl", "fil"),
          Map.entry("grn", "gug"));

  /** Exponent of the first model's probabilities, which are too near to 0 and 1. */
  private static final double TEMPER = 0.35;

  private static final double LEAST = 1e-5;

  /**
   * What a language is given that this model does not know, for a text of {@link #USUAL} letters or
   * more; less for a shorter one, since then this model is not sure of any.
   */
  private static final double UNKNOWN = 0.1;

  private static final double LEAST_UNKNOWN = 0.003;
  private static final double USUAL = 150;

  private final NgramModel model = NgramModel.shared();
  private final StringBuilder text = new StringBuilder(UNITS + 64);
  private final double[] sums = new double[model.languages()];
  private final int[] places = new int[model.languages()];
  private final double[] own;
  private final int[] seen = new int[model.slots()];
  private double unknown;
  private int generation;

  /** An opinion on these labels. */
  SecondOpinion(Labels labels) {
    Arrays.fill(places, -1);
    own = new double[labels.count()];
    for (int i = 0; i < places.length; i++) {
      String code = SAME.getOrDefault(model.language(i), model.language(i));
      for (int label = 0; label < labels.count(); label++) {
        if (labels.code(label).equals(code)) {
          places[i] = label;
        }
      }
    }
  }

  /** Starts a text. */
  void clear() {
    text.setLength(0);
  }

  /** Adds a piece of the text, in small letters, as far as there is room. */
  void add(CharSequence source, int start, int end) {
    if (text.length() >= UNITS) {
      return;
    }
    text.append(' ');
    int at = start;
    while (at < end) {
      int c = Character.codePointAt(source, at);
      text.appendCodePoint(Character.toLowerCase(c));
      at += Character.charCount(c);
    }
  }

  /**
   * Replaces the first model's probabilities by the product of both.
   *
   * @param first probability of each label, 0 where it is out of the question
   * @param letters weight of the text
   * @return the sum of the products
   */
  double join(double[] first, double letters) {
    probabilities(own);
    double share = Math.min(1, letters / USUAL);
    unknown = Math.max(LEAST_UNKNOWN, UNKNOWN * share * share);
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      if (first[i] > 0) {
        double second = own[i] < 0 ? unknown : Math.max(LEAST, own[i]);
        first[i] = Math.pow(Math.max(LEAST, first[i]), TEMPER) * second;
        sum += first[i];
      }
    }
    return sum;
  }

  /** What the last {@link #join} took this model to give to a label. */
  double given(int label) {
    return own[label] < 0 ? unknown : own[label];
  }

  /**
   * Fills the probability of each label, negative where the model does not know its language. A
   * language that it knows under two codes has their mean.
   */
  private void probabilities(double[] probabilities) {
    Arrays.fill(sums, 0);
    if (++generation < 0) {
      Arrays.fill(seen, 0);
      generation = 1;
    }
    text.append(' ');
    addNgrams();
    double greatest = Arrays.stream(sums).max().orElse(0);
    double total = 0;
    for (int i = 0; i < sums.length; i++) {
      sums[i] = Math.exp(sums[i] - greatest);
      total += sums[i];
    }
    Arrays.fill(probabilities, -1);
    for (int i = 0; i < sums.length; i++) {
      if (places[i] >= 0) {
        double other = probabilities[places[i]];
        double own = sums[i] / total;
        probabilities[places[i]] = other < 0 ? own : (own + other) / 2;
      }
    }
  }

  /** Adds each different n-gram once. */
  private void addNgrams() {
    long before = 0;
    long last = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      addNgram(c);
      if (last != 0) {
        addNgram(last << 16 | c);
      }
      if (before != 0) {
        addNgram(before << 32 | last << 16 | c);
      }
      before = last;
      last = c;
    }
  }

  private void addNgram(long key) {
    int slot = model.slot(key);
    if (slot >= 0 && seen[slot] != generation) {
      seen[slot] = generation;
      model.add(slot, sums);
    }
  }
}
