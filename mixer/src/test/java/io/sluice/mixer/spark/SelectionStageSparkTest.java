package io.sluice.mixer.spark;

import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.ingest.fixture.SparkSessions;
import io.sluice.mixer.plan.Facts;
import io.sluice.mixer.plan.Inventory;
import io.sluice.mixer.plan.Plan;
import io.sluice.mixer.plan.Planner;
import io.sluice.mixer.plan.Recipe;
import io.sluice.mixer.plan.Recipes;
import io.sluice.mixer.plan.Samples;
import io.sluice.mixer.plan.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessions.class)
class SelectionStageSparkTest {
  private static final List<Facts> DOCUMENTS = Samples.documents(9, 1500);
  private static final Recipe RECIPE =
      Recipes.stage(
          20_000_000L,
          "{name: english, kinds: [web], languages: [eng], epochs_by_level: {high: 3.2, medium: 1,"
              + " low: 0}}",
          "{name: code, kinds: [code], tiers: [high, medium], share: 0.15}",
          "{name: math, kinds: [math], epochs: 0.4}");
  private static final Inventory INVENTORY = Samples.inventory(RECIPE.inventory(), DOCUMENTS);
  private static final Plan PLAN = Planner.plan(RECIPE, INVENTORY);

  private static List<String> sorted(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(Row::toString).sorted().toList();
  }

  private static List<String> expected() {
    Selector selector = new Selector(RECIPE, INVENTORY, PLAN, "s");
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < DOCUMENTS.size(); i++) {
      Facts facts = DOCUMENTS.get(i);
      Selector.Choice choice = selector.choose(facts);
      for (int epoch = 0; choice != null && epoch < choice.copies(); epoch++) {
        rows.add(
            String.format(
                Locale.ROOT,
                "[part-%d,%d,%s,%s,%d]",
                i % 3,
                i,
                facts.id(),
                choice.component(),
                epoch));
      }
    }
    return rows.stream().sorted().toList();
  }

  @Test
  void everyTimeADocumentIsSeenIsARowWhateverThePartitions(SparkSession spark) {
    List<String> expected = expected();
    SelectionStage stage = new SelectionStage(RECIPE, INVENTORY, PLAN);
    for (int partitions : new int[] {1, 3, 7}) {
      Dataset<Row> rows = Rows.dataset(spark, Rows.of(DOCUMENTS), partitions);
      Dataset<Row> selected = stage.select(rows, "s");
      assertEquals(SelectionStage.SCHEMA, selected.schema());
      assertEquals(expected, sorted(selected), partitions + " partitions");
    }
  }

  @Test
  void otherColumnsAndOtherOrdersDoNotMatter(SparkSession spark) {
    Dataset<Row> rows =
        Rows.dataset(spark, Rows.of(DOCUMENTS), 2)
            .withColumn("text", lit("not read"))
            .select(
                "text",
                "row",
                "file",
                "cluster_size",
                "code_quality",
                "quality",
                "bytes",
                "tokens",
                "lang",
                "source",
                "kind",
                "id");
    Dataset<Row> selected = new SelectionStage(RECIPE, INVENTORY, PLAN).select(rows, "s");
    assertEquals(expected(), sorted(selected));
    assertFalse(selected.queryExecution().optimizedPlan().toString().contains("not read"));
  }

  @Test
  void aStageThatTheRecipeLacksIsRefused(SparkSession spark) {
    Dataset<Row> rows = Rows.dataset(spark, List.of(), 1);
    SelectionStage stage = new SelectionStage(RECIPE, INVENTORY, PLAN);
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> stage.select(rows, "t"));
    assertEquals("stage: got 't', allowed [s]", error.getMessage());
  }
}
