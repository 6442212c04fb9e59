package io.sluice.ingest.config;

/**
 * One mistake in a configuration.
 *
 * @param origin the file, or {@code --set}
 * @param line 1-based line in the file, 0 where there is none
 * @param path the key's path, such as {@code web.inputs[0].paths}
 * @param message what is wrong, with the value given
 * @param remedy what to write instead
 */
public record Problem(String origin, int line, String path, String message, String remedy) {

  @Override
  public String toString() {
    return origin
        + (line > 0 ? ":" + line : "")
        + ": "
        + (path.isEmpty() ? "" : path + ": ")
        + message
        + " ("
        + remedy
        + ")";
  }
}
