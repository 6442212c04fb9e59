/**
 * Pages as trees in flat arrays.
 *
 * <p>{@code HtmlTree} is the tree, {@code Tag} and {@code Attr} number its names, {@code
 * References} decodes character references.
 */
package io.sluice.ingest.html.tree;
