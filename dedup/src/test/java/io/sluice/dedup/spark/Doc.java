package io.sluice.dedup.spark;

import io.sluice.dedup.sketch.SketchConfig;
import io.sluice.dedup.sketch.Sketcher;
import io.sluice.dedup.sketch.Texts;
import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Instant;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A document to deduplicate, for tests; its place is its file and its number there. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Doc(
    String id,
    byte[] signature,
    Float quality,
    Long length,
    Long second,
    String lang,
    String file,
    long row) {
  static final StructType SCHEMA =
      new StructType()
          .add("id", DataTypes.StringType)
          .add("signature", DataTypes.BinaryType)
          .add("quality", DataTypes.FloatType)
          .add("length", DataTypes.LongType)
          .add("timestamp", DataTypes.TimestampType)
          .add("lang", DataTypes.StringType)
          .add("file", DataTypes.StringType)
          .add("row", DataTypes.LongType);

  private static final Sketcher SKETCHER = new Sketcher(SketchConfig.presets());

  static Doc of(String id, String text) {
    return signed(id, SKETCHER.sketch(Texts.words(text)));
  }

  static Doc signed(String id, byte[] signature) {
    return new Doc(id, signature, null, null, null, null, "f-" + id, 0);
  }

  /** The same with one band's hash overwritten. */
  Doc band(int band, long hash) {
    byte[] changed = signature.clone();
    ByteBuffer.wrap(changed).putLong(24 + 8 * band, hash);
    return new Doc(id, changed, quality, length, second, lang, file, row);
  }

  Doc ranked(Float newQuality, Long newLength, Long newSecond) {
    return new Doc(id, signature, newQuality, newLength, newSecond, lang, file, row);
  }

  Doc lang(String newLang) {
    return new Doc(id, signature, quality, length, second, newLang, file, row);
  }

  Doc at(String newFile, long newRow) {
    return new Doc(id, signature, quality, length, second, lang, newFile, newRow);
  }

  Row toRow() {
    Timestamp time = second == null ? null : Timestamp.from(Instant.ofEpochSecond(second));
    return RowFactory.create(id, signature, quality, length, time, lang, file, row);
  }
}
