package io.sluice.synth.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.config.Config;
import io.sluice.synth.question.QuestionLines.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionLinesTest {
  private static final QuestionFields FIELDS =
      Config.parse(QuestionFields.class, "{}", "test.yaml");

  private static List<Line> read(byte[] bytes, QuestionFields fields) throws IOException {
    List<Line> all = new ArrayList<>();
    try (QuestionLines lines = new QuestionLines(new ByteArrayInputStream(bytes), fields)) {
      for (Line line = lines.next(); line != null; line = lines.next()) {
        all.add(line);
      }
      assertEquals(bytes.length, lines.bytes());
    }
    return all;
  }

  private static List<Line> read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8), FIELDS);
  }

  private static Line good(long line, String text, String answer, String subject) {
    return new Line(line, new Question(text, answer, subject, line), null);
  }

  private static Line bad(long line, String problem) {
    return new Line(line, null, "line " + line + ": " + problem);
  }

  @Test
  void fieldsHaveTheirPresets() {
    assertEquals(new QuestionFields("question", "answer", "subject"), FIELDS);
  }

  @Test
  void questionsComeInOrderWithTheirLines() throws IOException {
    assertEquals(
        List.of(good(1, "1+1?", "2", "math"), good(4, "一加二？", "3", null)),
        read(
            """
            {"question": " 1+1? ", "answer": "2", "subject": "math", "more": []}

             \t\r
            {"answer": "3", "question": "一加二？", "subject": null}"""));
  }

  @Test
  void answersMayBeNumbersExactly() throws IOException {
    assertEquals(
        List.of(
            good(1, "q", "27.0", null),
            good(2, "q", "0.1000000000000000000001", null),
            good(3, "q", "123456789012345678901", null),
            good(4, "q", "true", "3")),
        read(
            """
            {"question":"q","answer":27.0}
            {"question":"q","answer":0.1000000000000000000001}
            {"question":"q","answer":123456789012345678901}
            {"question":"q","answer":true,"subject":3}
            """));
  }

  @Test
  void lineEndsWithinAQuestionAreUnix() throws IOException {
    assertEquals(
        List.of(good(1, "a\nb", "1", null)),
        read("{\"question\":\"a\\r\\nb\\n\",\"answer\":\"1\"}"));
  }

  @Test
  void otherFieldsCanBeNamed() throws IOException {
    byte[] bytes = "{\"q\":\"1+1?\",\"a\":2,\"s\":\"x\"}".getBytes(StandardCharsets.UTF_8);
    assertEquals(
        List.of(good(1, "1+1?", "2", "x")), read(bytes, new QuestionFields("q", "a", "s")));
  }

  @Test
  void whatHoldsNoQuestionSaysWhy() throws IOException {
    assertEquals(
        List.of(
            bad(1, "no text in 'question'"),
            bad(2, "no text in 'question'"),
            bad(3, "no text or number in 'answer'"),
            bad(4, "no text or number in 'answer'"),
            bad(5, "no text or number in 'answer'"),
            bad(6, "no text in 'question'"),
            bad(7, "no text in 'question'")),
        read(
            """
            {"answer":"1"}
            {"question":" ","answer":"1"}
            {"question":"q"}
            {"question":"q","answer":null}
            {"question":"q","answer":[1]}
            []
            7
            """));
  }

  @Test
  void whatIsNoJsonIsOneBadLine() throws IOException {
    byte[] bytes =
        "{\"question\":\n{\"question\":\"q\",\"answer\":1} x\n\u00ff\n{\"question\":\"q\",\"answer\":1}\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    List<Line> lines = read(bytes, FIELDS);
    assertEquals(4, lines.size());
    for (int i = 0; i < 3; i++) {
      String start = "line " + (i + 1) + ": no JSON: ";
      assertTrue(lines.get(i).problem().startsWith(start), lines.get(i).toString());
    }
    assertEquals(good(4, "q", "1", null), lines.get(3));
  }

  @Test
  void anOverlongLineIsPassedOver() throws IOException {
    String overlong = "{\"question\":\"" + "q".repeat(16 << 20) + "\",\"answer\":1}\n";
    assertEquals(
        List.of(bad(1, "longer than 16777216 bytes"), good(2, "q", "1", null)),
        read(overlong + "{\"question\":\"q\",\"answer\":1}"));
  }

  @Test
  void anEmptyFileHasNoLines() throws IOException {
    assertEquals(List.of(), read(""));
    assertEquals(List.of(), read("\n\n  \n"));
  }

  @Test
  void aLineIsAQuestionOrAProblem() {
    assertThrows(IllegalArgumentException.class, () -> new Line(1, null, null));
    Question question = new Question("q", "1", null, 1);
    assertThrows(IllegalArgumentException.class, () -> new Line(1, question, "broken"));
  }
}
