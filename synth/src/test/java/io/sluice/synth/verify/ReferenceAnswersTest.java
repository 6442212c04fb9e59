package io.sluice.synth.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.synth.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reference answers of published question sets against the check. */
class ReferenceAnswersTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static List<String> field(String file, String field) throws IOException {
    try (Stream<String> lines = Files.lines(SharedData.find(file))) {
      return lines
          .map(line -> parse(line).path(field))
          .filter(JsonNode::isValueNode)
          .filter(node -> !node.isNull())
          .map(JsonNode::asText)
          .toList();
    }
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"math_text/gsm8k_train.jsonl", "benchmarks/gsm8k_test.jsonl"})
  void aWorkedAnswerIsItselfAndNoOtherNumber(String file) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String worked : field(file, "answer")) {
      String after = worked.substring(worked.lastIndexOf("####") + 4).strip();
      String answer = FinalAnswer.in(worked).orElse("");
      BigInteger number = new BigInteger(answer.replace(",", ""));
      boolean right =
          answer.equals(after)
              && AnswerCheck.same(answer, after)
              && AnswerCheck.same(number.toString(), after)
              && AnswerCheck.same("$" + number + ".00", after)
              && AnswerCheck.same(number + " apples", after)
              && AnswerCheck.same(FinalAnswer.in("so \\boxed{" + after + "}.").orElse(""), after)
              && AnswerCheck.same(FinalAnswer.in("The answer is " + after + ".").orElse(""), after)
              && !AnswerCheck.same(number.add(BigInteger.ONE).toString(), after)
              && !AnswerCheck.same(number.subtract(BigInteger.ONE) + " apples", after)
              && !AnswerCheck.same(number + "1", after)
              && !AnswerCheck.same(number + ".5", after)
              && (number.signum() == 0 || !AnswerCheck.same(number.negate().toString(), after));
      if (!right) {
        wrong.add(after);
      }
    }
    assertEquals(List.of(), wrong);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aime24",
        "amc23",
        "cmath",
        "cn_middle_school",
        "gaokao_math_cloze",
        "gsm8k_test",
        "mmlu_stem"
      })
  void everyReferenceAnswerIsItself(String name) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String reference : field("benchmarks/" + name + ".jsonl", "answer")) {
      String boxed = FinalAnswer.in("so \\boxed{" + reference + "}.").orElse("");
      if (!AnswerCheck.same(reference, reference) || !AnswerCheck.same(boxed, reference)) {
        wrong.add(reference);
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void numbersAreTheSameWhereTheirValuesAre() throws IOException {
    List<String> numbers =
        field("benchmarks/cmath.jsonl", "answer").stream()
            .filter(answer -> answer.matches("[0-9.]+"))
            .limit(150)
            .toList();
    List<String> wrong = new ArrayList<>();
    for (String a : numbers) {
      for (String b : numbers) {
        boolean equal = new BigDecimal(a).compareTo(new BigDecimal(b)) == 0;
        if (AnswerCheck.same(a, b) != equal) {
          wrong.add(a + " and " + b);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void solutionsGiveTheirBoxedAnswers() throws IOException {
    List<String> solutions = field("benchmarks/minerva_math.jsonl", "solution");
    long found = solutions.stream().filter(text -> FinalAnswer.in(text).isPresent()).count();
    assertEquals(solutions.size(), found);
  }

  @Test
  void multipleChoiceLettersAreChosen() throws IOException {
    List<String> labels = field("benchmarks/gaokao_math_qa.jsonl", "label");
    List<String> wrong = new ArrayList<>();
    for (String label : labels) {
      String other = label.equals("A") ? "B" : "A";
      for (String form : List.of("故选：%s．", "The answer is (%s).", "\\boxed{\\text{%s}}")) {
        String right = FinalAnswer.in(form.replace("%s", label)).orElse("");
        String no = FinalAnswer.in(form.replace("%s", other)).orElse("");
        if (!AnswerCheck.same(right, label) || AnswerCheck.same(no, label)) {
          wrong.add(form.replace("%s", label));
        }
      }
    }
    assertEquals(List.of(), wrong);
  }
}
