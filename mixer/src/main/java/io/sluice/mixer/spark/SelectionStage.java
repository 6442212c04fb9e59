package io.sluice.mixer.spark;

import static org.apache.spark.sql.functions.col;

import io.sluice.ingest.model.Score;
import io.sluice.mixer.plan.Inventory;
import io.sluice.mixer.plan.Plan;
import io.sluice.mixer.plan.Recipe;
import io.sluice.mixer.plan.Selector;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Chooses the documents of a stage: a row for each time that a document is seen. One narrow
 * operation, nothing is shuffled.
 *
 * <p>In: the columns of {@link InventoryStage}, and {@code file} (string) and {@code row} (whole
 * number), the document's place. Out: {@link #SCHEMA}. Documents without {@code tokens} are not
 * chosen. A document belongs to the first component that it fits. Choice is by hash, so that the
 * tokens that come out differ a little from those planned; whoever writes them reports both.
 */
public final class SelectionStage {
  /**
   * {@code file}: where the document lies; {@code row}: its place in the file; {@code id}; {@code
   * component}: its place in the stage, 0-based; {@code epoch}: from 0, each time the document is
   * seen.
   */
  public static final StructType SCHEMA =
      new StructType()
          .add("file", DataTypes.StringType, false)
          .add("row", DataTypes.LongType, false)
          .add("id", DataTypes.StringType, false)
          .add("component", DataTypes.IntegerType, false)
          .add("epoch", DataTypes.IntegerType, false);

  private final Recipe recipe;
  private final Inventory inventory;
  private final Plan plan;

  /** A stage that chooses what this plan of this recipe and inventory says. */
  public SelectionStage(Recipe recipe, Inventory inventory, Plan plan) {
    this.recipe = recipe;
    this.inventory = inventory;
    this.plan = plan;
  }

  /**
   * Chooses the documents of a stage of the recipe.
   *
   * @throws IllegalArgumentException naming every column that is not there, or the stages there are
   */
  public Dataset<Row> select(Dataset<Row> documents, String stage) {
    List<Score> scores = inventory.spec().scores();
    Dataset<Row> narrow = FactsReader.narrow(documents, scores, "file", "row");
    FactsReader reader = new FactsReader(narrow.schema(), scores);
    Selector selector = new Selector(recipe, inventory, plan, stage);
    int file = narrow.schema().fieldIndex("file");
    int place = narrow.schema().fieldIndex("row");
    return narrow
        .filter(col("tokens").isNotNull())
        .flatMap(
            (FlatMapFunction<Row, Row>)
                row ->
                    seen(
                        selector.choose(reader.read(row)),
                        row.getString(file),
                        ((Number) row.get(place)).longValue(),
                        row.getAs("id")),
            Encoders.row(SCHEMA));
  }

  private static Iterator<Row> seen(Selector.Choice choice, String file, long row, String id) {
    List<Row> times = new ArrayList<>();
    for (int epoch = 0; choice != null && epoch < choice.copies(); epoch++) {
      times.add(RowFactory.create(file, row, id, choice.component(), epoch));
    }
    return times.iterator();
  }
}
