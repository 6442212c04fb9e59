package io.sluice.ingest.warc;

import io.sluice.ingest.config.Key;
import java.io.Serializable;

/**
 * What one WARC record may cost.
 *
 * @param maxRecordBytes greatest size of a response, before and after decoding
 */
public record WarcLimits(
    @Key(
            doc = "greatest size of one response in bytes, as stored and as decoded",
            preset = "10485760",
            min = 1,
            max = 1_000_000_000)
        int maxRecordBytes)
    implements Serializable {

  public WarcLimits {
    if (maxRecordBytes < 1 || maxRecordBytes > 1_000_000_000) {
      throw new IllegalArgumentException(
          "max_record_bytes: got " + maxRecordBytes + ", allowed 1 to 1,000,000,000");
    }
  }
}
