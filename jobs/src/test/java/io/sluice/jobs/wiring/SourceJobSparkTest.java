package io.sluice.jobs.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.config.UserError;
import io.sluice.ingest.run.DatasetManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How datasets are made of parts, with the plainest of the source jobs. */
class SourceJobSparkTest {
  private static final String LINES =
      """
      {"id": "NAME1", "text": "The keeper lit the lamp NAME and the ships came home again."}
      {"id": "NAME2", "text": "A bell was added NAME for the days when there was fog."}
      no object
      """;

  @TempDir Path temp;
  private Path in;
  private Path run;

  @BeforeEach
  void begin() throws IOException {
    in = Files.createDirectory(temp.resolve("in"));
    run = temp.resolve("run");
    file("a");
    file("b");
  }

  private void file(String name) throws IOException {
    Files.writeString(in.resolve(name + ".jsonl"), LINES.replace("NAME", name));
  }

  private String inputs(String... patterns) {
    List<String> inputs = new ArrayList<>();
    for (String pattern : patterns) {
      inputs.add(
          "{name: "
              + pattern.split("=")[0]
              + ", paths: ['"
              + in
              + "/"
              + pattern.split("=")[1]
              + "']}");
    }
    return "jsonl.inputs=[" + String.join(", ", inputs) + "]";
  }

  private JobResult run(String... overrides) throws IOException {
    return new JsonlJob().run(Runs.context(run, overrides));
  }

  private static List<String> parts(JobResult result) {
    return result.manifest().parts().stream().map(DatasetManifest.Part::part).toList();
  }

  private List<String> current(JobResult result) {
    return result.manifest().parts().stream().map(DatasetManifest.Part::folder).sorted().toList();
  }

  private List<String> folders() throws IOException {
    return Runs.folders(run.resolve("jsonl"));
  }

  @Test
  void withoutItsSectionASourceJobIsSkipped() throws IOException {
    assertEquals(JobResult.skipped("jsonl", "no jsonl inputs are configured"), run());
    assertEquals(
        JobResult.skipped("jsonl", "no jsonl inputs are configured"), run("jsonl={inputs: []}"));
    assertFalse(Files.exists(run));
  }

  @Test
  void inputsAreReadInPartsAndCounted() throws IOException {
    JobResult result = run(inputs("one=*.jsonl"), "jsonl.files_per_part=1");
    assertEquals(JobResult.Status.DONE, result.status());
    assertEquals("", result.note());
    assertEquals(List.of("one-00000", "one-00001"), parts(result));
    assertEquals(current(result), folders());
    assertEquals(6, result.manifest().counts().in());
    assertEquals(4, result.manifest().counts().kept());
    assertEquals(Map.of("undecodable", 2L), result.manifest().counts().reasons());
    assertEquals(List.of("one-00000"), parts(run(inputs("one=*.jsonl"))));
  }

  @Test
  void anUnchangedRunMakesNothing() throws IOException {
    JobResult first = run(inputs("one=*.jsonl"));
    Map<String, String> written = Runs.written(run);
    JobResult second = run(inputs("one=*.jsonl"));
    assertEquals(
        new JobResult("jsonl", JobResult.Status.UNCHANGED, "unchanged", first.manifest()), second);
    assertEquals(written, Runs.written(run));
  }

  @Test
  void whatDoesNotTouchTheDataMakesNothing() throws IOException {
    run(inputs("one=*.jsonl"));
    JobResult second =
        run(inputs("one=*.jsonl"), "jsonl.max_failed=0.5", "dedup.minhash=false", "mix.scale=1e-9");
    assertEquals(JobResult.Status.UNCHANGED, second.status());
  }

