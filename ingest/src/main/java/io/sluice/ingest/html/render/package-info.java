/**
 * From chosen blocks to text. Knows no Spark.
 *
 * <p>{@code Renderer} writes {@code ingest.html.block.Blocks} in a {@code TextForm}. Within: {@code
 * LineWriter} writes the leaves of a block, {@code CodeWriter} preformatted ones, {@code
 * TableWriter} rows; {@code ListIndent} knows where items begin, {@code CodeLanguage} finds the
 * language of code, {@code Spaces} copies text, {@code Buffer} holds the bytes.
 */
package io.sluice.ingest.html.render;
