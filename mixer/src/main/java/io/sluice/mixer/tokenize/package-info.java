/**
 * Text to tokens. Knows no Spark and no files; {@code mixer.shard} and {@code mixer.spark} call it.
 *
 * <p>{@link io.sluice.mixer.tokenize.Tokenizer} is what the mixer needs of a vocabulary; {@link
 * io.sluice.mixer.tokenize.TokenizerConfig} chooses one; {@link
 * io.sluice.mixer.tokenize.BytePairTokenizer} holds two public ones, with their splitting patterns
 * in {@code Splitter} and their merges in {@code Vocabulary} and {@code BytePairEncoder}; {@link
 * io.sluice.mixer.tokenize.ChatTemplate} writes dialogues and trajectories; {@link
 * io.sluice.mixer.tokenize.MiddleFiller} says where source code is cut for fill-in-the-middle;
 * {@link io.sluice.mixer.tokenize.DocumentEncoder} turns one document into a {@link
 * io.sluice.mixer.tokenize.TokenSequence}; {@link io.sluice.mixer.tokenize.TokenCodec} is that
 * sequence as bytes.
 */
package io.sluice.mixer.tokenize;
