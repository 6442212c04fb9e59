package io.sluice.ingest.html.render;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** UTF-8 bytes that grow, and are decoded once at the end. */
final class Buffer {
  private byte[] bytes = new byte[1 << 14];
  private int length;

  void clear() {
    length = 0;
  }

  int length() {
    return length;
  }

  /** Cuts off what stands behind. */
  void cut(int to) {
    length = to;
  }

  byte[] bytes() {
    return bytes;
  }

  int at(int index) {
    return bytes[index];
  }

  /** The last byte; a line end where there is none. */
  int last() {
    return length == 0 ? '\n' : bytes[length - 1];
  }

  private void need(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }

  void add(int b) {
    need(1);
    bytes[length++] = (byte) b;
  }

  void add(byte[] from, int start, int end) {
    need(end - start);
    System.arraycopy(from, start, bytes, length, end - start);
    length += end - start;
  }

  /** Adds text of ASCII. */
  void add(String ascii) {
    int size = ascii.length();
    need(size);
    for (int i = 0; i < size; i++) {
      bytes[length + i] = (byte) ascii.charAt(i);
    }
    length += size;
  }

  void repeat(int b, int times) {
    need(times);
    Arrays.fill(bytes, length, length + times, (byte) b);
    length += times;
  }

  /** Puts the same byte in so many times at an index. */
  void insert(int at, int b, int times) {
    need(times);
    System.arraycopy(bytes, at, bytes, at + times, length - at);
    Arrays.fill(bytes, at, at + times, (byte) b);
    length += times;
  }

  /** Takes away spaces at the end, down to a given length. */
  void trimSpaces(int from) {
    while (length > from && bytes[length - 1] == ' ') {
      length--;
    }
  }

  /** Takes away white space at the end, down to a given length. */
  void trim(int from) {
    while (length > from && bytes[length - 1] <= ' ' && bytes[length - 1] >= 0) {
      length--;
    }
  }

  /** Whether it ends in these ASCII characters, all behind a given length. */
  boolean endsWith(String ascii, int from) {
    int at = length - ascii.length();
    if (at < from) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (bytes[at + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The greatest number of equal bytes in a row. */
  int longestRun(int b, int from) {
    int longest = 0;
    int run = 0;
    for (int i = from; i < length; i++) {
      run = bytes[i] == b ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  String text() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
