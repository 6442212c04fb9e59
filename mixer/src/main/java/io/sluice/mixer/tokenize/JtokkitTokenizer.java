package io.sluice.mixer.tokenize;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import com.knuddels.jtokkit.api.IntArrayList;
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
 * The public vocabularies {@code cl100k_base} and {@code o200k_base}, by jtokkit, with Sluice's own
 * special tokens after the vocabulary's own: from 100,277 and 200,019 on. The end of a document is
 * {@code <|endoftext|>}.
 */
public final class JtokkitTokenizer implements Tokenizer {
  /** Names that {@link #named} knows. */
  public static final List<String> NAMES = List.of("cl100k_base", "o200k_base");

  /** In UTF-16 units. Ids depend on it only in runs of 16,384 and more without a safe place. */
  private static final int CHUNK = 32_768;

  private static final String PROBE =
      "It's 2,048 tokens\u00a0— naïve  \n\n\tdef f(x): return x**2 // {}\r\n"
          + "你好，世界。 привет мир עולם \uD83D\uDE00 e\u0301 <|endoftext|> '''LL'd";

  /** Loaded when first asked for, once a process: a vocabulary takes tens of megabytes. */
  private static final class Cl100k {
    static final JtokkitTokenizer INSTANCE =
        new JtokkitTokenizer(EncodingType.CL100K_BASE, 100_257, 100_277);
  }

  private static final class O200k {
    static final JtokkitTokenizer INSTANCE =
        new JtokkitTokenizer(EncodingType.O200K_BASE, 199_999, 200_019);
  }

  private final Encoding encoding;
  private final int endOfDocument;
  private final int firstAdded;
  private final Object2IntMap<String> specials;
  private final String fingerprint;

  private JtokkitTokenizer(EncodingType type, int endOfDocument, int firstAdded) {
    this.encoding = Encodings.newLazyEncodingRegistry().getEncoding(type);
    this.endOfDocument = endOfDocument;
    this.firstAdded = firstAdded;
    this.specials = new Object2IntLinkedOpenHashMap<>();
    specials.defaultReturnValue(-1);
    specials.put(Specials.END_OF_TEXT, endOfDocument);
    for (String name : Specials.ADDED) {
      specials.put(name, firstAdded + specials.size() - 1);
    }
    this.fingerprint = fingerprint("/com/knuddels/jtokkit/" + type.getName() + ".tiktoken");
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
    return encoding.getName();
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
  public int special(String name) {
    int id = specials.getInt(name);
    if (id < 0) {
      throw new IllegalArgumentException(name() + " has no special token '" + name + "'");
    }
    return id;
  }

  @Override
  public int[] encodeOrdinary(String text) {
    return encodeOrdinary(text, CHUNK);
  }

  /** As {@link #encodeOrdinary(String)} with chunks of this length, in UTF-16 units. */
  int[] encodeOrdinary(String text, int chunk) {
    String whole = Chunks.wellFormed(text);
    if (whole.length() <= chunk) {
      return encoding.encodeOrdinary(whole).toArray();
    }
    int[] ids = new int[whole.length() / 3 + 16];
    int count = 0;
    for (int from = 0; from < whole.length(); ) {
      int end = Chunks.end(whole, from, chunk);
      int[] part = encoding.encodeOrdinary(whole.substring(from, end)).toArray();
      if (count + part.length > ids.length) {
        ids = Arrays.copyOf(ids, Math.max(count + part.length, ids.length + (ids.length >> 1)));
      }
      System.arraycopy(part, 0, ids, count, part.length);
      count += part.length;
      from = end;
    }
    return Arrays.copyOf(ids, count);
  }

  @Override
  public String decode(int[] ids) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(ids.length * 4);
    IntArrayList ordinary = new IntArrayList();
    for (int id : ids) {
      if (id < firstAdded) {
        ordinary.add(id);
      } else {
        bytes.writeBytes(encoding.decodeBytes(ordinary));
        ordinary.clear();
        bytes.writeBytes(addedName(id).getBytes(StandardCharsets.UTF_8));
      }
    }
    bytes.writeBytes(encoding.decodeBytes(ordinary));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private String addedName(int id) {
    if (id >= vocabularySize()) {
      throw new IllegalArgumentException(
          "id: got " + id + ", allowed 0.." + (vocabularySize() - 1) + " in " + name());
    }
    return Specials.ADDED.get(id - firstAdded);
  }

  private String fingerprint(String vocabulary) {
    try (InputStream ranks = Encoding.class.getResourceAsStream(vocabulary)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(name().getBytes(StandardCharsets.UTF_8));
      digest.update(ranks.readAllBytes());
      digest.update(specials.toString().getBytes(StandardCharsets.UTF_8));
      // The vocabulary's bytes do not say how text is split before merging; a probe does.
      int[] probe = encodeOrdinary(PROBE, CHUNK);
      digest.update(Arrays.toString(probe).getBytes(StandardCharsets.UTF_8));
      digest.update(("chunk " + CHUNK).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the vocabulary " + vocabulary, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
