package io.sluice.mixer.shard;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.Comparator;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * The footer of a Parquet file in one fixed order. The library writes the encodings of a column in
 * the order of a hash set of enum constants, which is another one in each JVM.
 */
final class Footer {
  /** After the footer: its length, little-endian, and the format's four letters. */
  private static final int END = 8;

  private Footer() {}

  /**
   * The end of a file with its footer put in order.
   *
   * @param tail the last bytes of a file, the whole footer among them
   */
  static byte[] ordered(byte[] tail) throws IOException {
    int footerEnd = tail.length - END;
    int length = littleEndian(tail).getInt(footerEnd);
    int start = footerEnd - length;
    FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(tail, start, length));
    for (RowGroup group : footer.getRow_groups()) {
      for (ColumnChunk column : group.getColumns()) {
        order(column.getMeta_data());
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(tail.length);
    out.write(tail, 0, start);
    Util.writeFileMetaData(footer, out);
    byte[] end = new byte[END];
    System.arraycopy(tail, footerEnd, end, 0, END);
    littleEndian(end).putInt(0, out.size() - start);
    out.write(end, 0, END);
    return out.toByteArray();
  }

  private static void order(ColumnMetaData column) {
    Collections.sort(column.getEncodings());
    if (column.isSetEncoding_stats()) {
      column
          .getEncoding_stats()
          .sort(
              Comparator.comparing(PageEncodingStats::getPage_type)
                  .thenComparing(PageEncodingStats::getEncoding));
    }
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
