/**
 * Text and hashing utilities that every module shares. Pure functions, and a splitter that one
 * thread owns.
 *
 * <p>{@link io.sluice.ingest.text.WordSplitter} finds the {@link io.sluice.ingest.text.Words} of a
 * text; {@code CharClass} and {@code DictionarySegmenter} serve it alone. {@link
 * io.sluice.ingest.text.Hash128} hashes; {@link io.sluice.ingest.text.Draw} draws by seed, purpose
 * and id; {@link io.sluice.ingest.text.Dates} reads dates as others write them.
 */
package io.sluice.ingest.text;
