package io.sluice.dedup.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import io.sluice.dedup.cluster.Edge;
import io.sluice.dedup.cluster.Stars;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Third step: connected components by alternating large-star and small-star until a round changes
 * nothing. Each round is written to the work folder, which cuts its lineage.
 */
final class Components {
  /** An {@link Edge} as a row. */
  static final StructType SCHEMA =
      new StructType()
          .add("high", DataTypes.LongType, false)
          .add("low", DataTypes.LongType, false)
          .add("to_high", DataTypes.LongType, false)
          .add("to_low", DataTypes.LongType, false)
          .add("moved", DataTypes.BooleanType, false);

  private static final Logger LOG = LoggerFactory.getLogger(Components.class);

  private final WorkFolder work;
  private final List<Long> counts = new ArrayList<>();

  Components(WorkFolder work) {
    this.work = work;
  }

  /** Number of edges at the start and after each round. */
  List<Long> counts() {
    return List.copyOf(counts);
  }

  /**
   * One edge from each node that is not its component's smallest to the one that is.
   *
   * @param edges edges from the larger node to the smaller, repeats allowed
   */
  Dataset<Row> label(Dataset<Row> edges) {
    int round = 0;
    Dataset<Row> current = work.step(name(round), edges);
    counts.add(current.count());
    boolean moving = counts.get(0) > 0;
    while (moving) {
      Dataset<Row> next = work.step(name(round + 1), small(large(current)));
      work.drop(name(round));
      round++;
      current = next;
      counts.add(current.count());
      moving = Boolean.TRUE.equals(current.agg(max("moved")).head().get(0));
      LOG.info("connected components: round {}, {} edges", round, counts.get(round));
    }
    return current;
  }

  private static String name(int round) {
    return "edges-" + round;
  }

  private static Dataset<Row> large(Dataset<Row> edges) {
    Dataset<Row> reversed =
        edges.select(
            col("to_high").as("high"),
            col("to_low").as("low"),
            col("high").as("to_high"),
            col("low").as("to_low"),
            col("moved"));
    return sorted(edges.union(reversed))
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) rows -> rows(Stars.large(edges(rows))),
            Encoders.row(SCHEMA));
  }

  private static Dataset<Row> small(Dataset<Row> edges) {
    return sorted(edges)
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) rows -> rows(Stars.small(edges(rows))),
            Encoders.row(SCHEMA));
  }

  private static Dataset<Row> sorted(Dataset<Row> edges) {
    Column[] order = {col("high"), col("low"), col("to_high"), col("to_low"), col("moved").desc()};
    return edges.repartition(col("high"), col("low")).sortWithinPartitions(order);
  }

  static Row row(Edge edge) {
    return RowFactory.create(edge.high(), edge.low(), edge.toHigh(), edge.toLow(), edge.moved());
  }

  private static Edge edge(Row row) {
    return new Edge(
        row.getLong(0), row.getLong(1), row.getLong(2), row.getLong(3), row.getBoolean(4));
  }

  private static Iterator<Edge> edges(Iterator<Row> rows) {
    return new Mapped<>(rows, Components::edge);
  }

  private static Iterator<Row> rows(Iterator<Edge> edges) {
    return new Mapped<>(edges, Components::row);
  }
}
