package io.sluice.ingest.columns;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Parquet's codecs with a bound on what a page may claim to decompress to: a damaged or malicious
 * header would else have two gigabytes allocated.
 */
record BoundedCodecs(CompressionCodecFactory codecs, long limit)
    implements CompressionCodecFactory {

  static BoundedCodecs of(Configuration hadoop, long limit) {
    return new BoundedCodecs(new CodecFactory(hadoop, 0), limit);
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName name) {
    return codecs.getCompressor(name);
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
    BytesInputDecompressor inner = codecs.getDecompressor(name);
    return new BytesInputDecompressor() {
      @Override
      public BytesInput decompress(BytesInput bytes, int size) throws IOException {
        return inner.decompress(bytes, checked(size));
      }

      @Override
      public void decompress(ByteBuffer input, int stored, ByteBuffer output, int size)
          throws IOException {
        inner.decompress(input, stored, output, checked(size));
      }

      @Override
      public void release() {
        inner.release();
      }
    };
  }

  private int checked(int size) throws IOException {
    if (size < 0 || size > limit) {
      throw new IOException("page of " + size + " bytes, limit " + limit);
    }
    return size;
  }

  @Override
  public void release() {
    codecs.release();
  }
}
