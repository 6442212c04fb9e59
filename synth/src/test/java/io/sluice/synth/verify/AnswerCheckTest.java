package io.sluice.synth.verify;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows are {@code answer | reference}. */
class AnswerCheckTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // numbers by value
        "1,234 | 1234",
        "1{,}234 | 1234",
        "12\\,345 | 12345",
        "1,234.50 | 1234.5",
        "0.5 | 1/2",
        "0.5 | \\frac{1}{2}",
        ".5 | \\dfrac12",
        "\\frac{2}{4} | 1 / 2",
        "-\\frac{1}{2} | -0.5",
        "\\frac{-1}{2} | -1/2",
        "1 1/2 | 1.5",
        "1\\frac{1}{2} | 3/2",
        "3½ | 3.5",
        "½ | 0.5",
        "-0 | 0",
        "0.0 | 0",
        "+5 | 5",
        "5. | 5",
        "− 5 | -5",
        "023 | 23",
        "27.0 | 27",
        "1e3 | 1000",
        "3E-2 | 0.03",
        "3e6 | 3 \\times 10^6",
        "5.784 \\times 10^{11} | 578400000000",
        "2.7×10^9 | 2.7 \\times 10^{9}",
        "10^{-5} | 0.00001",
        "１２ | 12",
        "5 million | 5,000,000",
        "3万 | 30000",
        "1.5亿元 | 150000000",
        "109,200,000 | 109200000",
        // notation
        "$18 | 18",
        "\\$18 | 18",
        "$$42$$ | 42",
        "\\(42\\) | 42",
        "\\[42\\] | 42",
        "**42** | 42",
        "`42` | 42",
        "\\textbf{(540)} | 540",
        "(5) | 5",
        "{5} | 5",
        "\\left(3,0\\right) | (3, 0)",
        "x^{2} | x^2",
        "2 \\pi | 2π",
        "\\sqrt3 | \\sqrt{3}",
        "1-5\\mathrm{i} | 1-5i",
        "x \\geq -3 | x≥-3",
        "（-2，5） | (-2,5)",
        // units
        "12 apples | 12",
        "12 | 12 apples",
        "12 apples | 12 apple",
        "18 dollars per day | 18",
        "5 cm | 5",
        "5cm | 5.0 cm",
        "5\\text{ cm} | 5",
        "6.5 \\mathrm{~m} | 6.5 m",
        "12个 | 12",
        "30千米/小时 | 30",
        "90^\\circ | 90",
        "90^{\\circ} | 90°",
        "90 degrees | 90°",
        "3 m/s | 3.0 m / s",
        "3x | 3.0x",
        // per cent
        "50% | 0.5",
        "50\\% | 1/2",
        "50% | 50",
        "50 | 50%",
        "50 percent | 50%",
        "12.5 \\% | 12.5%",
        "0.5% | 0.005",
        "100% | 1",
        // equations and lists
        "x = 5 | 5",
        "5 | x=5",
        "x = \\frac{1}{2} | x=0.5",
        "f(x) = 3 | 3",
        "答案 = 3 | 3",
        "1, 2 | 1,2",
        "5; 10 | $5$;$10$",
        "(0.5, 1) | (\\frac{1}{2}, 1.0)",
        "[0, 2) | [0,2)",
        "\\{1, 2\\} | \\{1,2.0\\}",
        "3、4 | 3,4",
        // choices
        "(A) | A",
        "A | (A)",
        "a | A",
        "A. | A",
        "[B] | B",
        "【C】 | C",
        "\\text{(D)} | D",
        "B. 12 apples | B",
        "B) 12 | B",
        "(B) 12 | B",
        "C、第一象限 | C",
        "Option B | B",
        "选B | B",
        "A, C | AC",
        "A和C | AC",
        // words
        "True | true",
        "no | No",
        "First  quadrant. | first quadrant",
        "第 1 象限 | 第1象限",
        "C_2H_5OH | C_2H_5OH"
      })
  void theSame(String answer, String reference) {
    assertTrue(AnswerCheck.same(answer, reference));
    if (!reference.matches("\\(?[A-Z]\\)?|AC")) {
      assertTrue(AnswerCheck.same(reference, answer), "turned round");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12 | 13",
        "5 | -5",
        "0.33 | 1/3",
        "1/0 | 1/0.0",
        "11/2 | 1 1/2",
        "3½ | 31/2",
        "10² | 102",
        "1,234 | 1, 234",
        "(1,234) | 1234",
        "1 234 | 1234",
        "1,23 | 123",
        "82,4564 | 824564",
        "1e3 | 13",
        "10^5 | 105",
        "2^{10} | 210",
        "5! | 5",
        "5 million | 5",
        "5 thousands | 5",
        "3万 | 3",
        "3千 | 3",
        "5 meters | 5 cm",
        "12 apples | 12 pears",
        "12 apples and 5 pears | 12",
        "3 or 4 | 3",
        "3 squared | 3",
        "2 thirds | 2",
        "3 pi | 3",
        "3\\pi | 3",
        "3x | 3",
        "3 m | 3",
        "2i | 2",
        "3xy | 3",
        "0.5% | 0.5",
        "50% | 5",
        "50% | 500",
        "5成 | 5",
        "6\\sqrt{3} | 6",
        "3:30 | 3",
        "x = 5 | y = 5",
        "x = 5 | 6",
        "x > 5 | 5",
        "1,2 | 2,1",
        "1,2 | 1,2,3",
        "(0,1) | [0,1]",
        "[0,2) | [0,2]",
        "(-\\infty,0)\\cup(0,1] | (-\\infty,1]",
        "B | A",
        "(B) | A",
        "A, B | A",
        "A、B | A",
        "A. B | A",
        "AB | A",
        "A | AC",
        "AA | Aa",
        "Co | CO",
        "True | False",
        "\\Delta | \\delta",
        "a day | A",
        "'' | ''",
        "' ' | 5",
        "$ | $",
        ". | ."
      })
  void notTheSame(String answer, String reference) {
    assertFalse(AnswerCheck.same(answer, reference));
    assertFalse(AnswerCheck.same(reference, answer), "turned round");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "שלוש", "\\frac{", "\\text{", "}{", "((((", "=", "%", "1/"})
  void oddTextIsItselfAndNothingElse(String text) {
    assertTrue(AnswerCheck.same(text + "q", text + "q"));
    assertFalse(AnswerCheck.same(text + "q", "q"));
  }

  @Test
  void beyondTwoThousandUnitsTextMustBeAlike() {
    String digits = "7".repeat(2000);
    assertTrue(AnswerCheck.same(digits, digits));
    assertTrue(AnswerCheck.same("+" + digits.substring(1), digits.substring(1)));
    assertFalse(AnswerCheck.same("+" + digits, digits));
    assertTrue(AnswerCheck.same(" " + digits + "7 ", digits + "7"));
  }

  @Test
  void deeplyNestedBracketsComeToAnEnd() {
    String deep = "(".repeat(900) + "1,2" + ")".repeat(900);
    assertTrue(AnswerCheck.same(deep, deep));
    assertFalse(AnswerCheck.same(deep, deep.replace('2', '3')));
  }
}
