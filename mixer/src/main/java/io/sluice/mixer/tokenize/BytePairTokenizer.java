package io.sluice.mixer.tokenize;

import com.knuddels.jtokkit.api.Encoding;
import it.unimi.dsi.fastutil.objects.Object2IntLinkedOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2IntMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The public vocabularies {@code cl100k_base} and {@code o200k_base} (their files come with
 * jtokkit), encoded by {@link BytePairEncoder}, with Sluice's own special tokens after the
 * vocabulary's own: from 100,277 and 200,019 on. The end of a document is {@code <|endoftext|>}.
 */
public final class BytePairTokenizer implements Tokenizer {
  /** Names that {@link #named} knows. */
  public static final List<String> NAMES = List.of("cl100k_base", "o200k_base");

  private static final String PROBE =
      "It's 2,048 tokens\u00a0— naïve  \n\n\tdef f(x): return x**2 // {}\r\n"
          + "你好，世界。 привет мир עולם \uD83D\uDE00 e\u0301 <|endoftext|> '''LL'd";

  /** Loaded when first asked for, once a process: a vocabulary takes tens of megabytes. */
  private static final class Cl100k {
    static final BytePairTokenizer INSTANCE =
        new BytePairTokenizer("cl100k_base", new Cl100kSplitter(), 100_257, 100_277);
  }

  private static final class O200k {
    static final BytePairTokenizer INSTANCE =
        new BytePairTokenizer("o200k_base", new O200kSplitter(), 199_999, 200_019);
  }

  private final String name;
  private final Vocabulary vocabulary;
  private final ThreadLocal<BytePairEncoder> encoders;
  private final int endOfDocument;
  private final int firstAdded;
  private final Object2IntMap<String> specials;
  private final String fingerprint;

  private BytePairTokenizer(String name, Splitter splitter, int endOfDocument, int firstAdded) {
    this.name = name;
    this.endOfDocument = endOfDocument;
    this.firstAdded = firstAdded;
    this.specials = new Object2IntLinkedOpenHashMap<>();
    specials.defaultReturnValue(-1);
    specials.put(Specials.END_OF_TEXT, endOfDocument);
    for (String special : Specials.ADDED) {
      specials.put(special, firstAdded + specials.size() - 1);
    }
    byte[] file = file(name);
    this.vocabulary = Vocabulary.tiktoken(file);
    this.encoders = ThreadLocal.withInitial(() -> new BytePairEncoder(vocabulary, splitter));
    this.fingerprint = fingerprint(file);
  }

  /**
   * The tokenizer of a vocabulary.
   *
   * @throws IllegalArgumentException if the name is not in {@link #NAMES}
   */
  public static Tokenizer named(String name) {
    return switch (name) {
      case "cl100k_base" -> Cl100k.INSTANCE;
      case "o200k_base" -> O200k.INSTANCE;
      default ->
          throw new IllegalArgumentException(
              "name: got " + name + ", allowed " + String.join(", ", NAMES));
    };
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public int vocabularySize() {
    return firstAdded + Specials.ADDED.size();
  }

  @Override
  public int endOfDocument() {
    return endOfDocument;
  }

  @Override
  public int special(String special) {
    int id = specials.getInt(special);
    if (id < 0) {
      throw new IllegalArgumentException(name + " has no special token '" + special + "'");
    }
    return id;
  }

  @Override
  public int[] encodeOrdinary(String text) {
    byte[] utf8 = Surrogates.mended(text).getBytes(StandardCharsets.UTF_8);
    return encoders
        .get()
        .encode(Arrays.copyOf(utf8, utf8.length + Vocabulary.PADDING), utf8.length);
  }

  @Override
  public String decode(int[] ids) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(ids.length * 4);
    for (int id : ids) {
      bytes.writeBytes(
          id >= 0 && id < vocabulary.size()
              ? vocabulary.bytes(id)
              : special(id).getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private String special(int id) {
    for (Object2IntMap.Entry<String> special : specials.object2IntEntrySet()) {
      if (special.getIntValue() == id) {
        return special.getKey();
      }
    }
    throw new IllegalArgumentException(
        "id: got " + id + ", allowed 0.." + (vocabularySize() - 1) + " in " + name);
  }

  private static byte[] file(String name) {
    String path = "/com/knuddels/jtokkit/" + name + ".tiktoken";
    try (InputStream ranks = Encoding.class.getResourceAsStream(path)) {
      return ranks.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the vocabulary " + path, e);
    }
  }

  private String fingerprint(byte[] file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(name.getBytes(StandardCharsets.UTF_8));
      digest.update(file);
      digest.update(specials.toString().getBytes(StandardCharsets.UTF_8));
      // The vocabulary's bytes do not say how text is split before merging; a probe does.
      int[] probe = encodeOrdinary(PROBE);
      digest.update(Arrays.toString(probe).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
