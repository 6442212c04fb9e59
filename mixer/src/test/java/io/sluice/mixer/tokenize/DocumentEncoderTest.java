package io.sluice.mixer.tokenize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.model.Kind;
import io.sluice.ingest.model.Role;
import io.sluice.ingest.model.Segment;
import io.sluice.ingest.text.Draw;
import it.unimi.dsi.fastutil.io.FastByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DocumentEncoderTest {
  private static final TokenizerConfig CONFIG = TokenizerConfig.of("cl100k_base");

  private static String decoded(TokenSequence tokens) {
    return CONFIG.tokenizer().decode(IntStream.range(0, tokens.length()).map(tokens::id).toArray());
  }

  private static boolean allLoss(TokenSequence tokens) {
    return IntStream.range(0, tokens.length()).allMatch(tokens::loss);
  }

  @Test
  void textEndsWithTheEndOfDocumentAndCarriesLoss() {
    DocumentEncoder encoder = new DocumentEncoder(CONFIG, MiddleFiller.NONE);
    TokenSequence tokens = encoder.encode(Kind.WEB, "a", 0, "one two", null);
    assertEquals("one two<|endoftext|>", decoded(tokens));
    assertTrue(allLoss(tokens));
    assertEquals("<|endoftext|>", decoded(encoder.encode(Kind.CODE, "a", 0, "", List.of())));
  }

  @Test
  void codeIsCutWhereTheFillerSays() {
    MiddleFiller filler =
        (id, epoch, text) -> epoch == 2 ? null : new MiddleFiller.Cuts(2, 5, epoch == 1);
    DocumentEncoder encoder = new DocumentEncoder(CONFIG, filler);
    String text = "ab(c)de";
    TokenSequence prefixFirst = encoder.encode(Kind.CODE, "a", 0, text, null);
    assertEquals(
        "<|code_prefix|>ab<|code_suffix|>de<|code_middle|>(c)<|endoftext|>", decoded(prefixFirst));
    assertTrue(allLoss(prefixFirst));
    assertEquals(
        "<|code_prefix|><|code_suffix|>de<|code_middle|>ab(c)<|endoftext|>",
        decoded(encoder.encode(Kind.CODE, "a", 1, text, null)));
    assertEquals(text + "<|endoftext|>", decoded(encoder.encode(Kind.CODE, "a", 2, text, null)));
    assertEquals(text + "<|endoftext|>", decoded(encoder.encode(Kind.REPO, "a", 0, text, null)));
  }

  @Test
  void onlySourceCodeIsCut() {
    List<Segment> dialogue = List.of(new Segment(Role.USER, "hi", false));
    DocumentEncoder encoder =
        new DocumentEncoder(CONFIG, (id, epoch, text) -> new MiddleFiller.Cuts(0, 1, false));
    assertNotNull(encoder.cuts(Kind.CODE, "a", 0, "hi", null));
    assertNull(encoder.cuts(Kind.WEB, "a", 0, "hi", null));
    assertNull(encoder.cuts(Kind.CODE, "a", 0, "hi", dialogue));
  }

  @Test
  void sequencesSurviveTheirByteForm() {
    for (int seed = 0; seed < 50; seed++) {
      int length = seed * 7;
      int[] ids = new int[length];
      byte[] loss = new byte[length];
      for (int i = 0; i < length; i++) {
        long bits = Draw.bits(seed, "ids", Integer.toString(i));
        ids[i] = (int) (bits >>> 33 >>> Math.floorMod(bits, 17));
        loss[i] = (byte) (bits >>> 7 & bits >>> 9 & 1);
      }
      for (TokenSequence tokens :
          List.of(new TokenSequence(ids, null), new TokenSequence(ids, loss))) {
        FastByteArrayOutputStream out = new FastByteArrayOutputStream();
        TokenCodec.write(tokens, out);
        ByteBuffer in = ByteBuffer.wrap(out.array, 0, (int) out.position());
        assertEquals(length, TokenCodec.length(in));
        assertEquals(tokens, TokenCodec.read(in), "seed " + seed);
        assertEquals(0, in.remaining());
      }
    }
  }
}
