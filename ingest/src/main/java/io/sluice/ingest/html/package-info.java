/**
 * From the bytes of a web page to its main text. Knows no Spark.
 *
 * <p>{@link io.sluice.ingest.html.MainText} is what other packages call; {@link
 * io.sluice.ingest.html.Extracted} is what it gives. Within: {@code tree} parses, {@code block}
 * turns the tree into blocks, {@code select} chooses those that are main content by a model of
 * scored features, {@code render} writes them, {@code meta} reads title, author and dates, {@code
 * Contents} counts what the text holds. There is no list of sites.
 */
package io.sluice.ingest.html;
