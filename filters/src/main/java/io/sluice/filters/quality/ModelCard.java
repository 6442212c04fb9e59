package io.sluice.filters.quality;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What a model's file says of itself; its JSON header.
 *
 * @param name short name, no white space
 * @param version of the model under this name; a model that scores otherwise has another version
 * @param language ISO 639-3 code of the texts it is for, or {@code mul} for many
 * @param features how it reads a text
 * @param training how it was taught
 * @param dataFingerprint hash of the labelled texts in order, 32 hex digits
 * @param report what was measured on texts held out of training
 */
@JsonPropertyOrder({
  "name",
  "version",
  "language",
  "features",
  "training",
  "data_fingerprint",
  "report"
})
public record ModelCard(
    String name,
    String version,
    String language,
    FeatureSpec features,
    TrainingSettings training,
    String dataFingerprint,
    TrainingReport report) {
  /** The language code of a model for many languages. */
  public static final String MANY = "mul";

  public ModelCard {
    check("name", name, "[A-Za-z0-9._-]+");
    check("version", version, "[A-Za-z0-9._-]+");
    check("language", language, "[a-z]{3}");
    check("dataFingerprint", dataFingerprint, "[0-9a-f]{32}");
  }

  /** Name and version as one word: scores with different ids must not be compared. */
  public String id() {
    return name + "@" + version;
  }

  private static void check(String key, String value, String pattern) {
    if (value == null || !value.matches(pattern)) {
      throw new IllegalArgumentException(key + ": got " + value + ", allowed " + pattern);
    }
  }
}
