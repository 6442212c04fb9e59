package io.sluice.synth.question;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Questions of a file of JSON lines (UTF-8), one at a time. A line holds an object with the
 * question as text and the answer as text, a number or a truth value. Holds one line in memory, of
 * 16 MiB at most.
 */
public final class QuestionLines implements Closeable {
  private static final int LONGEST = 16 << 20;
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /**
   * A line of the file.
   *
   * @param number its 1-based number, blank lines counted
   * @param question the question, or null where the line holds none
   * @param problem why it holds none, naming the line; null where it holds one
   */
  public record Line(long number, Question question, String problem) {
    public Line {
      if ((question == null) == (problem == null)) {
        throw new IllegalArgumentException("line " + number + ": a question or a problem");
      }
    }
  }

  private final InputStream in;
  private final QuestionFields fields;
  private long number;
  private long bytes;

  /** Reads lines, closing the stream with this. */
  public QuestionLines(InputStream in, QuestionFields fields) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.fields = fields;
  }

  /** Bytes of the lines read so far. */
  public long bytes() {
    return bytes;
  }

  /**
   * The next line that is not blank, or null at the end.
   *
   * @throws IOException where the file cannot be read on
   */
  public Line next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean blank = true;
    long length = 0;
    int b = in.read();
    while (b >= 0) {
      bytes++;
      if (b == '\n') {
        number++;
        if (!blank) {
          return parse(line, length);
        }
        line.reset();
        length = 0;
      } else {
        blank &= b <= ' ';
        length++;
        if (length <= LONGEST) {
          line.write(b);
        }
      }
      b = in.read();
    }
    number++;
    return blank ? null : parse(line, length);
  }

  private Line parse(ByteArrayOutputStream line, long length) {
    if (length > LONGEST) {
      return problem("longer than " + LONGEST + " bytes");
    }
    try {
      JsonNode node = JSON.readTree(line.toByteArray());
      JsonNode text = node.path(fields.question());
      JsonNode answer = node.path(fields.answer());
      if (!text.isTextual() || text.asText().isBlank()) {
        return problem("no text in '" + fields.question() + "'");
      }
      if (!answer.isValueNode() || answer.isNull() || answer.asText().isBlank()) {
        return problem("no text or number in '" + fields.answer() + "'");
      }
      JsonNode subject = node.path(fields.subject());
      return new Line(
          number,
          new Question(
              text.asText().replace("\r\n", "\n").strip(),
              answer.asText(),
              subject.isValueNode() && !subject.isNull() ? subject.asText() : null,
              number),
          null);
    } catch (JsonProcessingException e) {
      return problem("no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      // What is no UTF-8 at all is an I/O error to the parser, though nothing was read here.
      return problem("no JSON: " + e.getMessage());
    }
  }

  private Line problem(String what) {
    return new Line(number, null, "line " + number + ": " + what);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
