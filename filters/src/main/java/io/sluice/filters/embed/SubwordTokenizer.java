package io.sluice.filters.embed;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.sluice.ingest.config.UserError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/**
 * A model's own tokenizer, cut to a number of tokens. Holds native memory; one instance a thread.
 *
 * <p>The library copies its native part once to {@code ~/.djl.ai/tokenizers} (or to the folder in
 * the environment variable {@code DJL_CACHE_DIR}, or under {@code java.io.tmpdir} where the home
 * folder cannot be written). Its offline mode is switched on first: without it, creating a
 * tokenizer asks a cloud's metadata address for the region and reports to its maker, and on a
 * machine with a GPU it would fetch a CUDA build.
 */
final class SubwordTokenizer implements AutoCloseable {
  /** UTF-16 units a token that are read at most: far more than any language's text needs. */
  private static final int UNITS_A_TOKEN = 64;

  private final HuggingFaceTokenizer tokenizer;
  private final int longest;
  private final boolean lowerCase;

  SubwordTokenizer(SentenceModel model, int maxTokens) {
    System.setProperty("ai.djl.offline", "true");
    longest = maxTokens * UNITS_A_TOKEN;
    lowerCase = model.lowerCase();
    try {
      tokenizer =
          HuggingFaceTokenizer.newInstance(
              new ByteArrayInputStream(model.tokenizerBytes()),
              Map.of(
                  "truncation",
                  "true",
                  "maxLength",
                  Integer.toString(maxTokens),
                  "modelMaxLength",
                  Integer.toString(maxTokens),
                  "padding",
                  "false"));
    } catch (IOException | RuntimeException e) {
      if (model.embedded()) {
        throw new IllegalStateException("cannot load " + model.tokenizer(), e);
      }
      throw new UserError(
          "tokenizer: cannot load " + model.tokenizer() + " (" + e.getMessage() + ")",
          "give the tokenizer.json that belongs to the model");
    }
  }

  /**
   * The text's first tokens with their special ones; reads no further than the text's first part.
   */
  Encoding encode(String text) {
    String head = text;
    if (text.length() > longest) {
      int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
      head = text.substring(0, end);
    }
    return tokenizer.encode(lowerCase ? head.toLowerCase(Locale.ROOT) : head);
  }

  /** Whether a text is short enough for {@link #encode} to look at all of it. */
  boolean readsAll(String text) {
    return text.length() <= longest;
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
