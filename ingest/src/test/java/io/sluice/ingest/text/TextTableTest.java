package io.sluice.ingest.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void namesStandToTheLeftAndNumbersToTheRight() {
    assertEquals(
        """
          job      kept
          web   1,234.5
          code        7
        """,
        new TextTable(false, "job", "kept").row("web", "1,234.5").row("code", "7").text());
  }

  @Test
  void wordsInTheLastColumnStandToTheLeftWithoutSpacesAtTheEnd() {
    assertEquals(
        """
          stage    tokens  why
          general      10
          mid           5  missing kind
        """,
        new TextTable(true, "stage", "tokens", "why")
            .row("general", "10", "")
            .row("mid", "5", "missing kind")
            .text());
  }

  @Test
  void aTableWithoutRowsIsItsHeader() {
    assertEquals("  a\n", new TextTable(false, "a").text());
    assertEquals("  a  b\n", new TextTable(true, "a", "b").text());
  }

  @Test
  void aRowHasACellAColumn() {
    TextTable table = new TextTable(false, "a", "b");
    assertThrows(IllegalArgumentException.class, () -> table.row("1"));
    assertThrows(IllegalArgumentException.class, () -> table.row("1", "2", "3"));
  }
}
