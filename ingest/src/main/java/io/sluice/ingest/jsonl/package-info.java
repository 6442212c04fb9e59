/**
 * Documents as JSON lines, a line a document.
 *
 * <p>{@link io.sluice.ingest.jsonl.JsonlSource} opens files and slices of them; {@code Lines} finds
 * the lines; what a line means is {@code columns}' part.
 */
package io.sluice.ingest.jsonl;
