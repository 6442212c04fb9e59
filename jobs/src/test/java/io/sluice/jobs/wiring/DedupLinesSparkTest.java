package io.sluice.jobs.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.dedup.explain.SideBySide;
import io.sluice.ingest.fixture.SparkSessions;
import io.sluice.ingest.run.DatasetFolder;
import io.sluice.ingest.stage.Counts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Deduplication of JSON lines from file to verdict, explanation and story. */
@ExtendWith(SparkSessions.class)
class DedupLinesSparkTest {
  private static final String STORY =
      "The keeper lit the lamp at dusk and wrote the weather in the book, and for forty years no"
          + " ship was lost on the rocks below the tower, whatever the newspapers said later.";

  @TempDir Path temp;

  private String lines(String name, String... texts) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < texts.length; i++) {
      lines.append("{\"id\":\"" + name + i + "\",\"text\":\"" + texts[i] + "\"}\n");
    }
    Path file = temp.resolve(name + ".jsonl");
    Files.writeString(file, lines.append("nonsense\n"));
    return "dedup.inputs=[" + file + "]";
  }

  @Test
  void linesAreJudgedExplainedAndHeldAgainstLaterOnes(SparkSession spark) throws IOException {
    Path first = temp.resolve("first");
    JobContext context =
        Runs.context(
            first,
            lines("a", STORY, "Another thing entirely, told in other words.", STORY + " Sadly."),
            "dedup.passages={lines: true}");
    JobResult result = new DedupJob().run(context);
    assertEquals(
        new Counts(3, 2, 1, 0, new TreeMap<>(Map.of("minhash", 1L)), new TreeMap<>()),
        result.manifest().counts());
    assertEquals(4, context.run().dataset(Sketched.DATASET).published().counts().in());
    assertEquals(0, context.run().dataset(DedupJob.PASSAGES).published().counts().total("spans"));
    assertEquals(JobResult.Status.UNCHANGED, new DedupJob().run(context).status());

    List<List<String>> explained = Explanation.of(context, new SideBySide(40, 50)).clusters(5);
    assertEquals(1, explained.size());
    assertEquals("== cluster a0: 2 documents", explained.get(0).get(0));
    assertTrue(explained.get(0).get(1).startsWith("   a2 stays | a0 goes (minhash, similarity 0."));
    assertTrue(explained.get(0).toString().contains("[Sadly.]"), explained.toString());

    Map<String, Object> verdict = new Inspection(spark, context.run()).story("a0").get(1);
    assertEquals(
        List.of("dedup verdict", "a0", "minhash", "a2", "minhash_duplicate"),
        List.of(
            verdict.get("where"),
            verdict.get("cluster"),
            verdict.get("method"),
            verdict.get("survivor"),
            verdict.get("reason")));

    Files.delete(temp.resolve("a.jsonl"));
    JobResult later =
        new DedupJob()
            .run(
                Runs.context(
                    temp.resolve("second"),
                    lines("b", STORY + " Sadly.", "Something new was told."),
                    "dedup.against=[" + first.toUri() + "]"));
    assertEquals(1, later.manifest().counts().kept());
    assertEquals(Map.of("exact", 1L), later.manifest().counts().reasons());
    DatasetFolder dedup = Runs.context(temp.resolve("second")).run().dataset("dedup");
    assertEquals(
        "a2",
        Verdicts.read(spark, dedup).filter("not keep").select("survivor").head().getString(0));
  }
}
