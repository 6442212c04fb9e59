package io.sluice.mixer.tokenize;

import io.sluice.ingest.config.Key;
import java.io.Serializable;

/**
 * How text becomes tokens.
 *
 * @param name the vocabulary, see {@link BytePairTokenizer#NAMES}
 * @param template version of the written form of dialogues, see {@link ChatTemplate#VERSION}
 * @param turnEndLoss whether the token that ends a turn with loss carries loss too
 */
public record TokenizerConfig(
    @Key(doc = "vocabulary: cl100k_base or o200k_base", preset = "cl100k_base") String name,
    @Key(doc = "version of the chat template: glm-4.5-1", preset = "glm-4.5-1") String template,
    @Key(
            doc = "the token that ends a turn with loss (next role, or end of document) has loss",
            preset = "false")
        boolean turnEndLoss)
    implements Serializable {

  public TokenizerConfig {
    if (!BytePairTokenizer.NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "name: got " + name + ", allowed " + String.join(", ", BytePairTokenizer.NAMES));
    }
    if (!ChatTemplate.VERSION.equals(template)) {
      throw new IllegalArgumentException(
          "template: got " + template + ", allowed " + ChatTemplate.VERSION);
    }
  }

  /** The presets with another vocabulary. */
  public static TokenizerConfig of(String name) {
    return new TokenizerConfig(name, ChatTemplate.VERSION, false);
  }

  /** The tokenizer; held once a process, so asking again costs nothing. */
  public Tokenizer tokenizer() {
    return BytePairTokenizer.named(name);
  }
}
