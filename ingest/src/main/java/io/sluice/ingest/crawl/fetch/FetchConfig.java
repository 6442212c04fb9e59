package io.sluice.ingest.crawl.fetch;

import io.sluice.ingest.config.Key;
import java.io.Serializable;
import java.util.List;

/**
 * What one exchange may cost.
 *
 * @param maxBodyBytes bytes of a page's body, as sent; the rest is cut off
 * @param maxSitemapBytes bytes of a sitemap, as sent and as decoded
 * @param contentTypes media types whose bodies are fetched
 * @param connectSeconds time to connect
 * @param readSeconds time between two reads
 * @param totalSeconds time of the whole exchange
 * @param http2 whether HTTP/2 is offered
 */
public record FetchConfig(
    @Key(
            doc = "bytes of a page's body as sent, at most; the rest is cut off",
            preset = "5242880",
            min = 1,
            max = 1_000_000_000)
        int maxBodyBytes,
    @Key(doc = "bytes of a sitemap, at most", preset = "52428800", min = 1, max = 1_000_000_000)
        int maxSitemapBytes,
    @Key(
            doc = "media types whose bodies are fetched",
            preset = "[text/html, application/xhtml+xml]")
        List<String> contentTypes,
    @Key(doc = "seconds to connect, at most", preset = "10", min = 0.001) double connectSeconds,
    @Key(doc = "seconds without a byte, at most", preset = "20", min = 0.001) double readSeconds,
    @Key(doc = "seconds of a whole exchange, at most", preset = "120", min = 0.001)
        double totalSeconds,
    @Key(doc = "whether HTTP/2 is spoken with hosts that speak it", preset = "true") boolean http2)
    implements Serializable {

  public FetchConfig {
    contentTypes = List.copyOf(contentTypes);
  }

  /** Whether a body of this media type is fetched; null is what a server said nothing about. */
  boolean wants(String mediaType) {
    return mediaType == null || contentTypes.contains(mediaType);
  }
}
