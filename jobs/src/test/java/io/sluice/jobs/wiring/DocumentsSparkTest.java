package io.sluice.jobs.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.ingest.config.UserError;
import io.sluice.ingest.fixture.SparkSessions;
import io.sluice.ingest.stage.InputItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkSessions.class)
class DocumentsSparkTest {
  @TempDir Path temp;

  private String lines(String... lines) throws IOException {
    Path file = temp.resolve("in.jsonl");
    Files.writeString(file, String.join("\n", lines) + "\n");
    return "jsonl.inputs=[{name: one, paths: ['" + file + "']}]";
  }

  @Test
  void aRunWithoutDocumentsIsAUserError() {
    UserError error =
        assertThrows(UserError.class, () -> Documents.of(Runs.context(temp.resolve("run"))));
    assertEquals(
        temp.resolve("run").toUri() + ": no documents are there",
        error.getMessage().replace("file:/", "file:///").replace("file://///", "file:///"));
  }

  @Test
  void theKeptDocumentsOfEverySourceAreThereWithWhereTheyStand(SparkSession spark)
      throws IOException {
    JobContext context =
        Runs.context(
            temp.resolve("run"),
            lines(
                "{\"id\": 1, \"text\": \"The keeper lit the lamp.\"}",
                "{\"id\": 2}",
                "{\"id\": 3, \"text\": \"The ships came home again.\"}"));
    new JsonlJob().run(context);
    Documents documents = Documents.of(context);
    assertEquals(2, documents.kept());
    assertEquals(List.of("jsonl"), documents.inputs().stream().map(InputItem::source).toList());
    Dataset<Row> narrow = documents.narrow(spark);
    assertEquals(
        List.of(
            "id",
            "kind",
            "source",
            "url",
            "timestamp",
            "lang",
            "tokens",
            "signals",
            "scores",
            "signature",
            "file",
            "row"),
        List.of(narrow.columns()));
    List<Row> rows = narrow.orderBy("row").collectAsList();
    assertEquals(2, rows.size());
    assertEquals(List.of("one", "one"), rows.stream().map(r -> r.getAs("source")).toList());
    assertEquals(List.of(0L, 1L), rows.stream().map(r -> r.getAs("row")).toList());
  }

  @Test
  void aDatasetThatKeptNothingHasNoDocuments(SparkSession spark) throws IOException {
    JobContext context = Runs.context(temp.resolve("run"), lines("no object"));
    new JsonlJob().run(context);
    Documents documents = Documents.of(context);
    assertEquals(0, documents.kept());
    assertEquals(List.of(), documents.folders());
    assertEquals(0, documents.narrow(spark).count());
  }

  @Test
  void theFingerprintFollowsTheDocuments() throws IOException {
    JobContext context = Runs.context(temp.resolve("run"), lines("{\"text\": \"a\"}"));
    new JsonlJob().run(context);
    List<InputItem> first = Documents.of(context).inputs();
    assertEquals(first, Documents.of(context).inputs());
    lines("{\"text\": \"another\"}");
    new JsonlJob().run(context);
    assertNotEquals(
        first.get(0).fingerprint(), Documents.of(context).inputs().get(0).fingerprint());
  }

  @Test
  void deduplicationFollowsItsDocumentsAndItsConfiguration() throws IOException {
    String inputs =
        lines(
            "{\"id\": 1, \"text\": \"The keeper lit the lamp and the ships came home.\"}",
            "{\"id\": 2, \"text\": \"The keeper lit the lamp and the ships came home.\"}",
            "{\"id\": 3, \"text\": \"A bell was added for the days when there was fog.\"}");
    Path run = temp.resolve("run");
    new JsonlJob().run(Runs.context(run, inputs));
    JobResult first = new DedupJob().run(Runs.context(run, inputs));
    assertEquals(3, first.manifest().counts().in());
    assertEquals(2, first.manifest().counts().kept());
    assertEquals(
        JobResult.Status.UNCHANGED, new DedupJob().run(Runs.context(run, inputs)).status());
    assertEquals(
        JobResult.Status.DONE,
        new DedupJob().run(Runs.context(run, inputs, "dedup.by_language=true")).status());
    assertEquals(1, Runs.folders(run.resolve("dedup")).size());
    lines("{\"id\": 1, \"text\": \"The keeper lit the lamp and the ships came home.\"}");
    new JsonlJob().run(Runs.context(run, inputs));
    JobResult fewer = new DedupJob().run(Runs.context(run, inputs));
    assertEquals(1, fewer.manifest().counts().in());
    assertEquals(1, fewer.manifest().counts().kept());
  }

  @Test
  void withoutALanguageModelSynthesisIsSkipped() throws IOException {
    JobResult skipped = new SynthJob().run(Runs.context(temp.resolve("run")));
    assertEquals(JobResult.Status.SKIPPED, skipped.status());
  }
}
