package io.sluice.synth.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinalAnswerTest {
  private static Arguments row(String text, String answer) {
    return Arguments.of(text, answer);
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        row("so \\boxed{42}.", "42"),
        row("\\boxed{\\frac{1}{\\sqrt{2}}} and more", "\\frac{1}{\\sqrt{2}}"),
        row("\\boxed{1} then \\boxed{2}", "2"),
        row("\\boxed{\\boxed{7}}", "7"),
        row("\\boxed{\\{1, 2\\}}", "\\{1, 2\\}"),
        row("\\boxed{\\left\\{1\\right.}", "\\left\\{1\\right."),
        row("\\boxed 5.", "5"),
        row("\\boxed {x}", "x"),
        row("\\fbox{6}", "6"),
        row("\\boxed{3} and then \\boxed{}", "3"),
        row("\\boxed{3} and then \\boxed{4", "3"),
        row("\\boxed{4}\n#### 5\nThe answer is 6.", "4"),
        row("<answer> 12 </answer>", "12"),
        row("The answer is 6. <answer>7</answer>", "7"),
        row("18 - 3 = <<18-3=15>>15\n#### 15", "15"),
        row("#### 1,080\n\n", "1,080"),
        row("#### Step 1\nadd\n#### 7", "7"),
        row("The answer is 42.", "42"),
        row("The answer is 3.5. It follows.", "3.5"),
        row("the final answer is: **42**", "42"),
        row("**Answer:** B", "B"),
        row("Answer: (C)\n", "(C)"),
        row("The correct answer to the question is\tD.", "D"),
        row("The answer = 7", "7"),
        row("The answers are 1 and 2.", "1 and 2"),
        row("The answer is 1. No, the answer is 2.", "2"),
        row("So the final answer is:\n\n$$42$$\n", "$$42$$"),
        row("## Final Answer\n\n**42**", "42"),
        row("The answer is 1.\n### Final Answer\n2", "2"),
        row("#### Final Answer\n17 apples.", "17 apples"),
        row("所以答案是42。", "42"),
        row("答案为：12元。因此如此。", "12元"),
        row("**答案**：3", "3"),
        row("故答案为: -2", "-2"),
        row("最终答案\n5", "5"),
        row("综上，故选：B．", "B"),
        row("故选 AC。", "AC"),
        row("答案选 D", "D"));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void theAnswerIsFound(String text, String answer) {
    assertEquals(Optional.of(answer), FinalAnswer.in(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n\t",
        "word",
        "\\boxed{",
        "\\boxed",
        "\\boxed{}",
        "\\boxed{ }",
        "\\boxedx{5}",
        "\\boxed{4",
        "The answer must be an integer.",
        "The answer is",
        "answer:",
        "#### Step 3\nadd both",
        "##### 5",
        "The answers vary.",
        "这个答案很好",
        "</answer><answer>",
        "\ud83d",
        "المجموع خمسة"
      })
  void whereNoMarkStandsThereIsNone(String text) {
    assertEquals(Optional.empty(), FinalAnswer.in(text));
  }

  @Test
  void anAnswerOverTwoThousandUnitsIsNone() {
    assertEquals(
        Optional.of("7".repeat(2000)), FinalAnswer.in("\\boxed{" + "7".repeat(2000) + "}"));
    assertEquals(Optional.empty(), FinalAnswer.in("\\boxed{" + "7".repeat(2001) + "}"));
    assertEquals(Optional.empty(), FinalAnswer.in("#### " + "7".repeat(2001)));
  }

  @Test
  void longTextsTakeLinearTime() {
    for (String piece :
        new String[] {
          "\\boxed{", "####", "\n####\n", "answer: ", "\n", "*", "答案是", " answer to "
        }) {
      assertTimeout(
          Duration.ofSeconds(20), () -> FinalAnswer.in(piece.repeat(1_000_000 / piece.length())));
    }
  }
}
