package io.sluice.e2e;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user gets wrong is named with its remedy, before anything is done. */
@ExtendWith(Workspace.class)
class UserErrorsIT {

  private static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(
            "misspelt key",
            List.of("run", "PIPELINE", "--set", "web.files_per_prat=2"),
            List.of("web.files_per_prat", "did you mean 'files_per_part'?")),
        Arguments.of(
            "value out of range",
            List.of("run", "PIPELINE", "--set", "web.files_per_part=0"),
            List.of("web.files_per_part", "at least 1")),
        Arguments.of(
            "misspelt key in a file",
            List.of("run", "MISSPELT"),
            List.of("misspelt.yaml:3", "languages", "remedy:")),
        Arguments.of(
            "missing pipeline",
            List.of("run", "NOWHERE"),
            List.of("nowhere.yaml", "check the path")),
        Arguments.of(
            "missing input",
            List.of("run", "PIPELINE", "--set", "papers.inputs[0].paths=[NOWHERE]"),
            List.of("nowhere.yaml", "library", "mend this path")),
        Arguments.of(
            "missing recipe",
            List.of("run", "PIPELINE", "--set", "mix.recipe=NOWHERE"),
            List.of("nowhere.yaml", "check the path")),
        Arguments.of(
            "shares over one",
            List.of("run", "PIPELINE", "--set", "mix.recipe=GREEDY"),
            List.of("greedy.yaml", "'best' add up to 1.2", "lower them by 0.2")),
        Arguments.of(
            "misspelt job",
            List.of("run", "PIPELINE", "--only", "wbe"),
            List.of("'wbe'", "web, papers")),
        Arguments.of(
            "nothing to work on", List.of("dedup"), List.of("no documents", "run web, papers")),
        Arguments.of(
            "no shards", List.of("verify", "FOLDER"), List.of("no shards", "name the mix folder")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void aMistakeIsNamedWithItsRemedy(
      String name, List<String> given, List<String> named, Workspace.Finished finished)
      throws IOException {
    Path folder = Files.createDirectories(finished.folder("mistakes"));
    Path out = folder.resolve("out");
    write(folder.resolve("misspelt.yaml"), "web:\n  inputs: []\n  langauges: [eng]\n");
    write(
        folder.resolve("greedy.yaml"),
        Files.readString(finished.corpus().recipe(), StandardCharsets.UTF_8)
            .replace("share: 0.5", "share: 0.9"));
    List<String> arguments =
        Stream.concat(
                given.stream()
                    .map(
                        word ->
                            word.replace("PIPELINE", finished.corpus().pipeline().toString())
                                .replace("NOWHERE", folder.resolve("nowhere.yaml").toString())
                                .replace("MISSPELT", folder.resolve("misspelt.yaml").toString())
                                .replace("GREEDY", folder.resolve("greedy.yaml").toString())
                                .replace("FOLDER", folder.toString())),
                given.get(0).equals("verify") ? Stream.of() : Stream.of("--out", out.toString()))
            .toList();
    Sluice.Ended ended = finished.sluice().run("mistake-" + name, arguments.toArray(String[]::new));
    String said = ended.err() + ended.out();
    assertAll(
        () -> assertEquals(2, ended.code(), said),
        () -> named.forEach(word -> assertTrue(said.contains(word), word + " in: " + said)),
        () -> assertTrue(said.lines().anyMatch(line -> line.startsWith("  remedy: ")), said),
        () -> assertFalse(said.contains("\tat "), said),
        () -> assertFalse(Files.exists(out), "something was written: " + said));
  }

  @Test
  void aDamagedShardIsFoundByVerify(Workspace.Finished finished) throws IOException {
    finished.ended().ok();
    Path stage = finished.folder("damaged").resolve("repositories");
    Files.createDirectories(stage.getParent());
    Folders.copy(finished.run().resolve("mix/repositories"), stage);
    String shard =
        Shards.stated(finished.run()).keySet().stream()
            .filter(name -> name.startsWith("repositories/"))
            .findFirst()
            .orElseThrow();
    Path file = stage.getParent().resolve(shard);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    Sluice.Ended ended = finished.sluice().run("damaged", "verify", stage.getParent().toString());
    String said = ended.out() + ended.err();
    assertEquals(3, ended.code(), said);
    assertTrue(said.contains("BROKEN") && said.contains(file.getFileName().toString()), said);
    assertFalse(said.contains("\tat "), said);
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
