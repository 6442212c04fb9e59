package io.sluice.mixer.spark;

import io.sluice.mixer.shard.ShardFile;
import java.io.Serializable;

/**
 * What one written shard holds.
 *
 * @param shard its number
 * @param file the file
 * @param padding padding tokens
 * @param parts component, epoch, documents and tokens of each part, one after another
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ShardResult(int shard, ShardFile file, long padding, long[] parts) implements Serializable {}
