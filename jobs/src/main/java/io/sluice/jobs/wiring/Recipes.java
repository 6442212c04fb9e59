package io.sluice.jobs.wiring;

import io.sluice.ingest.config.Config;
import io.sluice.mixer.plan.Recipe;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Loads recipes. */
public final class Recipes {
  private Recipes() {}

  /** The recipe of a mix section, with its scale in place of the recipe's own. */
  public static Recipe load(MixSection mix) {
    return load(Path.of(mix.recipe()), mix.scale());
  }

  /**
   * A recipe.
   *
   * @param scale factor in place of the recipe's own, or null
   */
  public static Recipe load(Path file, Double scale) {
    List<String> overrides =
        scale == null ? List.of() : List.of(String.format(Locale.ROOT, "scale=%s", scale));
    return Config.load(Recipe.class, file, overrides, Map.of());
  }
}
