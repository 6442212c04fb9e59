/**
 * Papers and books: LaTeX sources and plain text as documents. Knows no Spark.
 *
 * <p>{@link io.sluice.ingest.paper.PaperSource} reads input items; {@link
 * io.sluice.ingest.paper.Latex} turns LaTeX into text with its formulas kept; {@link
 * io.sluice.ingest.paper.PlainText} trims a plain text book; {@link
 * io.sluice.ingest.paper.PaperText} is what both give; {@link io.sluice.ingest.paper.PapersLimits}
 * bounds an item. Within: {@code PaperFiles} opens an item, {@code Tar} reads archives, {@code
 * TexProject} finds the main file, {@code TexExpander} follows inputs and macros over a {@code
 * TexInput}, {@code TexWriter} goes over a {@code TexCursor} and writes to a {@code TextOutput} by
 * {@code TexCommands}.
 */
package io.sluice.ingest.paper;
