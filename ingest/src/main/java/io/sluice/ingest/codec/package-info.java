/**
 * Files as they are stored, and what they hold once decompressed. Knows no format.
 *
 * <p>{@link io.sluice.ingest.codec.StoredBytes} is a file with a position; {@link
 * io.sluice.ingest.codec.DecodedBytes} undoes gzip and zstd member by member, finds the next whole
 * member after damage, and where reading may begin in the middle of a file; {@link
 * io.sluice.ingest.codec.Compression} tells which is which by magic numbers. Readers of formats
 * ({@code warc}, {@code jsonl}, {@code columns}) call this package.
 */
package io.sluice.ingest.codec;
