/**
 * From a page's tree to blocks of text. Knows no Spark.
 *
 * <p>{@code BlockWalk} walks the tree and fills {@code Blocks}: each of a {@code Kind}, made of
 * leaves ({@code Leaf}), counted by {@code Fact}. Within: {@code Act} says what the walk does at a
 * tag, {@code Marks} and {@code ClassNames} read attributes, {@code Flow} gathers leaves, {@code
 * TextScan} counts their characters by {@code Characters}, {@code TableShape} tells data from
 * layout, {@code Formulas} reads formulas, {@code Utf8} reads code points. Called by {@code
 * ingest.html} and its chooser of main text.
 */
package io.sluice.ingest.html.block;
