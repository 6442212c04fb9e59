package io.sluice.filters.lang;

import io.sluice.filters.fasttext.TextVector;
import io.sluice.filters.fasttext.Utf8;
import java.util.Arrays;

/**
 * Identifies the natural language of a text.
 *
 * <p>The script with the most letters is found first; only pieces of prose in that script are
 * scored by the fastText model, and only languages written in it can be the answer. Where the
 * embedded model is not sure, a second model is asked. Scripts that the model does not know tell
 * the language by themselves. The score is the share of the text that is expected to be prose of
 * the answer, calibrated ({@link Confidence}) on the model's probability, the length, how far the
 * parts of the text agree, and the shares of the script, of prose and of letters: low for a few
 * words, for a mixture, for code. Of a text of over {@value ProseReader#UNITS} UTF-16 units,
 * windows spread evenly are read. One instance serves one thread; the model is shared.
 */
public final class LanguageIdentifier {
  private static final int MOST_PARTS = 8;

  /** Weight of letters that a part of a text has at least. */
  private static final int PART = 200;

  /** The second model is not asked where a text of this weight has at least this probability. */
  private static final double SURE = 0.98;

  private static final int LONG = 400;

  /** Under this, the answer is not the first model's, and its word on parts says nothing. */
  private static final double OWN = 0.3;

  /** Probability of the one language of a script. */
  private static final double KNOWN = 0.99;

  private final LanguageModel language;
  private final Labels labels;
  private final TextVector vector;
  private final SecondOpinion second;
  private final ProseReader reader = new ProseReader();
  private final Utf8 utf8 = new Utf8();
  private final float[] total;
  private final float[][] parts;
  private final long[] partRows = new long[MOST_PARTS];
  private final float[] probabilities;
  private final float[] scratch;
  private final double[] judged;
  private final double[] first;
  private double rows;
  private double mass;
  private boolean asked;

  /** With the embedded model. */
  public LanguageIdentifier() {
    this(LanguageModel.embedded());
  }

  /** With a model. */
  public LanguageIdentifier(LanguageModel language) {
    this.language = language;
    this.labels = language.labels();
    this.vector = new TextVector(language.model());
    this.second = language.isEmbedded() ? new SecondOpinion(labels) : null;
    int dimension = language.model().dimension();
    this.total = new float[dimension];
    this.parts = new float[MOST_PARTS][dimension];
    this.probabilities = new float[labels.count()];
    this.scratch = new float[labels.count()];
    this.judged = new double[labels.count()];
    this.first = new double[labels.count()];
  }

  /** The language of a text; {@code und} with score 0 where it holds no letter. */
  public Language identify(CharSequence text) {
    Judgement judgement = judge(text);
    return judgement == null
        ? Language.UNDETERMINED
        : new Language(judgement.code, judgement.script, Confidence.score(judgement.evidence));
  }

  /**
   * An answer and what speaks for it.
   *
   * @param code ISO 639-3, {@code und} for a script that nothing is known of
   * @param script ISO 15924
   */
  record Judgement(String code, String script, Evidence evidence) {}

  /** The answer for a text, null where it holds no letter. */
  Judgement judge(CharSequence text) {
    reader.read(text);
    double prose = reader.prose().weight();
    double code = reader.code().weight();
    if (prose + code == 0) {
      return null;
    }
    boolean onlyCode = prose == 0;
    ScriptCounts letters = onlyCode ? reader.code() : reader.prose();
    int script = letters.dominant();
    double scriptShare = letters.share(script);
    double letterShare =
        Math.min(
            1, (double) (reader.prose().letters() + reader.code().letters()) / reader.visible());
    int count = readParts(text, script, letters.isJapanese(), onlyCode);
    double weight = letters.weight(script);
    double plain = Scripts.isDense(script) ? weight / ScriptCounts.DENSE : weight;
    int best = count == 0 ? -1 : best(count, script, weight);
    double proseShare = prose / (prose + code);
    String name = script == Scripts.HAN ? variant(text) : Scripts.iso(script);
    if (best < 0) {
      String only = Scripts.language(script);
      double known = only == null ? 0 : KNOWN;
      return new Judgement(
          only == null ? "und" : only,
          name,
          new Evidence(
              known, known, known, 1, 1, weight, plain, 1, scriptShare, proseShare, letterShare));
    }
    return new Judgement(
        labels.code(best),
        name,
        new Evidence(
            judged[best],
            first[best],
            asked ? second.given(best) : first[best],
            rows / Math.max(1, weight),
            mass,
            weight,
            plain,
            agreement(best, count),
            scriptShare,
            proseShare,
            letterShare));
  }

