package io.sluice.ingest.paper;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The files of a tar archive in order (ustar, GNU long names, pax paths). */
final class Tar {
  private static final int BLOCK = 512;
  private static final int LONGEST_NAME = 65_536;

  private final InputStream in;
  private String name;
  private long size;
  private long left;
  private long padding;

  Tar(InputStream in) {
    this.in = in;
  }

  /** Whether bytes begin like a tar archive. */
  static boolean isTar(byte[] data) {
    return data.length >= BLOCK
        && new String(data, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar");
  }

  /**
   * Goes to the next regular file.
   *
   * @return false at the end of the archive
   * @throws IOException where the archive is clipped or is none
   */
  boolean next() throws IOException {
    String longName = null;
    while (true) {
      skip(left + padding);
      byte[] header = in.readNBytes(BLOCK);
      if (header.length == 0 || header[0] == 0) {
        return false;
      }
      if (header.length < BLOCK) {
        throw new EOFException("archive ends within a header");
      }
      size = octal(header, 124, 12);
      left = size;
      padding = (BLOCK - size % BLOCK) % BLOCK;
      char type = (char) header[156];
      if (type == 'L' || type == 'x') {
        if (size > LONGEST_NAME) {
          throw new IOException("file name of " + size + " bytes");
        }
        String data = new String(read(), StandardCharsets.UTF_8);
        longName = type == 'L' ? data.replace("\u0000", "") : paxPath(data, longName);
        continue;
      }
      String prefix = text(header, 345, 155);
      boolean ustar = text(header, 257, 6).equals("ustar");
      String plain = text(header, 0, 100);
      name =
          longName != null ? longName : ustar && !prefix.isEmpty() ? prefix + '/' + plain : plain;
      longName = null;
      if (type == '0' || type == 0) {
        return true;
      }
    }
  }

  private static String paxPath(String records, String otherwise) {
    for (String line : records.split("\n", -1)) {
      int key = line.indexOf(" path=");
      if (key >= 0) {
        return line.substring(key + 6);
      }
    }
    return otherwise;
  }

  private static String text(byte[] header, int offset, int length) {
    int end = offset;
    while (end < offset + length && header[end] != 0) {
      end++;
    }
    return new String(header, offset, end - offset, StandardCharsets.UTF_8).strip();
  }

  private static long octal(byte[] header, int offset, int length) throws IOException {
    long value = 0;
    for (int i = offset; i < offset + length; i++) {
      byte b = header[i];
      if (b >= '0' && b <= '7') {
        value = value * 8 + (b - '0');
      } else if (b != 0 && b != ' ') {
        throw new IOException("no tar header: size holds byte " + b);
      }
    }
    return value;
  }

  /** The file's path in the archive. */
  String name() {
    return name;
  }

  /** The file's bytes. */
  long size() {
    return size;
  }

  /** The file's content; to be asked for once, where {@link #size()} allows. */
  byte[] read() throws IOException {
    byte[] data = in.readNBytes((int) left);
    if (data.length < left) {
      throw new EOFException("archive ends within " + name);
    }
    left = 0;
    return data;
  }

  private void skip(long bytes) throws IOException {
    try {
      in.skipNBytes(bytes);
    } catch (EOFException e) {
      throw new EOFException("archive ends within " + name);
    }
  }
}
