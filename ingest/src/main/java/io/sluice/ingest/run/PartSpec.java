package io.sluice.ingest.run;

import io.sluice.ingest.stage.InputItem;
import java.util.List;
import java.util.Objects;

/**
 * What a part is made from. Two parts with the same fingerprint hold the same data.
 *
 * @param name the part's name within its dataset, usable as a folder name
 * @param stage the stage's id with its behaviour version ({@code web-1}): raised when the output
 *     changes for the same input
 * @param config the effective configuration, a record or map
 * @param inputs what is read, in order
 */
public record PartSpec(String name, String stage, Object config, List<InputItem> inputs) {
  public PartSpec {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new IllegalArgumentException("name: got '" + name + "', allowed: letters, digits, ._-");
    }
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(config, "config");
    inputs = List.copyOf(inputs);
  }

  /** 64 hex digits over everything that decides what the part holds. */
  public String fingerprint() {
    return Json.hash(
        List.of(
            stage,
            config,
            inputs.stream().map(i -> List.of(i.source(), i.path(), i.fingerprint())).toList()));
  }

  /** The part's folder name. */
  public String folder() {
    return name + "-" + fingerprint().substring(0, 12);
  }
}
