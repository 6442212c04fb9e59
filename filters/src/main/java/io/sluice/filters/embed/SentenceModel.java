package io.sluice.filters.embed;

import io.sluice.ingest.config.UserError;
import io.sluice.ingest.text.Hash128;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * Where a sentence model's two files are and how it is used.
 *
 * @param embedded whether the files are on the class path, else they are the user's
 * @param onnx resource or path of the network
 * @param tokenizer resource or path of its {@code tokenizer.json}
 * @param pooling how token vectors are joined
 * @param lowerCase whether texts are lower-cased first
 */
record SentenceModel(
    boolean embedded, String onnx, String tokenizer, Pooling pooling, boolean lowerCase) {

  /** English, 384 dimensions: sentence-transformers/all-MiniLM-L6-v2, int8, mean pooling. */
  static final SentenceModel MINILM =
      new SentenceModel(
          true,
          "/all-minilm-l6-v2-q.onnx",
          "/all-minilm-l6-v2-q-tokenizer.json",
          Pooling.MEAN,
          false);

  /**
   * Chinese, 512 dimensions: BAAI/bge-small-zh-v1.5, int8, CLS pooling. Its vocabulary has no
   * capital letters and its tokenizer does not lower them, hence the lower-casing here.
   */
  static final SentenceModel BGE_ZH =
      new SentenceModel(
          true,
          "/bge-small-zh-v1.5-q.onnx",
          "/bge-small-zh-v1.5-q-tokenizer.json",
          Pooling.CLS,
          true);

  /** Chinese and its kinds written in Han characters: ISO 639-3 codes, and 639-1 and 639-2 ones. */
  private static final Set<String> CHINESE =
      Set.of(
          "zh", "zho", "chi", "cmn", "yue", "wuu", "lzh", "hak", "nan", "gan", "hsn", "cdo", "cjy");

  /** The model for a language, null or unknown ones included; script and region are not read. */
  static SentenceModel of(EmbedConfig config, String lang) {
    if (config.model() != null) {
      return new SentenceModel(false, config.model(), config.tokenizer(), config.pooling(), false);
    }
    return isChinese(lang) ? BGE_ZH : MINILM;
  }

  private static boolean isChinese(String lang) {
    if (lang == null) {
      return false;
    }
    int end = 0;
    while (end < lang.length() && lang.charAt(end) != '_' && lang.charAt(end) != '-') {
      end++;
    }
    return CHINESE.contains(lang.substring(0, end).toLowerCase(Locale.ROOT));
  }

  /** The name that vectors carry; a user's file is named with a hash of what it holds. */
  String name(byte[] network) {
    int from = Math.max(onnx.lastIndexOf('/'), onnx.lastIndexOf('\\')) + 1;
    int end = onnx.endsWith(".onnx") ? onnx.length() - 5 : onnx.length();
    String stem = onnx.substring(from, end);
    return embedded
        ? stem
        : stem
            + "-"
            + Hash128.of(0, network).hex().substring(0, 8)
            + "-"
            + pooling.name().toLowerCase(Locale.ROOT);
  }

  byte[] networkBytes() {
    return read(onnx, "model");
  }

  byte[] tokenizerBytes() {
    return read(tokenizer, "tokenizer");
  }

  private byte[] read(String name, String key) {
    if (!embedded) {
      try {
        return Files.readAllBytes(Path.of(name));
      } catch (IOException e) {
        throw new UserError(
            key + ": cannot read " + name + " (" + e + ")",
            "name a file that every worker can read");
      }
    }
    try (InputStream in = SentenceModel.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + name, e);
    }
  }
}
