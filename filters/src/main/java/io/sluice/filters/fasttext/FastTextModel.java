package io.sluice.filters.fasttext;

import io.sluice.ingest.config.UserError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A supervised fastText model: {@code .bin} or {@code .ftz}, with hierarchical softmax, softmax,
 * one-vs-all or negative sampling, character and word n-grams, quantised and pruned or not.
 * Immutable. Floats on the heap: four bytes a parameter; a quantised input of over 256 MB stays
 * quantised.
 */
public final class FastTextModel {
  private final Settings settings;
  private final Vocabulary vocabulary;
  private final Subwords subwords;
  private final InputMatrix input;
  private final OutputLayer output;

  FastTextModel(
      Settings settings,
      Vocabulary vocabulary,
      Subwords subwords,
      InputMatrix input,
      OutputLayer output) {
    this.settings = settings;
    this.vocabulary = vocabulary;
    this.subwords = subwords;
    this.input = input;
    this.output = output;
  }

  /**
   * Loads a model file.
   *
   * @throws UserError if it cannot be read or is no supervised fastText model
   */
  public static FastTextModel load(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return ModelReader.read(in, Files.size(file));
    } catch (IOException e) {
      throw new UserError(
          "model " + file + ": " + e.getMessage(),
          "name a supervised fastText model, .bin or .ftz");
    }
  }

  /**
   * Reads a small model from a stream, which is left open.
   *
   * @throws IOException if the bytes are no supervised fastText model
   */
  public static FastTextModel read(InputStream in) throws IOException {
    byte[] bytes = in.readAllBytes();
    return ModelReader.read(new ByteArrayInputStream(bytes), bytes.length);
  }

  /** Labels without fastText's prefix; a label's number is its place here. */
  public List<String> labels() {
    return vocabulary.labels();
  }

  /** Numbers in a vector. */
  public int dimension() {
    return settings.dimension();
  }

  /**
   * Fills the probability of every label, as fastText gives them.
   *
   * @param vector mean of the token vectors, as {@link TextVector#mean} gives it
   * @param probabilities as long as the labels
   */
  public void probabilities(float[] vector, float[] probabilities) {
    output.all(vector, probabilities);
  }

  /**
   * Probability of one label.
   *
   * @param scratch as long as the labels; its contents are lost
   */
  public float probability(float[] vector, int label, float[] scratch) {
    return output.one(vector, label, scratch);
  }

  Settings settings() {
    return settings;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  Subwords subwords() {
    return subwords;
  }

  InputMatrix input() {
    return input;
  }
}
