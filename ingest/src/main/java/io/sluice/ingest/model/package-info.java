/**
 * The document: what every job reads and writes. Knows nothing of Spark, files or formats.
 *
 * <p>{@link io.sluice.ingest.model.Document} is one row; {@link io.sluice.ingest.model.Judged} is a
 * document with the outcome of a stage; {@link io.sluice.ingest.model.Signal} and {@link
 * io.sluice.ingest.model.Score} name every measured number; {@link io.sluice.ingest.model.Reason}
 * names every reason a document is turned away for.
 */
package io.sluice.ingest.model;
