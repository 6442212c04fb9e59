/**
 * Sentence embeddings from local models, for semantic deduplication and quality models.
 *
 * <p>{@link io.sluice.filters.embed.Embedders} picks a model by language as {@link
 * io.sluice.filters.embed.EmbedConfig} says; {@link io.sluice.filters.embed.OnnxEmbedder} runs it
 * ({@code SentenceModel} says where its files are, {@code SubwordTokenizer} cuts the text, {@code
 * Network} computes) and gives an {@link io.sluice.filters.embed.Embedding}; {@link
 * io.sluice.filters.embed.Pooling} joins token vectors; {@link io.sluice.filters.embed.Embedder} is
 * what others see. No network is used.
 */
package io.sluice.filters.embed;