  @Test
  void anotherConfigurationMakesEveryPartAnewAndRemovesTheOldOnes() throws IOException {
    JobResult first = run(inputs("one=*.jsonl"), "jsonl.files_per_part=1");
    JobResult second = run(inputs("one=*.jsonl"), "jsonl.files_per_part=1", "sketch.bands=9");
    assertEquals(JobResult.Status.DONE, second.status());
    assertEquals("", second.note());
    assertNotEquals(first.manifest().fingerprint(), second.manifest().fingerprint());
    assertEquals(current(second), folders());
    assertTrue(current(first).stream().noneMatch(current(second)::contains));
  }

  @Test
  void anInputThatIsAddedAddsOnePart() throws IOException {
    JobResult first = run(inputs("one=a*"));
    Map<String, String> before = Runs.written(run);
    JobResult second = run(inputs("one=a*", "two=b*"));
    assertEquals("1 of 2 parts made anew", second.note());
    assertEquals(List.of("one-00000", "two-00000"), parts(second));
    assertEquals(6, second.manifest().counts().in());
    Map<String, String> after = Runs.written(run);
    String kept = current(first).get(0);
    before.forEach(
        (file, time) -> {
          if (file.contains(kept)) {
            assertEquals(time, after.get(file), file);
          }
        });
  }

  @Test
  void aFileThatIsAddedAtTheEndAddsOnePart() throws IOException {
    run(inputs("one=*"), "jsonl.files_per_part=1");
    file("c");
    assertEquals("1 of 3 parts made anew", run(inputs("one=*"), "jsonl.files_per_part=1").note());
  }

  @Test
  void aFileThatHasChangedIsReadAgain() throws IOException {
    run(inputs("one=*"), "jsonl.files_per_part=1");
    Files.writeString(in.resolve("a.jsonl"), LINES.replace("NAME", "changed"));
    JobResult second = run(inputs("one=*"), "jsonl.files_per_part=1");
    assertEquals("1 of 2 parts made anew", second.note());
    assertEquals(current(second), folders());
  }

  @Test
  void anInputThatIsTakenAwayTakesItsPartAlong() throws IOException {
    run(inputs("one=a*", "two=b*"));
    JobResult second = run(inputs("two=b*"));
    assertEquals("0 of 1 parts made anew", second.note());
    assertEquals(List.of("two-00000"), parts(second));
    assertEquals(current(second), folders());
    assertEquals(3, second.manifest().counts().in());
  }

  @Test
  void aPartThatWasNotFinishedIsMadeAgain() throws IOException {
    JobResult first = run(inputs("one=*"), "jsonl.files_per_part=1");
    Path part = run.resolve("jsonl").resolve(first.manifest().parts().get(1).folder());
    Files.delete(part.resolve("manifest.json"));
    JobResult second = run(inputs("one=*"), "jsonl.files_per_part=1");
    assertEquals("1 of 2 parts made anew", second.note());
    assertEquals(first.manifest().counts(), second.manifest().counts());
    assertEquals(first.manifest().fingerprint(), second.manifest().fingerprint());
  }

  @Test
  void anInputThatIsNotThereIsAUserError() {
    UserError error = assertThrows(UserError.class, () -> run(inputs("one=none*")));
    assertEquals("input 'one': no file matches " + in + "/none*", error.getMessage());
  }

  @Test
  void anyNameOfAnInputGivesAPart() throws IOException {
    JobResult result = run(inputs("网页=a*", "-x y=b*"));
    assertEquals(JobResult.Status.DONE, result.status());
    assertEquals(6, result.manifest().counts().in());
  }

  @Test
  void aFileThatIsNamedTwiceIsReadOnce() throws IOException {
    String paths = "jsonl.inputs=[{name: one, paths: ['" + in + "/*.jsonl', '" + in + "/a*']}";
    assertEquals(6, run(paths + "]").manifest().counts().in());
    JobResult twice = run(paths + ", {name: one, paths: ['" + in + "/*']}]");
    assertEquals(6, twice.manifest().counts().in());
    assertEquals(
        9,
        run(inputs("one=*.jsonl", "two=a*")).manifest().counts().in(),
        "under another name it is another source");
  }
}
