package io.sluice.mixer.shard;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;

/** Collects a row's values from Parquet. */
final class RowConverter extends RecordMaterializer<TrainingRow> {
  private final Ints inputIds = new Ints();
  private final Ints lossMask = new Ints();
  private final Ints starts = new Ints();
  private final Strings docIds = new Strings();
  private final Ints docKinds = new Ints();
  private long sequence;

  private final GroupConverter root =
      new GroupConverter() {
        private final Converter[] fields = {
          new OneElement(new OneElement(inputIds)),
          new OneElement(new OneElement(lossMask)),
          new OneElement(new OneElement(starts)),
          new OneElement(new OneElement(docIds)),
          new OneElement(new OneElement(docKinds)),
          new PrimitiveConverter() {
            @Override
            public void addLong(long value) {
              sequence = value;
            }
          }
        };

        @Override
        public Converter getConverter(int field) {
          return fields[field];
        }

        @Override
        public void start() {
          inputIds.values.clear();
          lossMask.values.clear();
          starts.values.clear();
          docIds.values.clear();
          docKinds.values.clear();
        }

        @Override
        public void end() {}
      };

  @Override
  public TrainingRow getCurrentRecord() {
    byte[] loss = new byte[lossMask.values.size()];
    for (int i = 0; i < loss.length; i++) {
      loss[i] = (byte) lossMask.values.getInt(i);
    }
    short[] kinds = new short[docKinds.values.size()];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = (short) docKinds.values.getInt(i);
    }
    return new TrainingRow(
        sequence,
        inputIds.values.toIntArray(),
        loss,
        starts.values.toIntArray(),
        List.copyOf(docIds.values),
        kinds);
  }

  @Override
  public GroupConverter getRootConverter() {
    return root;
  }

  /** The list, or its repeated group: one field each. */
  private static final class OneElement extends GroupConverter {
    private final Converter field;

    OneElement(Converter field) {
      this.field = field;
    }

    @Override
    public Converter getConverter(int index) {
      return field;
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }

  private static final class Ints extends PrimitiveConverter {
    final IntArrayList values = new IntArrayList();

    @Override
    public void addInt(int value) {
      values.add(value);
    }
  }

  private static final class Strings extends PrimitiveConverter {
    final List<String> values = new ArrayList<>();

    @Override
    public void addBinary(Binary value) {
      values.add(value.toStringUsingUTF8());
    }
  }
}
