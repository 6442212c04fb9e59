package io.sluice.ingest.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonTest {
  private record Inner(int minWords, String note) {}

  private record Outer(String name, double share, List<Inner> parts, Map<String, Long> counts) {}

  private static final Outer OUTER =
      new Outer("网页", 0.5, List.of(new Inner(3, null), new Inner(4, "x")), counts("b", "a"));

  private static Map<String, Long> counts(String... names) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (String name : names) {
      counts.put(name, (long) name.charAt(0));
    }
    return counts;
  }

  @Test
  void recordsAreWrittenInSnakeCaseWithSortedMapsAndNoNulls() {
    assertEquals(
        "{\"name\":\"网页\",\"share\":0.5,\"parts\":[{\"min_words\":3},{\"min_words\":4,"
            + "\"note\":\"x\"}],\"counts\":{\"a\":97,\"b\":98}}",
        Json.line(OUTER));
    assertEquals(
        """
        {
          "name" : "网页",
          "share" : 0.5,
          "parts" : [
            {
              "min_words" : 3
            },
            {
              "min_words" : 4,
              "note" : "x"
            }
          ],
          "counts" : {
            "a" : 97,
            "b" : 98
          }
        }
        """,
        Json.pretty(OUTER));
  }

  @Test
  void theHashFollowsTheValuesAlone() {
    Outer same = new Outer("网页", 0.5, OUTER.parts(), counts("a", "b"));
    assertEquals(Json.hash(OUTER), Json.hash(same));
    assertEquals(64, Json.hash(OUTER).length());
    assertNotEquals(Json.hash(OUTER), Json.hash(new Outer("x", 0.5, List.of(), Map.of())));
    // SHA-256 of the two bytes {}
    assertEquals(
        "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", Json.hash(Map.of()));
  }

  @Test
  void whatIsWrittenIsReadAndFieldsOfNewerVersionsArePassedOver(@TempDir Path folder)
      throws IOException {
    FileSystem files = FileSystem.getLocal(new Configuration());
    var path = new org.apache.hadoop.fs.Path(folder.toString(), "a.json");
    Json.write(files, path, Map.of("name", "old"));
    Json.write(files, path, OUTER);
    assertEquals(Json.pretty(OUTER), Files.readString(folder.resolve("a.json")));
    assertEquals(OUTER, Json.read(files, path, Outer.class));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(
          List.of("a.json"),
          left.map(file -> file.getFileName().toString())
              .filter(name -> !name.endsWith(".crc"))
              .toList());
    }
    assertEquals(
        new Inner(1, "n"),
        Json.parse("{\"newer\": [1], \"note\": \"n\", \"min_words\": 1}", Inner.class));
    assertThrows(
        FileNotFoundException.class,
        () -> Json.read(files, new org.apache.hadoop.fs.Path(folder + "/none"), Inner.class));
    assertThrows(IOException.class, () -> Json.parse("{\"note\": ", Inner.class));
  }
}
