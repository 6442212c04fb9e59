/**
 * Chooses the blocks of a page that are its main content, by scored features: no rule names a site.
 *
 * <p>{@link io.sluice.ingest.html.select.MainContent} is what {@code html} calls, with the blocks
 * of {@code html.block}. Within: {@code Features} computes a row of numbers a block, from {@code
 * Sums} (running sums of the blocks' counts), {@code Frames} (containers: names, nesting,
 * repetition), {@code Signs} and {@code TextWords} (beginnings of blocks), {@code NameWords} (words
 * of classes and ids); {@code Context} adds what a first look thought of the blocks around. {@code
 * Model} holds the {@code Lexicon}s and {@code Forest}s of {@code select.bin}, which {@code
 * ingest/models/extract} makes.
 */
package io.sluice.ingest.html.select;
