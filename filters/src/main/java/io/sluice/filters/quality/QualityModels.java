package io.sluice.filters.quality;

import io.sluice.ingest.config.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The quality models of a run, one a language and one for all the rest. What the embedded ones were
 * taught, and what they are not, is told in {@code filters/models/README.md}.
 *
 * <p>Immutable, for any number of threads; the embedded models take less than a megabyte.
 */
public final class QualityModels {
  private static final List<String> EMBEDDED = List.of("eng", "cmn", ModelCard.MANY);
  private static final Map<String, String> ALIASES =
      Map.of("en", "eng", "zh", "cmn", "zho", "cmn", "chi", "cmn");

  private final Map<String, LinearModel> models;

  private QualityModels(Map<String, LinearModel> models) {
    this.models = models;
  }

  /** The models that come with Sluice: English, Mandarin Chinese, and one for many languages. */
  public static QualityModels embedded() {
    Map<String, LinearModel> models = new TreeMap<>();
    for (String language : EMBEDDED) {
      String name = "quality-" + language + ".model";
      try (InputStream in = QualityModels.class.getResourceAsStream(name)) {
        models.put(language, ModelFile.parse(in.readAllBytes(), name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new QualityModels(models);
  }

  /**
   * The user's models, each taking the place of the embedded one for its language ({@code mul}: of
   * the one for all the rest).
   *
   * @throws UserError where a file is no model, or two are for one language
   */
  public static QualityModels load(List<Path> files) {
    Map<String, LinearModel> own = new TreeMap<>();
    for (Path file : files) {
      LinearModel model = LinearModel.read(file);
      String language = canonical(model.card().language());
      if (own.put(language, model) != null) {
        throw new UserError(
            "quality model " + file + ": a second model for language " + language,
            "name one model a language");
      }
    }
    Map<String, LinearModel> models = new TreeMap<>(embedded().models);
    models.putAll(own);
    return new QualityModels(models);
  }

  /**
   * The model for a language.
   *
   * @param language ISO 639-3 code, with or without a script ({@code cmn}, {@code zho_Hans}), or
   *     {@code en}, {@code zh}; null or unknown where not known
   * @return the language's own model, else the one for many languages
   */
  public LinearModel forLanguage(String language) {
    LinearModel own = language == null ? null : models.get(canonical(language));
    return own != null ? own : models.get(ModelCard.MANY);
  }

  /** All models, ordered by language code. */
  public List<LinearModel> all() {
    return List.copyOf(new ArrayList<>(models.values()));
  }

  private static String canonical(String language) {
    int end = 0;
    while (end < language.length() && Character.isLetter(language.charAt(end))) {
      end++;
    }
    String code = language.substring(0, end).toLowerCase(Locale.ROOT);
    return ALIASES.getOrDefault(code, code);
  }
}
