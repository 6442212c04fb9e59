package io.sluice.ingest.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One document, the same for every kind and every job.
 *
 * @param id 128-bit hash of source and content address, 32 hex digits; never a position
 * @param kind what it is
 * @param source the input's name in the configuration
 * @param url where it was fetched from, or null
 * @param path its path in a repository or archive, or null
 * @param repo the repository's name, or null
 * @param license SPDX identifier where known, or null
 * @param timestamp when it was fetched or written, or null
 * @param lang ISO 639-3 with script where it matters ({@code eng}, {@code cmn_Hani}), or the
 *     programming language in lower case; null where unknown
 * @param langScore the identifier's confidence 0..1, or null
 * @param text UTF-8 text with Unix line ends, never null
 * @param segments who wrote which part and what carries loss; null but for dialogues
 * @param tokens number of tokens under the run's tokenizer, or null before they are counted
 * @param signals every measured number
 * @param scores every model's score
 * @param signature MinHash signature ({@code dedup.sketch} defines its layout), or null
 * @param meta the rest, sorted by key
 */
@SuppressWarnings("ArrayRecordComponent") // equals compares the bytes
public record Document(
    String id,
    Kind kind,
    String source,
    String url,
    String path,
    String repo,
    String license,
    Instant timestamp,
    String lang,
    Float langScore,
    String text,
    List<Segment> segments,
    Integer tokens,
    Measures<Signal> signals,
    Measures<Score> scores,
    byte[] signature,
    SortedMap<String, String> meta) {

  /** Version of the columns, written to every manifest. Raised when a column is added. */
  public static final int SCHEMA_VERSION = 1;

  public Document {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(signals, "signals");
    Objects.requireNonNull(scores, "scores");
    segments = segments == null ? null : List.copyOf(segments);
    meta = new TreeMap<>(meta);
  }

  /** A document of this kind with nothing else known yet. */
  public static Builder builder(Kind kind, String source, String id) {
    return new Builder(kind, source, id);
  }

  /** A builder that starts from this document's values; the measures are shared, not copied. */
  public Builder toBuilder() {
    Builder builder = new Builder(kind, source, id);
    builder.url = url;
    builder.path = path;
    builder.repo = repo;
    builder.license = license;
    builder.timestamp = timestamp;
    builder.lang = lang;
    builder.langScore = langScore;
    builder.text = text;
    builder.segments = segments;
    builder.tokens = tokens;
    builder.signals = signals;
    builder.scores = scores;
    builder.signature = signature;
    builder.meta.putAll(meta);
    return builder;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Document that
        && id.equals(that.id)
        && kind == that.kind
        && source.equals(that.source)
        && Objects.equals(url, that.url)
        && Objects.equals(path, that.path)
        && Objects.equals(repo, that.repo)
        && Objects.equals(license, that.license)
        && Objects.equals(timestamp, that.timestamp)
        && Objects.equals(lang, that.lang)
        && Objects.equals(langScore, that.langScore)
        && text.equals(that.text)
        && Objects.equals(segments, that.segments)
        && Objects.equals(tokens, that.tokens)
        && signals.equals(that.signals)
        && scores.equals(that.scores)
        && Arrays.equals(signature, that.signature)
        && meta.equals(that.meta);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** Collects the parts of a document while it is being read and judged. */
  public static final class Builder {
    private final Kind kind;
    private final String source;
    private final String id;
    private String url;
    private String path;
    private String repo;
    private String license;
    private Instant timestamp;
    private String lang;
    private Float langScore;
    private String text = "";
    private List<Segment> segments;
    private Integer tokens;
    private Measures<Signal> signals = Measures.signals();
    private Measures<Score> scores = Measures.scores();
    private byte[] signature;
    private final SortedMap<String, String> meta = new TreeMap<>();

    private Builder(Kind kind, String source, String id) {
      this.kind = kind;
      this.source = source;
      this.id = id;
    }

    public Builder url(String url) {
      this.url = url;
      return this;
    }

    public Builder path(String path) {
      this.path = path;
      return this;
    }

    public Builder repo(String repo) {
      this.repo = repo;
      return this;
    }

    public Builder license(String license) {
      this.license = license;
      return this;
    }

    public Builder timestamp(Instant timestamp) {
      this.timestamp = timestamp;
      return this;
    }

    public Builder lang(String lang) {
      this.lang = lang;
      return this;
    }

    public Builder lang(String lang, double score) {
      this.lang = lang;
      this.langScore = (float) score;
      return this;
    }

    /** Sets both as stored: the score may be null. */
    public Builder lang(String lang, Float score) {
      this.lang = lang;
      this.langScore = score;
      return this;
    }

    public Builder text(String text) {
      this.text = text;
      return this;
    }

    public Builder segments(List<Segment> segments) {
      this.segments = segments;
      return this;
    }

    public Builder tokens(Integer tokens) {
      this.tokens = tokens;
      return this;
    }

    public Builder signals(Measures<Signal> signals) {
      this.signals = signals;
      return this;
    }

    public Builder signal(Signal signal, double value) {
      signals.put(signal, value);
      return this;
    }

    public Builder scores(Measures<Score> scores) {
      this.scores = scores;
      return this;
    }

    public Builder score(Score score, double value) {
      scores.put(score, value);
      return this;
    }

    public Builder signature(byte[] signature) {
      this.signature = signature;
      return this;
    }

    public Builder meta(String key, String value) {
      if (value != null) {
        meta.put(key, value);
      }
      return this;
    }

    public Builder meta(Map<String, String> values) {
      meta.putAll(values);
      return this;
    }

    /**
     * The document.
     *
     * @throws NullPointerException if a part that every document has is missing
     */
    public Document build() {
      return new Document(
          id, kind, source, url, path, repo, license, timestamp, lang, langScore, text, segments,
          tokens, signals, scores, signature, meta);
    }
  }
}
