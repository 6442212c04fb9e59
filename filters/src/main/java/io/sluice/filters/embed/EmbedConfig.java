package io.sluice.filters.embed;

import io.sluice.ingest.config.Key;
import java.io.Serializable;

/**
 * How texts become vectors.
 *
 * @param maxTokens tokens of a text that are read, special ones included; 8..8192, and at most 512
 *     with the embedded models
 * @param windows places of a text that are read, 1..16, where it has more than {@code maxTokens}
 *     tokens: with 1 its beginning; with more, as many stretches of {@code maxTokens / windows}
 *     tokens, at equal distances from the beginning on, whose vectors are averaged. Long texts that
 *     begin alike and go on differently then differ. At least 8 tokens a window
 * @param maxUnknown share of a text's tokens that the model's vocabulary may lack, 0..1; a text
 *     with more gets no vector in semantic deduplication, since all unknown words look the same
 * @param model the user's {@code .onnx} file, used for every language; null for the embedded models
 * @param tokenizer the {@code tokenizer.json} of that model; given where {@code model} is
 * @param pooling the pooling of that model
 */
public record EmbedConfig(
    @Key(
            doc = "tokens of a text that are read, special ones included",
            preset = "128",
            min = 8,
            max = 8192)
        int maxTokens,
    @Key(
            doc = "stretches of a longer text that are read and averaged; 1: its beginning",
            preset = "2",
            min = 1,
            max = 16)
        int windows,
    @Key(
            doc = "share of tokens unknown to the model above which a text is not compared",
            preset = "0.3",
            min = 0,
            max = 1)
        double maxUnknown,
    @Key(
            doc =
                "an .onnx sentence model for every language; null: all-MiniLM-L6-v2, bge-small-zh-v1.5",
            preset = "null")
        String model,
    @Key(doc = "the tokenizer.json of that model", preset = "null") String tokenizer,
    @Key(doc = "how that model's token vectors are joined", preset = "mean") Pooling pooling)
    implements Serializable {

  private static final int EMBEDDED_LIMIT = 512;

  /** Checks the values. */
  public EmbedConfig {
    if (maxTokens < 8 || maxTokens > 8192) {
      throw new IllegalArgumentException("max_tokens: got " + maxTokens + ", allowed 8..8192");
    }
    if (model == null && maxTokens > EMBEDDED_LIMIT) {
      throw new IllegalArgumentException(
          "max_tokens: got " + maxTokens + ", allowed 8..512 with the embedded models");
    }
    if (windows < 1 || windows > 16 || maxTokens / windows < 8) {
      throw new IllegalArgumentException(
          "windows: got " + windows + ", allowed 1..16 and no more than max_tokens / 8");
    }
    if (!(maxUnknown >= 0 && maxUnknown <= 1)) {
      throw new IllegalArgumentException("max_unknown: got " + maxUnknown + ", allowed 0..1");
    }
    if ((model == null) != (tokenizer == null)) {
      throw new IllegalArgumentException(
          "tokenizer: got " + tokenizer + " with model " + model + ", allowed both or neither");
    }
    if (pooling == null) {
      throw new IllegalArgumentException("pooling: got null, allowed mean, cls");
    }
  }

  /** The embedded models, reading 128 tokens of a text, of a longer one 64 in two places. */
  public static EmbedConfig presets() {
    return new EmbedConfig(128, 2, 0.3, null, null, Pooling.MEAN);
  }
}
