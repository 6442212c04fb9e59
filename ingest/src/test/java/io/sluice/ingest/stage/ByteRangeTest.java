package io.sluice.ingest.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ByteRangeTest {
  @Test
  void slicesCoverAFileWithoutAGap() {
    assertEquals(List.of(ByteRange.WHOLE), ByteRange.cover(0, 10));
    assertEquals(List.of(ByteRange.WHOLE), ByteRange.cover(10, 10));
    assertEquals(
        List.of(new ByteRange(0, 6), new ByteRange(6, Long.MAX_VALUE)), ByteRange.cover(11, 10));
    for (long bytes = 1; bytes < 60; bytes++) {
      for (long size = 1; size < 70; size++) {
        long at = 0;
        for (ByteRange range : ByteRange.cover(bytes, size)) {
          assertEquals(at, range.start());
          assertTrue(range.end() == Long.MAX_VALUE || range.end() - at <= size);
          assertTrue(at < bytes);
          at = range.end();
        }
        assertEquals(Long.MAX_VALUE, at);
      }
    }
  }

  @Test
  void whatIsNoRangeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new ByteRange(-1, 1));
    assertThrows(IllegalArgumentException.class, () -> new ByteRange(5, 5));
  }
}
