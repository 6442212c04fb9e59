package io.sluice.mixer.shard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;

class FooterTest {
  private static final PageEncodingStats DICTIONARY =
      new PageEncodingStats(PageType.DICTIONARY_PAGE, Encoding.PLAIN, 1);
  private static final PageEncodingStats DATA =
      new PageEncodingStats(PageType.DATA_PAGE, Encoding.PLAIN_DICTIONARY, 3);

  @Test
  void theOrderOfTheLibrarysSetsIsNotSeen() throws IOException {
    byte[] one =
        file(
            List.of(Encoding.RLE, Encoding.PLAIN, Encoding.PLAIN_DICTIONARY),
            List.of(DICTIONARY, DATA));
    byte[] other =
        file(
            List.of(Encoding.PLAIN_DICTIONARY, Encoding.RLE, Encoding.PLAIN),
            List.of(DATA, DICTIONARY));
    assertFalse(Arrays.equals(one, other));
    assertArrayEquals(Footer.ordered(one), Footer.ordered(other));
    assertArrayEquals(
        file(
            List.of(Encoding.PLAIN, Encoding.PLAIN_DICTIONARY, Encoding.RLE),
            List.of(DATA, DICTIONARY)),
        Footer.ordered(one));
  }

  /** Three bytes of data, a footer of one column, the end. */
  private static byte[] file(List<Encoding> encodings, List<PageEncodingStats> stats)
      throws IOException {
    ColumnMetaData data =
        new ColumnMetaData(
            Type.INT32, encodings, List.of("ids"), CompressionCodec.ZSTD, 1, 3, 3, 0);
    data.setEncoding_stats(stats);
    ColumnChunk column = new ColumnChunk(0);
    column.setMeta_data(data);
    FileMetaData footer =
        new FileMetaData(
            1, List.of(new SchemaElement("row")), 1, List.of(new RowGroup(List.of(column), 3, 1)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {7, 8, 9});
    Util.writeFileMetaData(footer, out);
    int length = out.size() - 3;
    out.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(length).array());
    out.write("PAR1".getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }
}
