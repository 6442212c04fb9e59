package io.sluice.dedup.sketch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.ingest.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SketchConfigTest {
  @Test
  void presetsAreThoseOfFineWeb() {
    assertEquals(new SketchConfig(14, 8, 5, 1), SketchConfig.presets());
    assertEquals(SketchConfig.presets(), Config.parse(SketchConfig.class, "{}", "test"));
    assertEquals(
        new SketchConfig(9, 13, 3, 7),
        Config.parse(SketchConfig.class, "{bands: 9, rows: 13, shingle: 3, seed: 7}", "test"));
    assertEquals(112, SketchConfig.presets().values());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 8, 5, 'bands: got 0, allowed 1..255'",
    "256, 8, 5, 'bands: got 256, allowed 1..255'",
    "14, 0, 5, 'rows: got 0, allowed 1..255'",
    "14, 8, 0, 'shingle: got 0, allowed 1..64'",
    "14, 8, 65, 'shingle: got 65, allowed 1..64'",
    "41, 25, 5, 'bands, rows: got 41 × 25, allowed a product up to 1024'"
  })
  void refusesWhatIsOutOfRange(int bands, int rows, int shingle, String message) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> new SketchConfig(bands, rows, shingle, 1));
    assertEquals(message, refused.getMessage());
  }

  @Test
  void everySettingChangesTheFingerprint() {
    int presets = SketchConfig.presets().fingerprint();
    assertEquals(presets, new SketchConfig(14, 8, 5, 1).fingerprint());
    assertNotEquals(presets, new SketchConfig(8, 14, 5, 1).fingerprint());
    assertNotEquals(presets, new SketchConfig(14, 8, 4, 1).fingerprint());
    assertNotEquals(presets, new SketchConfig(14, 8, 5, 2).fingerprint());
  }
}
