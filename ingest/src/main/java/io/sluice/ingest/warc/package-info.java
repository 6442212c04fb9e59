/**
 * WARC and ARC files: read as pages, one at a time, and written for samples. Knows no Spark.
 *
 * <p>{@link io.sluice.ingest.warc.WarcPages} reads a file or a slice of one; {@link
 * io.sluice.ingest.warc.WarcPage} is one response, resource or converted text, or damage; {@link
 * io.sluice.ingest.warc.WarcLimits} bounds it; {@link io.sluice.ingest.warc.WarcWriter} packs pages
 * into a file. {@code WarcRecords} finds the records and gets over damage, {@code RecordSign} and
 * {@code ArcLine} know what heads look like, {@code WarcHead} and {@code HttpHead} read them,
 * {@code HttpDecoder} and {@code Chunks} undo codings. Sources of web documents call this package;
 * it calls {@code codec}.
 */
package io.sluice.ingest.warc;
