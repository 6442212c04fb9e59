package io.sluice.filters.lang;

import io.sluice.filters.fasttext.FastTextModel;
import io.sluice.ingest.config.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;

/** A fastText model and what its labels mean; shared by all threads of a JVM. Immutable. */
public final class LanguageModel {
  private static final String RESOURCE = "lid.176.ftz";

  /** Models are large and immutable, and each task of a worker asks anew: read each file once. */
  private static final ConcurrentHashMap<String, LanguageModel> FILES = new ConcurrentHashMap<>();

  private final FastTextModel model;
  private final Labels labels;
  private final boolean embedded;

  private LanguageModel(FastTextModel model, boolean embedded) {
    this.model = model;
    this.labels = new Labels(model.labels());
    this.embedded = embedded;
  }

  /** Loads the embedded model at first use. */
  private static final class Holder {
    static final LanguageModel EMBEDDED = readEmbedded();
  }

  private static LanguageModel readEmbedded() {
    try (InputStream in = LanguageModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("resource " + RESOURCE + " is missing");
      }
      return new LanguageModel(FastTextModel.read(in), true);
    } catch (IOException e) {
      throw new UncheckedIOException("language model " + RESOURCE, e);
    }
  }

  /** The embedded model, lid.176.ftz: 176 languages. */
  public static LanguageModel embedded() {
    return Holder.EMBEDDED;
  }

  /**
   * The configured model.
   *
   * @throws UserError if its file cannot be read or is no fastText model
   */
  public static LanguageModel of(LanguageConfig config) {
    return config.model() == null
        ? embedded()
        : FILES.computeIfAbsent(
            config.model(), path -> new LanguageModel(FastTextModel.load(Path.of(path)), false));
  }

  FastTextModel model() {
    return model;
  }

  Labels labels() {
    return labels;
  }

  /** Whether this is the embedded model, which takes a second opinion. */
  boolean isEmbedded() {
    return embedded;
  }
}
