package io.sluice.ingest.stage;

import java.io.Serializable;

/**
 * One thing to read: a file, or a directory that is read as a whole (a repository).
 *
 * @param source the input's name in the configuration
 * @param path Hadoop path, fully qualified
 * @param bytes its size where known, else 0
 * @param fingerprint changes when the content does (length and modification time, commit hash, …)
 */
public record InputItem(String source, String path, long bytes, String fingerprint)
    implements Serializable {}
