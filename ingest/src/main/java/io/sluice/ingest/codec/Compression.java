package io.sluice.ingest.codec;

import java.io.IOException;

/** How a file is compressed, told by its bytes: names lie. */
public enum Compression {
  NONE,
  GZIP,
  ZSTD;

  /** The compression that these first bytes of a file speak of. */
  static Compression of(byte[] head, int size) {
    if (size >= 3 && head[0] == 0x1f && head[1] == (byte) 0x8b && head[2] == 8) {
      return GZIP;
    }
    if (size >= 4 && head[1] == (byte) 0xb5 && head[2] == 0x2f && head[3] == (byte) 0xfd) {
      return head[0] == 0x28 ? ZSTD : NONE;
    }
    boolean skippable =
        size >= 4
            && (head[0] & 0xf0) == 0x50
            && head[1] == 0x2a
            && head[2] == 0x4d
            && head[3] == 0x18;
    return skippable ? ZSTD : NONE;
  }

  /**
   * The decoded bytes of a file, from its beginning. A file that begins as none is known to, but
   * has a member of a compression further on, is taken for one whose beginning is damaged.
   *
   * @param sign how the content begins at a record
   * @throws IOException where the file cannot be read, or its dictionary is damaged
   */
  public static DecodedBytes open(StoredBytes in, StartSign sign) throws IOException {
    byte[] head = new byte[StartSign.LOOK];
    int size = in.readFully(head, 0, head.length);
    in.seek(0);
    Compression told = of(head, size);
    if (told == NONE && size > 0 && !sign.begins(head, 0, size)) {
      for (Compression other : new Compression[] {GZIP, ZSTD}) {
        DecodedBytes packed = other.decoder(in);
        boolean found = packed.find(1, DecodedBytes.FIRST_MEMBER, sign);
        packed.begin(0);
        if (found) {
          return packed;
        }
        packed.release();
      }
    }
    return told.decoder(in);
  }

  private DecodedBytes decoder(StoredBytes in) throws IOException {
    return switch (this) {
      case GZIP -> new GzipBytes(in);
      case ZSTD -> new ZstdBytes(in);
      case NONE -> new PlainBytes(in);
    };
  }
}