  /** Sums the vectors of the text's parts; returns how many parts hold any. */
  private int readParts(CharSequence text, int script, boolean japanese, boolean onlyCode) {
    int units = 0;
    for (int i = 0; i < reader.pieces(); i++) {
      if (isUsed(i, script, japanese, onlyCode)) {
        units += reader.end(i) - reader.start(i);
      }
    }
    int wanted =
        Math.max(1, Math.min(MOST_PARTS, units * (Scripts.isDense(script) ? 3 : 1) / PART));
    Arrays.fill(total, 0);
    int part = 0;
    int done = 0;
    vector.clear();
    if (second != null) {
      second.clear();
    }
    for (int i = 0; i < reader.pieces(); i++) {
      if (isUsed(i, script, japanese, onlyCode)) {
        token(text, reader.start(i), reader.end(i));
        done += reader.end(i) - reader.start(i);
        if (part < wanted - 1 && (long) done * wanted >= (long) units * (part + 1)) {
          part += endPart(part);
        }
      }
    }
    return part + endPart(part);
  }

  private boolean isUsed(int piece, int script, boolean japanese, boolean onlyCode) {
    return reader.isCode(piece) == onlyCode
        && ScriptCounts.family(reader.script(piece), japanese) == script;
  }

  private void token(CharSequence text, int start, int end) {
    utf8.clear();
    int at = start;
    while (at < end) {
      int c = Character.codePointAt(text, at);
      utf8.add(Character.toLowerCase(c));
      at += Character.charCount(c);
    }
    vector.addToken(utf8.bytes(), 0, utf8.length());
    if (second != null) {
      second.add(text, start, end);
    }
  }

  /** Closes a part; returns 1 where it holds a vector, else 0. */
  private int endPart(int part) {
    if (vector.rows() == 0) {
      return 0;
    }
    partRows[part] = vector.rows();
    vector.addTo(total);
    vector.mean(parts[part]);
    vector.clear();
    return 1;
  }

  /** Fills {@link #judged}; returns the most probable label, negative where none fits. */
  private int best(int count, int script, double weight) {
    rows = 0;
    for (int i = 0; i < count; i++) {
      rows += partRows[i];
    }
    for (int i = 0; i < total.length; i++) {
      total[i] = (float) (total[i] / rows);
    }
    language.model().probabilities(total, probabilities);
    double sum = 0;
    boolean[] possible = labels.writing(script);
    double all = 0;
    for (int i = 0; i < judged.length; i++) {
      judged[i] = possible[i] ? probabilities[i] : 0;
      sum += judged[i];
      all += probabilities[i];
    }
    mass = sum / all;
    if (sum == 0) {
      return -1;
    }
    int best = normalise(sum);
    System.arraycopy(judged, 0, first, 0, judged.length);
    boolean sure = judged[best] >= SURE && weight >= LONG;
    asked = second != null && !sure && Scripts.language(script) == null;
    if (asked) {
      best = normalise(second.join(judged, weight));
    }
    return best;
  }

  private int normalise(double sum) {
    int best = 0;
    for (int i = 0; i < judged.length; i++) {
      judged[i] /= sum;
      best = judged[i] > judged[best] ? i : best;
    }
    return best;
  }

  /** How far the parts of a text agree: their mean probability to the greatest one. */
  private double agreement(int label, int count) {
    if (count == 1 || first[label] < OWN) {
      return 1;
    }
    double sum = 0;
    double greatest = 0;
    for (int i = 0; i < count; i++) {
      double probability = language.model().probability(parts[i], label, scratch);
      sum += probability;
      greatest = Math.max(greatest, probability);
    }
    return sum / count / greatest;
  }

  private String variant(CharSequence text) {
    int sides = 0;
    HanVariants variants = HanVariants.shared();
    for (int i = 0; i < reader.pieces(); i++) {
      for (int at = reader.start(i); at < reader.end(i); at++) {
        sides += variants.side(text.charAt(at));
      }
    }
    return sides > 0 ? "Hans" : sides < 0 ? "Hant" : "Hani";
  }
}
