package io.sluice.filters.embed;

/**
 * A text's vector and what of the text it rests on.
 *
 * <p>Two embeddings are equal only where they share one array: compare vectors by cosine.
 *
 * @param vector L2 norm 1; all zeros only where the model itself gave zeros
 * @param tokens tokens read, without the special ones
 * @param unknown share of those tokens that the vocabulary lacks, 0..1; 0 where there are none
 */
@SuppressWarnings("ArrayRecordComponent") // a vector of floats is what it is
public record Embedding(float[] vector, int tokens, double unknown) {}
