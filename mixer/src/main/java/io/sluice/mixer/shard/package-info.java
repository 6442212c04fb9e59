/**
 * Shards: rows of tokens in Parquet files, their manifest, and who reads and checks them. Parquet
 * and Hadoop file systems, no Spark; {@code mixer.spark} and the jobs call it.
 *
 * <p>{@link io.sluice.mixer.shard.TrainingRow} is one row, {@link
 * io.sluice.mixer.shard.ShardSchema} its columns; {@link io.sluice.mixer.shard.RowAssembler} packs
 * documents into rows; {@link io.sluice.mixer.shard.ShardWriter} writes one file, a {@link
 * io.sluice.mixer.shard.ShardFile}; {@link io.sluice.mixer.shard.StageLedger} counts what was
 * written; {@link io.sluice.mixer.shard.StageManifest} publishes a stage; {@link
 * io.sluice.mixer.shard.ShardVerifier} checks one and lists each {@link
 * io.sluice.mixer.shard.ShardProblem}; {@link io.sluice.mixer.shard.ShardReader} reads one as a
 * trainer's rank does.
 */
package io.sluice.mixer.shard;
