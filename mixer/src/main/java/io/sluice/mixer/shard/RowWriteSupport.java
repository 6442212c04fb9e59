package io.sluice.mixer.shard;

import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Hands a row's values to Parquet. */
final class RowWriteSupport extends WriteSupport<TrainingRow> {
  private RecordConsumer out;

  @Override
  @SuppressWarnings("deprecation") // the one method that must be there
  public WriteContext init(Configuration configuration) {
    return new WriteContext(ShardSchema.MESSAGE, Map.of());
  }

  @Override
  public void prepareForWrite(RecordConsumer consumer) {
    this.out = consumer;
  }

  @Override
  public void write(TrainingRow row) {
    out.startMessage();
    list(ShardSchema.INPUT_IDS, 0, row.inputIds().length, i -> out.addInteger(row.inputIds()[i]));
    list(ShardSchema.LOSS_MASK, 1, row.lossMask().length, i -> out.addInteger(row.lossMask()[i]));
    list(ShardSchema.STARTS, 2, row.starts().length, i -> out.addInteger(row.starts()[i]));
    List<String> docs = row.docIds();
    list(ShardSchema.DOC_IDS, 3, docs.size(), i -> out.addBinary(Binary.fromString(docs.get(i))));
    list(ShardSchema.DOC_KINDS, 4, row.docKinds().length, i -> out.addInteger(row.docKinds()[i]));
    out.startField(ShardSchema.SEQUENCE, 5);
    out.addLong(row.sequence());
    out.endField(ShardSchema.SEQUENCE, 5);
    out.endMessage();
  }

  private interface Element {
    void add(int at);
  }

  private void list(String name, int field, int size, Element element) {
    out.startField(name, field);
    out.startGroup();
    if (size > 0) {
      out.startField("list", 0);
      for (int i = 0; i < size; i++) {
        out.startGroup();
        out.startField("element", 0);
        element.add(i);
        out.endField("element", 0);
        out.endGroup();
      }
      out.endField("list", 0);
    }
    out.endGroup();
    out.endField(name, field);
  }
}
