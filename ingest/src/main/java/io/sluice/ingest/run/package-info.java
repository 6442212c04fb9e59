/**
 * Run folders: datasets made of parts, each published by a manifest that is written last.
 *
 * <p>{@link io.sluice.ingest.run.RunFolder} holds datasets; {@link
 * io.sluice.ingest.run.DatasetFolder} skips, redoes and publishes parts; {@link
 * io.sluice.ingest.run.PartManifest} and {@link io.sluice.ingest.run.DatasetManifest} are what
 * stands on disk; {@link io.sluice.ingest.run.Json} writes them. Works on any Hadoop file system;
 * knows no Spark.
 */
package io.sluice.ingest.run;
