package io.sluice.filters.lang;

import io.sluice.ingest.config.Key;
import java.io.Serializable;

/** Section {@code language}: how languages are identified. */
public record LanguageConfig(
    @Key(
            doc =
                "fastText model whose labels are languages (lid.176.bin, GlotLID), a path that every"
                    + " worker reads; null for the embedded lid.176.ftz",
            preset = "null")
        String model)
    implements Serializable {
  /** The embedded model. */
  public static LanguageConfig defaults() {
    return new LanguageConfig(null);
  }
}
