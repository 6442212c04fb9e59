/**
 * Texts that others have extracted, as tables or lines with named columns. Knows no Spark.
 *
 * <p>{@link io.sluice.ingest.columns.ColumnMapping} says which column is what; {@link
 * io.sluice.ingest.columns.ParquetSource} reads Parquet files by row groups; {@link
 * io.sluice.ingest.columns.JsonLine} makes a document of a line ({@code jsonl} calls it); {@code
 * TextRecord} is what both fill.
 */
package io.sluice.ingest.columns;
