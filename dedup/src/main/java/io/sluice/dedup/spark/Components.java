package io.sluice.dedup.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import io.sluice.dedup.cluster.Edge;
import io.sluice.dedup.cluster.Forest;
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
 * Third step: connected components. Each task first contracts the edges it holds; then large-star
 * and small-star alternate, each round written to the work folder, which cuts its lineage, until a
 * round changes nothing or so few edges are left that one task finishes them in memory.
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

  /** Edges that one task takes into memory: about 50 MB. */
  static final int IN_MEMORY = 1 << 19;

  private static final Logger LOG = LoggerFactory.getLogger(Components.class);

  private final WorkFolder work;
  private final int inMemory;
  private final List<Long> counts = new ArrayList<>();

  /**
   * @param inMemory edges that one task takes into memory
   */
  Components(WorkFolder work, int inMemory) {
    this.work = work;
    this.inMemory = inMemory;
  }

  /** Number of edges at the start and after each round; finishing in memory counts as one. */
  List<Long> counts() {
    return List.copyOf(counts);
  }

  /**
   * One edge from each node that is not its component's smallest to the one that is.
   *
   * @param edges edges from the larger node to the smaller, repeats allowed
   * @param given their number
   */
  Dataset<Row> label(Dataset<Row> edges, long given) {
    counts.add(given);
    int round = 1;
    Dataset<Row> start = edges.select("high", "low", "to_high", "to_low");
    Dataset<Row> current =
        step(round, contracted(given <= inMemory ? start.coalesce(1) : start, inMemory));
    boolean moving = given > inMemory;
    while (moving) {
      boolean few = counts.get(round) <= inMemory;
      Dataset<Row> next = few ? contracted(current.coalesce(1), inMemory) : small(large(current));
      next = step(round + 1, next);
      work.drop(name(round));
      round++;
      current = next;
      moving = !few && Boolean.TRUE.equals(current.agg(max("moved")).head().get(0));
    }
    return current;
  }

  private Dataset<Row> step(int round, Dataset<Row> edges) {
    Dataset<Row> written = work.step(name(round), edges);
    counts.add(written.count());
    LOG.info("connected components: round {}, {} edges", round, counts.get(round));
    return written;
  }

  private static String name(int round) {
    return "edges-" + round;
  }

  /** The condition that these columns are equal, for joins that keep one copy of each. */
  static scala.collection.immutable.Seq<String> on(String... columns) {
    return scala.jdk.javaapi.CollectionConverters.asScala(List.of(columns)).toSeq();
  }

  private static Dataset<Row> contracted(Dataset<Row> edges, int most) {
    return edges
        .withColumn("moved", lit(false))
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) rows -> rows(new Forest(edges(rows), most)),
            Encoders.row(SCHEMA));
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
