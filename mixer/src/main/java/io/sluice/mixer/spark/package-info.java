/**
 * The mixer's Spark stages: thin shells around {@code mixer.plan}, {@code mixer.pack} and {@code
 * mixer.shard}; {@code jobs} calls them.
 *
 * <p>{@link io.sluice.mixer.spark.InventoryStage} makes narrow columns of documents to an
 * inventory; {@link io.sluice.mixer.spark.SelectionStage} chooses the documents of a stage; {@link
 * io.sluice.mixer.spark.MixStage} writes them as its {@link io.sluice.mixer.spark.MixSettings} say:
 * {@link io.sluice.mixer.spark.DocumentFileReader} steps through one Parquet file of documents,
 * {@link io.sluice.mixer.spark.DocumentTokens} turns chosen documents into shuffle records, whose
 * form is {@link io.sluice.mixer.spark.MixRecord}; {@link io.sluice.mixer.spark.ShardTask} counts
 * and writes one shard; {@link io.sluice.mixer.spark.ShardResult} is what it counted.
 */
package io.sluice.mixer.spark;
