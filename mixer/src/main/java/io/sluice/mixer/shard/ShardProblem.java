package io.sluice.mixer.shard;

/**
 * One thing wrong with a stage's shards.
 *
 * @param file file name within the stage's folder
 * @param row 0-based row in the file, or -1 where it is about the whole file
 * @param message what was found and what was expected
 */
public record ShardProblem(String file, long row, String message) {
  @Override
  public String toString() {
    return file + (row < 0 ? "" : " row " + row) + ": " + message;
  }
}
