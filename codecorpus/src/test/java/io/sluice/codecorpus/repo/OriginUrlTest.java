package io.sluice.codecorpus.repo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginUrlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "https://example.org/o/r.git | https://example.org/o/r.git",
        "https://user:secret@example.org/o/r | https://example.org/o/r",
        "https://user:se@cret@example.org:8443/o/r?token=x | https://example.org:8443/o/r",
        "ssh://git@example.org/o/r.git | ssh://example.org/o/r.git",
        "git@example.org:o/r.git | ssh://example.org/o/r.git",
        "/home/me/r | none",
        "file:///home/me/r | none",
        "../r | none",
        "none | none"
      })
  void secretsAndLocalPathsAreLeftOut(String url, String clean) {
    assertEquals(clean, OriginUrl.clean(url));
  }
}
