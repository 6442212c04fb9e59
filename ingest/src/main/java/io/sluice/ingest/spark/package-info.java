/**
 * Spark's side of the ground floor.
 *
 * <p>{@link io.sluice.ingest.spark.DocumentRows} owns the one schema; {@link
 * io.sluice.ingest.spark.SourceStage} turns input items to judged rows; {@link
 * io.sluice.ingest.spark.JudgedWriter} writes and counts them; {@link
 * io.sluice.ingest.spark.DocumentReader} reads published documents; {@link
 * io.sluice.ingest.spark.Meter} feeds the progress display. Every module's {@code spark} package
 * may use it.
 */
package io.sluice.ingest.spark;
