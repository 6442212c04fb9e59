package io.sluice.filters.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.ingest.text.Hash128;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CountTableTest {
  @Test
  void countsLikeAMapWhateverTheSizesBefore() {
    CountTable table = new CountTable();
    SplittableRandom random = new SplittableRandom(7);
    for (int size : new int[] {0, 1, 3_000, 5, 200_000, 10, 600, 70_000}) {
      table.clear(size);
      Map<Long, Integer> counts = new HashMap<>();
      for (int i = 0; i < size; i++) {
        long key = Hash128.mix(random.nextInt(1 + size / 2));
        assertEquals(counts.merge(key, 1, Integer::sum), table.add(key));
      }
      counts.forEach((key, count) -> assertEquals(count, table.count(key)));
      assertEquals(0, table.count(-12345));
    }
  }

  @Test
  void takesKeyZero() {
    CountTable table = new CountTable();
    table.clear(2);
    assertEquals(0, table.count(0));
    assertEquals(1, table.add(0));
    assertEquals(2, table.add(0));
    table.clear(2);
    assertEquals(0, table.count(0));
  }

  @Test
  void refusesMoreKeysThanItCanHold() {
    assertThrows(IllegalArgumentException.class, () -> new CountTable().clear(1 << 29));
  }
}
