package io.sluice.jobs.wiring;

import io.sluice.dedup.semantic.SemanticConfig;
import io.sluice.filters.embed.EmbedConfig;
import io.sluice.ingest.config.Key;

/** Section {@code semdedup}. */
public record SemdedupSection(
    @Key(doc = "whether it runs", preset = "true") boolean enabled,
    @Key(doc = "the sentence-embedding models", preset = "{}") EmbedConfig embed,
    @Key(doc = "clustering and pruning", preset = "{}") SemanticConfig prune) {}
