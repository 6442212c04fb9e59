package io.sluice.codecorpus.repo;

import io.sluice.ingest.config.Key;
import java.io.Serializable;
import java.util.List;

/**
 * The {@code code} job's section: how source files are read and judged.
 *
 * @param maxFileBytes longest file that is read
 * @param thresholds folder of data files that replace the packaged ones, or null
 * @param allowedLicenses SPDX identifiers that files may be under, empty for all
 * @param repoDocuments whether the files of a repository are also joined
 * @param maxRepoChars longest text of joined files
 */
public record CodeConfig(
    @Key(doc = "longest file that is read, bytes", preset = "3000000", min = 1, max = 268_435_456)
        int maxFileBytes,
    @Key(
            doc =
                "folder with languages.yaml, code_rules.yaml or code_paths.yaml in place of the"
                    + " packaged ones",
            preset = "null")
        String thresholds,
    @Key(
            doc =
                "SPDX identifiers that files may be under; empty allows all, NOASSERTION stands for"
                    + " files without a known licence",
            preset = "[]")
        List<String> allowedLicenses,
    @Key(doc = "whether the kept files of a repository are also joined", preset = "true")
        boolean repoDocuments,
    @Key(
            doc =
                "longest text of joined files, UTF-16 units, at least max_file_bytes; a repository"
                    + " over it becomes several documents",
            preset = "4000000",
            min = 1,
            max = 1_073_741_824)
        int maxRepoChars)
    implements Serializable {

  private static final int MAX_FILE_BYTES = 256 << 20;
  private static final int MAX_REPO_CHARS = 1 << 30;

  public CodeConfig {
    if (maxFileBytes < 1 || maxFileBytes > MAX_FILE_BYTES) {
      throw new IllegalArgumentException(
          "max_file_bytes: got " + maxFileBytes + ", allowed 1 to " + MAX_FILE_BYTES);
    }
    if (maxRepoChars < maxFileBytes || maxRepoChars > MAX_REPO_CHARS) {
      throw new IllegalArgumentException(
          "max_repo_chars: got "
              + maxRepoChars
              + ", allowed max_file_bytes ("
              + maxFileBytes
              + ") to "
              + MAX_REPO_CHARS);
    }
    allowedLicenses = List.copyOf(allowedLicenses);
  }
}
