package io.sluice.ingest.charset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.junit.jupiter.api.Test;

class Utf8ShapeTest {
  private static Utf8Shape of(int... bytes) {
    byte[] b = new byte[bytes.length];
    for (int i = 0; i < b.length; i++) {
      b[i] = (byte) bytes[i];
    }
    return Utf8Shape.of(b, 0, b.length);
  }

  @Test
  void countsSequencesAndFaults() {
    assertEquals(new Utf8Shape(0, 0, true), of());
    assertEquals(new Utf8Shape(0, 0, true), of('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'));
    assertEquals(new Utf8Shape(1, 0, true), of(0xC3, 0xA9));
    assertEquals(new Utf8Shape(1, 0, true), of(0xF0, 0x9F, 0x98, 0x80));
    assertEquals(new Utf8Shape(0, 2, false), of(0xC0, 0x80));
    assertEquals(new Utf8Shape(0, 1, false), of(0xC3, 'a'));
    assertEquals(new Utf8Shape(0, 1, false), of(0xE4, 0xB8, 'a'));
    assertEquals(new Utf8Shape(0, 3, false), of(0xED, 0xA0, 0x80));
    assertEquals(new Utf8Shape(0, 4, false), of(0xF4, 0x90, 0x80, 0x80));
    assertEquals(new Utf8Shape(0, 1, false), of(0xFF));
  }

  @Test
  void aCutAtTheEndIsNoFault() {
    assertEquals(new Utf8Shape(0, 0, false), of('a', 0xE4, 0xB8));
    assertEquals(new Utf8Shape(0, 0, false), of(0xF0, 0x9F, 0x98));
    assertEquals(new Utf8Shape(0, 0, false), of(0xC3));
  }

  @Test
  void agreesWithTheDecoderOnAllPairsAndTriplesOfLeads() {
    for (int a = 0x80; a < 0x100; a++) {
      for (int b = 0; b < 0x100; b++) {
        byte[] bytes = {(byte) a, (byte) b, (byte) 0x80, (byte) 0x80};
        for (int length = 1; length <= 4; length++) {
          boolean valid;
          try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
            valid = true;
          } catch (CharacterCodingException e) {
            valid = false;
          }
          assertEquals(valid, Utf8Shape.of(bytes, 0, length).whole(), a + " " + b + " " + length);
        }
      }
    }
  }

  @Test
  void findsTheFirstHighByte() {
    byte[] bytes = new byte[40];
    assertEquals(40, Utf8Shape.firstHigh(bytes, 0, 40));
    for (int i = 0; i < 40; i++) {
      bytes[i] = (byte) 0x80;
      for (int from = 0; from <= i; from++) {
        assertEquals(i, Utf8Shape.firstHigh(bytes, from, 40));
      }
      bytes[i] = 0;
    }
  }
}
