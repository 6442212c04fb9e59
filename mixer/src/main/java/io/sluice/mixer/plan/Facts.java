package io.sluice.mixer.plan;

import io.sluice.ingest.model.Kind;
import io.sluice.ingest.model.Measures;
import io.sluice.ingest.model.Score;
import java.util.Objects;

/**
 * What planning knows of a document: its narrow columns, without text.
 *
 * @param id the document's id
 * @param kind what it is
 * @param source the input's name
 * @param lang its language, or null
 * @param tokens its tokens, at least 0
 * @param bytes UTF-8 bytes of its text, at least 0
 * @param scores raw scores 0..1, NaN where it has none
 * @param clusterSize near-duplicates it stands for, itself included; below 1 counts as 1
 */
public record Facts(
    String id,
    Kind kind,
    String source,
    String lang,
    long tokens,
    long bytes,
    Measures<Score> scores,
    long clusterSize) {
  public Facts {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(scores, "scores");
    if (tokens < 0 || bytes < 0) {
      throw new IllegalArgumentException(
          "document " + id + ": got " + tokens + " tokens, " + bytes + " bytes; allowed 0 or more");
    }
  }

  /** What it weighs in a percentile. */
  public long weight(Weighting weighting) {
    return weighting == Weighting.BYTES ? bytes : 1;
  }
}
