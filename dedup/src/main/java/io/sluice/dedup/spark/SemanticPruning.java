package io.sluice.dedup.spark;

import io.sluice.dedup.semantic.ClusterPruner;
import io.sluice.dedup.semantic.Pruned;
import io.sluice.dedup.semantic.SemanticConfig;
import io.sluice.dedup.semantic.Vectors;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Judges cluster after cluster of a partition sorted by space, centre, place and id; holds the
 * vectors of one cluster at a time.
 */
record SemanticPruning(SemanticConfig config) implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  private record Member(String id, Object file, Object row) {}

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return new Clusters(rows, config);
  }

  private static final class Clusters implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final SemanticConfig config;
    private final Queue<Row> ready = new ArrayDeque<>();
    private String space;
    private int centre;
    private ClusterPruner<Member> pruner;
    private float[] vector = new float[0];

    Clusters(Iterator<Row> rows, SemanticConfig config) {
      this.rows = rows;
      this.config = config;
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && rows.hasNext()) {
        take(rows.next());
        if (!rows.hasNext() && pruner != null) {
          pruner.finish();
        }
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

    private void take(Row row) {
      Member member = new Member(row.getString(0), row.get(3), row.get(4));
      if (row.getInt(5) < 0) {
        emit(new Pruned<>(member, true, null, Float.NaN, member));
        return;
      }
      byte[] stored = (byte[]) row.get(2);
      if (!row.getString(1).equals(space) || row.getInt(5) != centre) {
        begin(row.getString(1), row.getInt(5), stored.length / 4);
      }
      Vectors.decode(stored, vector, 0);
      pruner.add(member, vector);
    }

    private void begin(String newSpace, int newCentre, int dimension) {
      if (pruner != null) {
        pruner.finish();
      }
      if (!newSpace.equals(space)) {
        vector = new float[dimension];
        pruner = new ClusterPruner<>(dimension, config.epsilon(), config.maxCluster(), this::emit);
      }
      space = newSpace;
      centre = newCentre;
    }

    private void emit(Pruned<Member> pruned) {
      Member member = pruned.item();
      ready.add(
          RowFactory.create(
              member.id(),
              pruned.keep(),
              pruned.nearest() == null ? null : pruned.nearest().id(),
              pruned.nearest() == null ? null : (Float) pruned.similarity(),
              pruned.root().id(),
              member.file(),
              member.row()));
    }
  }
}
