package io.sluice.ingest.crawl.store;

import io.sluice.ingest.config.Key;
import java.io.Serializable;

/**
 * How WARC files are cut.
 *
 * @param fileBytes after so many bytes a file is closed and another begun
 * @param fileSeconds after so many seconds too: on object stores a file that is open is lost
 */
public record StoreConfig(
    @Key(doc = "bytes after which another WARC file is begun", preset = "1000000000", min = 1)
        long fileBytes,
    @Key(
            doc =
                "seconds after which another WARC file is begun; on S3 what was written since is"
                    + " all that a kill loses",
            preset = "900",
            min = 1)
        int fileSeconds)
    implements Serializable {}
