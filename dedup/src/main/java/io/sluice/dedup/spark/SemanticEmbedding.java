package io.sluice.dedup.spark;

import io.sluice.dedup.semantic.Vectors;
import io.sluice.filters.embed.EmbedConfig;
import io.sluice.filters.embed.Embedders;
import io.sluice.filters.embed.Embedding;
import io.sluice.filters.embed.OnnxEmbedder;
import java.util.Iterator;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.TaskCompletionListener;

/** Embeds a partition's texts: (id, lang, text, file, row) in, an embedding a row out. */
record SemanticEmbedding(EmbedConfig config) implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    Embedders embedders = Embedders.of(config);
    TaskCompletionListener closing = context -> embedders.close();
    TaskContext.get().addTaskCompletionListener(closing);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Row next() {
        Row row = rows.next();
        OnnxEmbedder embedder = embedders.forLanguage(row.getString(1));
        String text = row.isNullAt(2) ? "" : row.getString(2);
        Embedding embedding = embedder.embedding(text);
        boolean readable = embedding.tokens() > 0 && embedding.unknown() <= config.maxUnknown();
        return RowFactory.create(
            row.getString(0),
            embedder.name(),
            readable ? Vectors.encode(embedding.vector()) : null,
            row.get(3),
            row.get(4));
      }
    };
  }
}
