package io.sluice.dedup.cluster;

import java.util.Objects;

/**
 * What decides which member of a cluster stays.
 *
 * @param id the document's id
 * @param quality its quality score, greater is better; null or NaN where it has none
 * @param length its length in any one unit (tokens or characters), or null
 * @param micros when it was fetched or written, microseconds since 1970, or null
 */
public record Candidate(String id, Double quality, Long length, Long micros) {
  public Candidate {
    Objects.requireNonNull(id, "id");
  }
}
