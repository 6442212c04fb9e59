package io.sluice.dedup.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.posexplode;

import io.sluice.dedup.cluster.Edge;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Second step: the nodes that share a bucket (a band and its hash) are linked to the bucket's
 * smallest node. A bucket of n nodes gives n - 1 edges and is streamed, whatever its size.
 */
final class Buckets {
  private Buckets() {}

  /** Edges among the nodes of grouped documents, from the larger node to the smaller. */
  static Dataset<Row> edges(Dataset<Row> grouped) {
    Dataset<Row> entries =
        grouped
            .filter("first")
            .select(
                posexplode(col("bands")).as(new String[] {"band", "hash"}),
                col("high"),
                col("low"));
    Column[] bucket = {col("band"), col("hash")};
    return entries
        .repartition(bucket)
        .sortWithinPartitions("band", "hash", "high", "low")
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) Star::new, Encoders.row(Components.SCHEMA));
  }

  /** Turns sorted bucket entries into edges. */
  private static final class Star implements Iterator<Row> {
    private final Iterator<Row> entries;
    private Row smallest;
    private Row next;

    Star(Iterator<Row> entries) {
      this.entries = entries;
    }

    @Override
    public boolean hasNext() {
      while (next == null && entries.hasNext()) {
        Row entry = entries.next();
        boolean opens =
            smallest == null
                || smallest.getInt(0) != entry.getInt(0)
                || smallest.getLong(1) != entry.getLong(1);
        if (opens) {
          smallest = entry;
          continue;
        }
        Edge edge =
            new Edge(
                entry.getLong(2),
                entry.getLong(3),
                smallest.getLong(2),
                smallest.getLong(3),
                false);
        next = Components.row(edge);
      }
      return next != null;
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Row edge = next;
      next = null;
      return edge;
    }
  }
}
