/**
 * The contract of a stage: what comes in is kept, rejected or failed, and counted.
 *
 * <p>{@link io.sluice.ingest.stage.DocumentSource} reads {@link io.sluice.ingest.stage.InputItem}s
 * to judged documents, one {@link io.sluice.ingest.stage.Reading} an item or {@link
 * io.sluice.ingest.stage.ByteRange} of it; {@link io.sluice.ingest.stage.Counts} holds the
 * conservation law in = kept + rejected + failed.
 */
package io.sluice.ingest.stage;
