package io.sluice.mixer.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.fixture.SparkSessions;
import io.sluice.ingest.model.Score;
import io.sluice.mixer.plan.Facts;
import io.sluice.mixer.plan.Inventory;
import io.sluice.mixer.plan.InventorySpec;
import io.sluice.mixer.plan.Samples;
import io.sluice.mixer.plan.Weighting;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessions.class)
class InventoryStageSparkTest {
  private static final List<Facts> DOCUMENTS = Samples.documents(5, 2000);

  private static InventorySpec spec(Weighting weighting, boolean perLanguage, int languages) {
    return new InventorySpec(
        List.of(Score.QUALITY),
        Score.CODE_QUALITY,
        weighting,
        perLanguage,
        List.of(1024, 4096),
        languages);
  }

  @Test
  void itIsThatOfPlainLoopsWhateverThePartitions(SparkSession spark) {
    InventorySpec spec = InventorySpec.DEFAULT;
    Inventory expected = Samples.inventory(spec, DOCUMENTS);
    for (int partitions : new int[] {1, 3, 7}) {
      Dataset<Row> rows = Rows.dataset(spark, Rows.of(DOCUMENTS), partitions);
      assertEquals(expected, new InventoryStage(spec).measure(rows), partitions + " partitions");
    }
  }

  @Test
  void itCanWeighBytesOverAllLanguagesAndTellFewLanguagesApart(SparkSession spark) {
    InventorySpec spec = spec(Weighting.BYTES, false, 2);
    Inventory inventory =
        new InventoryStage(spec).measure(Rows.dataset(spark, Rows.of(DOCUMENTS), 2));
    assertEquals(Samples.inventory(spec, DOCUMENTS), inventory);
    assertEquals(2, inventory.languages().size());
    assertTrue(inventory.cells().stream().anyMatch(cell -> cell.lang().equals("other")));
  }

  @Test
  void documentsWhoseTokensWereNotCountedAreCountedAsSuch(SparkSession spark) {
    List<Row> rows = new ArrayList<>(Rows.of(DOCUMENTS.subList(0, 20)));
    rows.add(RowFactory.create("x", "web", "s", "eng", null, 9L, 0.5f, null, null, "part-0", 20L));
    InventorySpec spec = spec(Weighting.DOCUMENTS, true, 9);
    Inventory inventory = new InventoryStage(spec).measure(Rows.dataset(spark, rows, 2));
    assertEquals(1, inventory.uncounted());
    assertEquals(Samples.inventory(spec, DOCUMENTS.subList(0, 20)).cells(), inventory.cells());
  }

  @Test
  void nothingGivesAnEmptyInventory(SparkSession spark) {
    InventorySpec spec = InventorySpec.DEFAULT;
    assertEquals(
        Inventory.of(spec, List.of(), List.of(), 0, List.of()),
        new InventoryStage(spec).measure(Rows.dataset(spark, List.of(), 1)));
  }

  @Test
  void everyMissingColumnIsNamed(SparkSession spark) {
    Dataset<Row> rows = Rows.dataset(spark, List.of(), 1).drop("bytes", "quality");
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new InventoryStage(InventorySpec.DEFAULT).measure(rows));
    assertTrue(error.getMessage().contains("[bytes, quality]"), error.getMessage());
  }
}
