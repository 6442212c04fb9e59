package io.sluice.dedup.spark;

import io.sluice.dedup.semantic.Centroids;
import io.sluice.dedup.semantic.SemanticConfig;
import io.sluice.dedup.semantic.Vectors;
import io.sluice.ingest.text.Draw;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Gives every embedding its centre and its place in the order of that centre's cluster. Embeddings
 * without a direction get a negative centre, one of many, so that they do not meet in one task.
 */
record SemanticAssignment(Broadcast<Map<String, Centroids>> spaces, SemanticConfig config)
    implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;
  private static final int BATCH = 256;
  private static final int APART = 4096;

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return new Iterator<>() {
      private final Queue<Row> ready = new ArrayDeque<>();

      @Override
      public boolean hasNext() {
        while (ready.isEmpty() && rows.hasNext()) {
          assign(rows, ready);
        }
        return !ready.isEmpty();
      }

      @Override
      public Row next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return ready.remove();
      }
    };
  }

  private void assign(Iterator<Row> rows, Queue<Row> ready) {
    Map<String, List<Row>> batch = new TreeMap<>();
    for (int i = 0; i < BATCH && rows.hasNext(); i++) {
      Row row = rows.next();
      batch.computeIfAbsent(row.getString(1), space -> new ArrayList<>()).add(row);
    }
    batch.forEach((space, members) -> assign(members, spaces.value().get(space), ready));
  }

  private void assign(List<Row> rows, Centroids centroids, Queue<Row> ready) {
    int dimension = centroids == null ? 0 : centroids.dimension();
    float[] vectors = new float[rows.size() * dimension];
    List<Row> placed = new ArrayList<>();
    for (Row row : rows) {
      boolean comparable =
          centroids != null
              && !row.isNullAt(2)
              && Vectors.decode((byte[]) row.get(2), vectors, placed.size() * dimension);
      if (comparable) {
        placed.add(row);
      } else {
        long draw = Draw.bits(config.seed(), "semdedup.apart", row.getString(0));
        ready.add(row(row, -1 - (int) Math.floorMod(draw, (long) APART), 0));
      }
    }
    if (placed.isEmpty()) {
      return;
    }
    int[] centre = new int[placed.size()];
    float[] cosine = new float[placed.size()];
    centroids.nearest(vectors, 0, placed.size(), centre, cosine);
    for (int i = 0; i < placed.size(); i++) {
      Row row = placed.get(i);
      double place = config.keepOrder().key(cosine[i], config.seed(), row.getString(0));
      ready.add(row(row, centre[i], place));
    }
  }

  private static Row row(Row row, int centre, double place) {
    return RowFactory.create(
        row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), centre, place);
  }
}
