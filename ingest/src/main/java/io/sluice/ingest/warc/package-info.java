/**
 * WARC files: read as HTTP responses, one at a time, and written for samples. Knows no Spark.
 *
 * <p>{@link io.sluice.ingest.warc.WarcPages} reads one file; {@link io.sluice.ingest.warc.WarcPage}
 * is one response; {@link io.sluice.ingest.warc.WarcLimits} bounds it; {@link
 * io.sluice.ingest.warc.WarcWriter} packs pages into a file. Record framing is jwarc's; HTTP is
 * read here, so that one bad response costs itself alone. Sources of web documents call this
 * package.
 */
package io.sluice.ingest.warc;
