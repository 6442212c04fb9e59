package io.sluice.jobs.wiring;

import io.sluice.ingest.config.Key;

/** Section {@code mix}. */
public record MixSection(
    @Key(doc = "the recipe's YAML file", preset = "${home}/conf/recipes/glm-4.5.yaml")
        String recipe,
    @Key(doc = "factor on every size of the recipe, in place of its own", preset = "null")
        Double scale,
    @Key(
            doc = "tokens that a best-fit window holds: what a task's memory follows",
            preset = "16777216",
            min = 1)
        long windowTokens) {}
