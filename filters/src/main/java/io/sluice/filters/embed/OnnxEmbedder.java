package io.sluice.filters.embed;

import ai.djl.huggingface.tokenizers.Encoding;
import java.util.Arrays;
import java.util.List;

/**
 * A sentence model run by ONNX Runtime on one thread.
 *
 * <p>Each text is a run of its own. The embedded models are quantised dynamically: each run takes
 * one scale for all the numbers of a tensor, so that what else is in a batch moves a text's vector
 * (measured: cosines down to 0.993 between a text alone and in a batch of two), and a batch on one
 * thread gains nothing.
 *
 * <p>The same text gives the same vector, bit for bit, on the same kind of processor; int8 kernels
 * differ between kinds (with and without VNNI), so one embedding step should run on one kind.
 */
public final class OnnxEmbedder implements Embedder {
  private final SentenceModel model;
  private final Network network;
  private final SubwordTokenizer tokenizer;
  private final int maxTokens;
  private final int windows;
  private final String name;

  OnnxEmbedder(SentenceModel model, EmbedConfig config) {
    this.model = model;
    this.network = Network.of(model);
    this.maxTokens = config.maxTokens();
    this.windows = config.windows();
    // One more than is read, so that a text of just maxTokens is known to end there.
    this.tokenizer = new SubwordTokenizer(model, maxTokens + 1);
    this.name = network.name() + ":" + (windows == 1 ? "" : windows + "x") + maxTokens / windows;
  }

  /**
   * The model's name and what of a text it reads, such as {@code all-minilm-l6-v2-q:128}, or {@code
   * all-minilm-l6-v2-q:2x64} for two windows.
   */
  @Override
  public String name() {
    return name;
  }

  @Override
  public int dimension() {
    return network.dimension();
  }

  @Override
  public float[][] embed(List<String> texts) {
    float[][] vectors = new float[texts.size()][];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = embedding(texts.get(i)).vector();
    }
    return vectors;
  }

  /** One text's vector, with what it rests on. */
  public Embedding embedding(String text) {
    Encoding whole = tokenizer.encode(text);
    if (windows == 1 || (whole.getIds().length <= maxTokens && tokenizer.readsAll(text))) {
      Tally tally = new Tally();
      return tally.embedding(tally.add(whole, maxTokens));
    }
    Tally tally = new Tally();
    float[] mean = new float[dimension()];
    for (int w = 0; w < windows; w++) {
      int from = (int) ((long) w * text.length() / windows);
      from -= from > 0 && Character.isLowSurrogate(text.charAt(from)) ? 1 : 0;
      Encoding part = w == 0 ? whole : tokenizer.encode(text.substring(from));
      float[] vector = tally.add(part, maxTokens / windows);
      for (int d = 0; d < mean.length; d++) {
        mean[d] += vector[d] / windows;
      }
    }
    normalise(mean);
    return tally.embedding(mean);
  }

  /** Runs windows and counts their tokens. */
  private final class Tally {
    private int tokens;
    private int unknown;

    /** The unit vector of an encoding cut to {@code most} tokens, its last special one kept. */
    float[] add(Encoding encoding, int most) {
      long[] ids = encoding.getIds();
      long[] special = encoding.getSpecialTokenMask();
      String[] pieces = encoding.getTokens();
      int length = Math.min(ids.length, most);
      int own = length < ids.length ? length - 1 : length;
      for (int i = 0; i < own; i++) {
        boolean lacking = pieces[i].equals("[UNK]") || pieces[i].equals("<unk>");
        if (special[i] == 0 || lacking) {
          tokens++;
          unknown += lacking ? 1 : 0;
        }
      }
      long[] cut = Arrays.copyOf(ids, length);
      cut[length - 1] = ids[ids.length - 1];
      float[] vector = network.run(cut, model.pooling());
      normalise(vector);
      return vector;
    }

    Embedding embedding(float[] vector) {
      return new Embedding(vector, tokens, tokens == 0 ? 0 : (double) unknown / tokens);
    }
  }

  private static void normalise(float[] vector) {
    double sum = 0;
    for (float value : vector) {
      sum += (double) value * value;
    }
    if (sum > 0) {
      double scale = 1 / Math.sqrt(sum);
      for (int d = 0; d < vector.length; d++) {
        vector[d] = (float) (vector[d] * scale);
      }
    }
  }

  /** Frees the tokenizer; the network stays loaded for the next task. */
  @Override
  public void close() {
    tokenizer.close();
  }
}
