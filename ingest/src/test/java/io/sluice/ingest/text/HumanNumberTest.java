package io.sluice.ingest.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HumanNumberTest {
  @Test
  void countsHaveOneDecimalAndAUnit() {
    Map<Long, String> expected = new TreeMap<>();
    expected.put(0L, "0");
    expected.put(999L, "999");
    expected.put(1000L, "1.0k");
    expected.put(1049L, "1.0k");
    expected.put(1051L, "1.1k");
    expected.put(999_949L, "999.9k");
    expected.put(999_950L, "1.0M");
    expected.put(312_400_000L, "312.4M");
    expected.put(15_000_000_000_000L, "15.0T");
    expected.put(Long.MAX_VALUE, "9.2E");
    expected.put(-999L, "-999");
    expected.put(-1500L, "-1.5k");
    expected.put(Long.MIN_VALUE, "-9.2E");
    expected.forEach((number, text) -> assertEquals(text, HumanNumber.of(number)));
  }

  @Test
  void signedNumbersShowTheirPlus() {
    assertEquals("+1.5k", HumanNumber.signed(1500));
    assertEquals("-1.5k", HumanNumber.signed(-1500));
    assertEquals("+1", HumanNumber.signed(1));
    assertEquals("0", HumanNumber.signed(0));
  }

  @Test
  void fewEpochsAreNotNone() {
    assertEquals("0.00", HumanNumber.epochs(0));
    assertEquals("<0.01", HumanNumber.epochs(1e-9));
    assertEquals("<0.01", HumanNumber.epochs(0.00499));
    assertEquals("0.01", HumanNumber.epochs(0.005));
    assertEquals("3.20", HumanNumber.epochs(3.2));
    assertEquals("100.00", HumanNumber.epochs(99.999));
  }
}
