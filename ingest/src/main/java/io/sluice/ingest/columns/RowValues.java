package io.sluice.ingest.columns;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;

/** The wanted values of a row, by our names, as text. */
final class RowValues {
  /** Julian day of 1 January 1970, by which INT96 counts. */
  private static final long EPOCH_DAY = 2_440_588;

  private final MessageType schema;
  private final Map<String, String[]> paths;
  private final boolean ownMeta;

  private RowValues(MessageType schema, Map<String, String[]> paths, boolean ownMeta) {
    this.schema = schema;
    this.paths = paths;
    this.ownMeta = ownMeta;
  }

  /**
   * The values of a file's rows.
   *
   * @throws IllegalArgumentException where a column is not there
   */
  static RowValues of(MessageType file, ColumnMapping columns) {
    List<String> names = new ArrayList<>();
    leaves(file, "", names);
    Map<String, String[]> paths = new LinkedHashMap<>();
    Set<String> top = new LinkedHashSet<>();
    columns
        .resolve(names)
        .forEach(
            (ours, name) -> {
              String[] path = path(file, name);
              paths.put(ours, path);
              top.add(path[0]);
            });
    boolean ownMeta = isMeta(file);
    if (ownMeta) {
      top.add("meta");
    }
    List<Type> wanted = file.getFields().stream().filter(f -> top.contains(f.getName())).toList();
    return new RowValues(new MessageType(file.getName(), wanted), paths, ownMeta);
  }

  /** Only these columns are to be read. */
  MessageType schema() {
    return schema;
  }

  /** Columns of one value a row; those within structures with dots. */
  private static void leaves(GroupType of, String prefix, List<String> names) {
    for (Type field : of.getFields()) {
      String name = prefix + field.getName();
      if (field.isRepetition(Repetition.REPEATED)) {
        continue;
      }
      if (field.isPrimitive()) {
        names.add(name);
      } else {
        leaves(field.asGroupType(), name + ".", names);
      }
    }
  }

  private static String[] path(MessageType file, String name) {
    return file.containsField(name) ? new String[] {name} : name.split("\\.", -1);
  }

  /** The map from text to text that Sluice's own documents have. */
  private static boolean isMeta(MessageType file) {
    return file.containsField("meta")
        && file.containsField("signals")
        && !file.getType("meta").isPrimitive()
        && file.getType("meta").getLogicalTypeAnnotation()
            instanceof LogicalTypeAnnotation.MapLogicalTypeAnnotation;
  }

  void fill(Group row, TextRecord record) {
    if (ownMeta && row.getFieldRepetitionCount("meta") > 0) {
      Group map = row.getGroup("meta", 0);
      for (int i = 0; i < map.getFieldRepetitionCount(0); i++) {
        Group entry = map.getGroup(0, i);
        if (entry.getFieldRepetitionCount(1) > 0) {
          record.meta(entry.getString(0, 0), entry.getString(1, 0));
        }
      }
    }
    paths.forEach((ours, path) -> record.put(ours, value(row, path)));
  }

  private static String value(Group row, String[] path) {
    Group at = row;
    for (int i = 0; i + 1 < path.length; i++) {
      if (at.getFieldRepetitionCount(path[i]) == 0) {
        return null;
      }
      at = at.getGroup(path[i], 0);
    }
    String last = path[path.length - 1];
    if (at.getFieldRepetitionCount(last) == 0) {
      return null;
    }
    return text(at, last, at.getType().getType(last).asPrimitiveType());
  }

  private static String text(Group at, String field, PrimitiveType type) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    if (logical instanceof LogicalTypeAnnotation.TimestampLogicalTypeAnnotation timestamp) {
      return instant(at.getLong(field, 0), timestamp.getUnit()).toString();
    }
    if (logical instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation) {
      return LocalDate.ofEpochDay(at.getInteger(field, 0)).toString();
    }
    if (type.getPrimitiveTypeName() == PrimitiveTypeName.INT96) {
      ByteBuffer parts = at.getInt96(field, 0).toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
      long nanos = parts.getLong(parts.position());
      long day = parts.getInt(parts.position() + 8) - EPOCH_DAY;
      return LocalDate.ofEpochDay(day)
          .atStartOfDay(ZoneOffset.UTC)
          .toInstant()
          .plusNanos(nanos)
          .toString();
    }
    return switch (type.getPrimitiveTypeName()) {
      case BINARY, FIXED_LEN_BYTE_ARRAY -> at.getBinary(field, 0).toStringUsingUTF8();
      default -> at.getValueToString(at.getType().getFieldIndex(field), 0);
    };
  }

  private static Instant instant(long value, TimeUnit unit) {
    long perSecond =
        switch (unit) {
          case MILLIS -> 1000L;
          case MICROS -> 1_000_000L;
          case NANOS -> 1_000_000_000L;
        };
    long nanos = Math.floorMod(value, perSecond) * (1_000_000_000L / perSecond);
    return Instant.ofEpochSecond(Math.floorDiv(value, perSecond), nanos);
  }
}
