package io.sluice.dedup.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import io.sluice.dedup.cluster.PackedEntries;
import io.sluice.dedup.passage.Lines;
import io.sluice.dedup.passage.Passage;
import io.sluice.dedup.passage.PassageConfig;
import io.sluice.dedup.passage.Runs;
import io.sluice.dedup.passage.Spans;
import io.sluice.ingest.text.WordSplitter;
import io.sluice.ingest.text.Words;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Passages that stand in the documents more than once, all but the first of each: what would be
 * taken out of a text. The first is the one in the document of the smallest hashed id, and there
 * the earliest, so that the choice favours no input and does not depend on partitions.
 *
 * <p>Hashes have 64 bits: among 10^10 different passages about three pairs are taken for equal.
 */
public final class Passages {
  /** A row a document: its place, and the stretches to take out as UTF-16 offsets, in order. */
  public static final StructType SCHEMA =
      new StructType()
          .add("id", DataTypes.StringType, false)
          .add("file", DataTypes.StringType, false)
          .add("row", DataTypes.LongType, false)
          .add(
              "spans",
              DataTypes.createArrayType(
                  new StructType()
                      .add("start", DataTypes.IntegerType, false)
                      .add("end", DataTypes.IntegerType, false),
                  false),
              false)
          .add("removed", DataTypes.LongType, false);

  private static final int LEAST_PARTS = 8;

  private final PassageConfig config;

  /** A search with these settings. */
  public Passages(PassageConfig config) {
    this.config = config;
  }

  /**
   * The documents that hold repeated passages, in the layout of {@link #SCHEMA}.
   *
   * @param documents with {@code id}, {@code file}, {@code row}
   * @param texts reads their texts: once for lines, twice for runs (the second time only of
   *     documents that share an anchor)
   * @param characters of all texts, roughly
   * @param work a folder of this run's own
   */
  public Dataset<Row> find(Dataset<Row> documents, TextReader texts, long characters, String work) {
    WorkFolder folder = new WorkFolder(documents.sparkSession(), work);
    Dataset<Row> nodes =
        documents.select(
            col("id"),
            col("file"),
            col("row"),
            xxhash64(col("id"), col("file"), col("row")).as("document"));
    // One entry is about 40 characters of a line, or half an anchor.
    int parts = (int) Math.min(1 << 16, Math.max(LEAST_PARTS, characters / (40L << 20) + 1));
    Dataset<Row> repeated = null;
    if (config.lines()) {
      int least = config.lineWords();
      repeated = repeats(texts(nodes, texts), parts, (words, unused) -> Lines.of(words, least));
    }
    if (config.runs()) {
      Dataset<Row> runs = runs(nodes, texts, parts, folder);
      repeated = repeated == null ? runs : repeated.union(runs);
    }
    return nodes
        .join(
            repeated
                .groupBy("high")
                .agg(collect_list("low").as("places"))
                .withColumnRenamed("high", "document"),
            Components.on("document"))
        .select("id", "file", "row", "places")
        .map((MapFunction<Row, Row>) Passages::merged, Encoders.row(SCHEMA));
  }

  private Dataset<Row> runs(Dataset<Row> nodes, TextReader texts, int parts, WorkFolder folder) {
    int length = config.runWords();
    Dataset<Row> shared =
        folder.step(
            "anchors",
            repeats(
                texts(nodes, texts), parts, (words, unused) -> new Runs(length).anchors(words)));
    Dataset<Row> anchors =
        shared
            .select("high", "low")
            .union(shared.select(col("to_high"), col("to_low")).distinct())
            .groupBy("high")
            .agg(collect_list("low").as("anchors"))
            .withColumnRenamed("high", "document");
    Dataset<Row> holders = nodes.join(anchors, Components.on("document"));
    Dataset<Row> held = texts.read(holders).select("document", "text", "anchors");
    return repeats(held, parts, (words, chosen) -> new Runs(length).around(words, chosen));
  }

  private static Dataset<Row> texts(Dataset<Row> nodes, TextReader texts) {
    return texts
        .read(nodes)
        .select(col("document"), col("text"), lit(null).cast("array<bigint>").as("anchors"));
  }

  /** How passages are taken from a text's words, and the anchors that were chosen in it. */
  private interface Taking extends BiFunction<Words, int[], List<Passage>>, Serializable {}

  /** An edge from every repeat to the first of its kind; nodes are documents and places in them. */
  private static Dataset<Row> repeats(Dataset<Row> held, int parts, Taking taking) {
    return Candidates.stars(
        held.mapPartitions(
            (MapPartitionsFunction<Row, Row>) rows -> new Blobs(rows, taking, parts),
            Encoders.row(Candidates.BLOBS)),
        parts);
  }

  private static Row merged(Row row) {
    List<Long> places = row.getList(3);
    long[] all = places.stream().mapToLong(Long::longValue).toArray();
    List<Row> spans = new ArrayList<>();
    long removed = 0;
    for (Passage span : Spans.merged(all)) {
      spans.add(RowFactory.create(span.start(), span.end()));
      removed += span.end() - span.start();
    }
    return RowFactory.create(row.get(0), row.get(1), row.get(2), spans.toArray(), removed);
  }

  /** A task's passages as bucket entries in blobs. */
  private static final class Blobs implements Iterator<Row> {
    private final Iterator<Row> texts;
    private final Taking taking;
    private final PackedEntries packed;
    private final WordSplitter splitter = new WordSplitter();
    private List<Passage> passages = List.of();
    private long document;
    private int given;
    private int rest;
    private Row next;

    Blobs(Iterator<Row> texts, Taking taking, int parts) {
      this.texts = texts;
      this.taking = taking;
      this.packed = new PackedEntries(parts);
    }

    @Override
    public boolean hasNext() {
      while (next == null) {
        if (given < passages.size()) {
          Passage passage = passages.get(given++);
          byte[] blob = packed.add(passage.hash(), document, passage.place());
          next = Entries.row(packed.part(passage.hash()), blob);
        } else if (texts.hasNext()) {
          take(texts.next());
        } else if (rest < packed.parts()) {
          next = Entries.row(rest, packed.rest(rest));
          rest++;
        } else {
          return false;
        }
      }
      return true;
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Row row = next;
      next = null;
      return row;
    }

    private void take(Row row) {
      document = row.getLong(0);
      int[] anchors = {};
      if (!row.isNullAt(2)) {
        List<Long> chosen = row.getList(2);
        anchors = chosen.stream().mapToInt(place -> (int) (place >>> 32)).toArray();
      }
      passages = taking.apply(splitter.split(row.getString(1)), anchors);
      given = 0;
    }
  }
}
