package io.sluice.mixer.tokenize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import io.sluice.ingest.text.Draw;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BytePairTokenizerTest {
  private static final String[] ALPHABET = {
    "a",
    "Bc",
    "don",
    "'t",
    "'s",
    "'",
    "’",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\n\n",
    "\t",
    ".",
    ",",
    "/",
    "//",
    "12",
    "3456",
    "中文",
    "。",
    "世界",
    "é",
    "e\u0301",
    "\u0301",
    "\uD83D\uDE00",
    "мир",
    "עולם",
    "ก็",
    "हिन्दी",
    "_",
    "{",
    "}",
    "<|endoftext|>",
    "\u00a0",
    "\u3000",
    "\u200b",
    "İ",
    "Ⅷ",
    "²"
  };

  @Test
  void specialTokensFollowTheVocabulary() {
    Tokenizer cl100k = BytePairTokenizer.named("cl100k_base");
    Tokenizer o200k = BytePairTokenizer.named("o200k_base");

    assertEquals(100_257, cl100k.endOfDocument());
    assertEquals(100_257, cl100k.special("<|endoftext|>"));
    assertEquals(100_277, cl100k.special("<|code_prefix|>"));
    assertEquals(100_295, cl100k.special("</tool_response>"));
    assertEquals(100_296, cl100k.vocabularySize());
    assertEquals(199_999, o200k.endOfDocument());
    assertEquals(200_019, o200k.special("<|code_prefix|>"));
    assertEquals(200_038, o200k.vocabularySize());
    assertThrows(IllegalArgumentException.class, () -> cl100k.special("<|im_start|>"));
    assertThrows(IllegalArgumentException.class, () -> BytePairTokenizer.named("gpt2"));
  }

  /** Ids as OpenAI's tiktoken gives them. */
  @Test
  void knownTextsGetKnownIds() {
    assertArrayEquals(
        new int[] {15339, 1917},
        BytePairTokenizer.named("cl100k_base").encodeOrdinary("hello world"));
    assertArrayEquals(
        new int[] {24912, 2375},
        BytePairTokenizer.named("o200k_base").encodeOrdinary("hello world"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cl100k_base", "o200k_base"})
  void literalSpecialTokensStayOrdinaryText(String name) {
    Tokenizer tokenizer = BytePairTokenizer.named(name);
    for (String special : Specials.ADDED) {
      int[] ids = tokenizer.encodeOrdinary("x" + special + "y");
      assertEquals("x" + special + "y", tokenizer.decode(ids));
      for (int id : ids) {
        assertTrue(id < tokenizer.endOfDocument(), special);
      }
    }
    for (int id : tokenizer.encodeOrdinary("<|endoftext|><|endofprompt|><|fim_prefix|>")) {
      assertTrue(id < tokenizer.endOfDocument());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cl100k_base", "o200k_base"})
  void emptyTextHasNoTokens(String name) {
    assertArrayEquals(new int[0], BytePairTokenizer.named(name).encodeOrdinary(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cl100k_base", "o200k_base"})
  void unpairedSurrogatesBecomeReplacementCharacters(String name) {
    Tokenizer tokenizer = BytePairTokenizer.named(name);
    String[][] cases = {
      {"\uD800", "\uFFFD"},
      {"\uDC00\uD800", "\uFFFD\uFFFD"},
      {"a\uD83Db", "a\uFFFDb"},
      {"\uD83D\uD83D\uDE00\uDE00", "\uFFFD\uD83D\uDE00\uFFFD"},
    };
    for (String[] pair : cases) {
      assertEquals(pair[1], tokenizer.decode(tokenizer.encodeOrdinary(pair[0])));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cl100k_base", "o200k_base"})
  void decodeSpellsSpecialTokens(String name) {
    Tokenizer tokenizer = BytePairTokenizer.named(name);
    int[] ids = {
      tokenizer.special("<|user|>"), tokenizer.encodeOrdinary("中")[0], tokenizer.endOfDocument()
    };
    assertEquals("<|user|>中<|endoftext|>", tokenizer.decode(ids));
    assertThrows(
        IllegalArgumentException.class,
        () -> tokenizer.decode(new int[] {tokenizer.vocabularySize()}));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cl100k_base", "o200k_base"})
  void veryLongRunsWithoutSpacesTakeLinearTime(String name) {
    Tokenizer tokenizer = BytePairTokenizer.named(name);
    for (String unit : new String[] {"a", " ", "中"}) {
      String text = unit.repeat(1_000_000 / unit.length());
      int[] ids =
          Assertions.assertTimeout(
              Duration.ofSeconds(20), () -> tokenizer.encodeOrdinary(text), unit);
      assertEquals(text, tokenizer.decode(ids), unit);
    }
  }

  /** jtokkit is another reading of the same patterns. */
  @ParameterizedTest
  @EnumSource(
      value = EncodingType.class,
      names = {"CL100K_BASE", "O200K_BASE"})
  void idsAreThoseOfAnotherImplementation(EncodingType type) {
    Encoding reference = Encodings.newLazyEncodingRegistry().getEncoding(type);
    Tokenizer tokenizer = BytePairTokenizer.named(type.getName());
    for (int seed = 0; seed < 4000; seed++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 3 + seed % 60; i++) {
        long bits = Draw.bits(seed, "text", Integer.toString(i));
        text.append(ALPHABET[(int) Long.remainderUnsigned(bits, ALPHABET.length)]);
      }
      String whole = text.toString();
      assertArrayEquals(
          reference.encodeOrdinary(whole).toArray(), tokenizer.encodeOrdinary(whole), whole);
    }
  }

  /** As tiktoken 0.14 gives them: the long s folds to an s, so this is a contraction. */
  @Test
  void contractionsAreFoundInAnyCase() {
    Tokenizer cl100k = BytePairTokenizer.named("cl100k_base");
    assertArrayEquals(new int[] {87, 6, 129, 123, 64}, cl100k.encodeOrdinary("x'ſa"));
    assertArrayEquals(new int[] {87, 13575}, cl100k.encodeOrdinary("x'S"));
    assertArrayEquals(new int[] {15357, 17773}, cl100k.encodeOrdinary("don'T"));
  }

  @Test
  void fingerprintsTellVocabulariesApart() {
    String cl100k = BytePairTokenizer.named("cl100k_base").fingerprint();
    assertEquals(64, cl100k.length());
    assertEquals(cl100k, TokenizerConfig.of("cl100k_base").tokenizer().fingerprint());
    assertNotEquals(cl100k, BytePairTokenizer.named("o200k_base").fingerprint());
  }

  @Test
  void configurationRefusesWhatItDoesNotKnow() {
    assertEquals(
        "name: got gpt2, allowed cl100k_base, o200k_base",
        assertThrows(IllegalArgumentException.class, () -> TokenizerConfig.of("gpt2"))
            .getMessage());
    assertEquals(
        "template: got x, allowed glm-4.5-1",
        assertThrows(
                IllegalArgumentException.class,
                () -> new TokenizerConfig("cl100k_base", "x", false))
            .getMessage());
  }
}
