package io.sluice.ingest.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void leavesOutTheLicenceAroundABook() {
    String lines =
        """
        The Project Gutenberg eBook of A Book

        Title: A Book
        Author: Someone

        *** START OF THE PROJECT GUTENBERG EBOOK A BOOK ***


        CHAPTER I

        It began.\040\040
        And went on.



        It ended.
        *** END OF THE PROJECT GUTENBERG EBOOK A BOOK ***
        Licence
        """;
    String source = '\ufeff' + lines.replace("\n", "\r\n");
    assertEquals(
        new PaperText("A Book", "CHAPTER I\n\nIt began.\nAnd went on.\n\nIt ended."),
        PlainText.read(source));
  }

  @Test
  void takesAShortFirstLineForTheTitle() {
    assertEquals(new PaperText("A Book", "# A Book\n\nText."), PlainText.read("# A Book\n\nText."));
    assertEquals(new PaperText("", "It is a sentence."), PlainText.read("It is a sentence.\n"));
    assertEquals(new PaperText("", ""), PlainText.read(" \n\n\t\r\n"));
    assertEquals(new PaperText("", ""), PlainText.read(""));
    assertEquals("第一章", PlainText.read("第一章\n\n天亮了。").title());
  }
}
