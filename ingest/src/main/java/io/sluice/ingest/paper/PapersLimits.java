package io.sluice.ingest.paper;

import io.sluice.ingest.config.Key;
import java.io.Serializable;

/**
 * What a paper or a book must measure.
 *
 * @param minChars least code points of its text
 * @param maxBytes greatest size of its source, unpacked
 */
public record PapersLimits(
    @Key(doc = "least code points of a paper's or book's text", preset = "1000", min = 0)
        int minChars,
    @Key(
            doc = "greatest size in bytes of a paper's or book's source, unpacked",
            preset = "50000000",
            min = 1,
            max = 1_000_000_000)
        long maxBytes)
    implements Serializable {

  public PapersLimits {
    if (minChars < 0) {
      throw new IllegalArgumentException("min_chars: got " + minChars + ", allowed 0 or more");
    }
    if (maxBytes < 1 || maxBytes > 1_000_000_000) {
      throw new IllegalArgumentException(
          "max_bytes: got " + maxBytes + ", allowed 1 to 1,000,000,000");
    }
  }
}
