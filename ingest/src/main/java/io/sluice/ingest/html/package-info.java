/**
 * From the bytes of a web page to its main text. Knows no Spark.
 *
 * <p>{@link io.sluice.ingest.html.MainText} is what other packages call; {@link
 * io.sluice.ingest.html.Extracted} is what it gives. Within: {@code PageWalk} turns the tree into
 * {@code Block}s and containers, {@code DataTable} tells data from layout, {@code PageTitle} finds
 * the title, {@code Cues} reads tags, classes and roles, {@code MathMarkup} reads formulas, {@code
 * MainBlocks} chooses the blocks to keep. The rules are about tags, words of markup, text and
 * links; there is no list of sites.
 */
package io.sluice.ingest.html;
