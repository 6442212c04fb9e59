package io.sluice.mixer.shard;

import java.io.Serializable;

/**
 * One written shard.
 *
 * @param path file name within the stage's folder
 * @param rows number of rows
 * @param bytes size of the file
 * @param sha256 hash of the file, 64 hex digits
 */
public record ShardFile(String path, long rows, long bytes, String sha256)
    implements Serializable {}
