package io.sluice.codecorpus.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.sluice.codecorpus.data.DataFiles;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexerTest {
  private static final CodeRules RULES = CodeRules.of(DataFiles.packaged().parse(DataFiles.RULES));

  private static String kinds(String language, String text) {
    StringBuilder out = new StringBuilder();
    for (byte kind : Lexer.kinds(text, RULES.of(language).syntax())) {
      out.append(".cs".charAt(kind));
    }
    return out.toString();
  }

  /** Text with line ends written as ⏎; the marks are '.' code, 'c' comment, 's' string. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '§',
      value = {
        "java ¦ a=\"//\";//x ¦ ..ssss.ccc",
        "java ¦ a='\"';/*b*/ ¦ ..sss.ccccc",
        "java ¦ a='\\'';//b ¦ ..ssss.ccc",
        "java ¦ \"\"\"⏎//\"\"\"//x ¦ sssssssssccc",
        "java ¦ \"a⏎//b ¦ ss.ccc",
        "java ¦ /*a ¦ ccc",
        "c ¦ 1'000'000//x ¦ .........ccc",
        "python ¦ x=\"#\"#y ¦ ..ssscc",
        "python ¦ \"\"\"doc\"\"\"⏎x ¦ ccccccccc..",
        "python ¦ x=\"\"\"no\"\"\" ¦ ..ssssssss",
        "python ¦ f(⏎'''no''') ¦ ...ssssssss.",
        "python ¦ '''open⏎#c ¦ sssssss.cc",
        "shell ¦ echo $# #x ¦ ........cc",
        "shell ¦ a='#⏎#'#b ¦ ..sssss..",
        "rust ¦ &'a str//x ¦ .......ccc",
        "rust ¦ '\"';/*/**/*/x ¦ sss.cccccccc.",
        "go ¦ `//`//x ¦ ssssccc",
        "lua ¦ --[[a⏎b]]c ¦ ccccccccc.",
        "haskell ¦ {-{-a-}-}b ¦ ccccccccc.",
        "ruby ¦ =begin⏎a⏎=end⏎b ¦ ccccccccccccc..",
        "ruby ¦ x =begin ¦ ........",
        "html ¦ <a><!--b--> ¦ ...cccccccc",
        "sql ¦ 'it''s'--x ¦ sssssssccc",
        "visual basic ¦ x=\"'\"'y ¦ ..ssscc",
        "batchfile ¦ rem x ¦ ccccc",
        "batchfile ¦ set rem x ¦ .........",
        "markdown ¦ # \"x\" // ¦ ........",
        "javascript ¦ `a⏎//${b}`//c ¦ ssssssssssccc"
      })
  void delimitersAreTold(String language, String text, String expected) {
    assertEquals(expected, kinds(language, text.replace('⏎', '\n')), text);
  }

  @Test
  void emptyAndBrokenTextsAreLexed() {
    assertEquals("", kinds("java", ""));
    assertEquals("..", kinds("java", "\ud83dx"));
    assertEquals("s", kinds("python", "'"));
    assertEquals("ss", kinds("python", "'\\"));
  }

  @Test
  void unclosedDelimitersCostNoMoreThanTheText() {
    // a scan of the rest for each of a million quotes would take hours
    assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          for (String open : new String[] {"\"\"\" x\\", "'''", "/*", "'", "`", "\"", "# '"}) {
            for (String language : new String[] {"python", "javascript", "shell", "rust"}) {
              kinds(language, open.repeat(300_000));
              kinds(language, (open + "\n").repeat(300_000));
            }
          }
        });
  }
}
