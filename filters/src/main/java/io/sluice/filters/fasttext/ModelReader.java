package io.sluice.filters.fasttext;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Reads fastText's model file, versions 11 and 12. */
final class ModelReader {
  private static final int MAGIC = 793712314;
  private static final int SUPERVISED = 3;

  /** Rows decoded to floats at once when that takes at most so many of them: 256 MB. */
  private static final long DECODED_FLOATS = 1L << 26;

  /** A zero byte, a count and a kind. */
  private static final int SMALLEST_ENTRY = 10;

  private final LittleEndian in;
  private int words;
  private long kept;

  private ModelReader(InputStream in, long size) {
    this.in = new LittleEndian(in, size);
  }

  /**
   * Reads a model.
   *
   * @param size bytes that the stream holds
   * @throws IOException if the bytes are no supervised model, or end too early
   */
  static FastTextModel read(InputStream in, long size) throws IOException {
    try {
      return new ModelReader(in, size).model();
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new IOException("no sound fastText model: " + e.getMessage(), e);
    }
  }

  private FastTextModel model() throws IOException {
    Settings settings = settings();
    Vocabulary vocabulary = vocabulary();
    Subwords subwords = subwords(settings.buckets());
    boolean quantized = in.bool();
    if (!quantized && kept >= 0) {
      throw new IOException("a pruned model whose input is not quantised");
    }
    InputMatrix input = quantized ? quantizedInput(settings) : dense();
    boolean outputQuantized = in.bool() && quantized;
    DenseMatrix output = outputQuantized ? new QuantizedMatrix(in).decode() : dense();
    long rows = words + (kept >= 0 ? kept : settings.buckets());
    int least = vocabulary.labels().size() - (settings.loss() == 1 ? 1 : 0);
    if (output.columns() != settings.dimension()
        || output.rows() < least
        || (settings.loss() != Settings.HIERARCHICAL_SOFTMAX && output.rows() != least)
        || input.rows() < rows) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%d input rows for %d, %d output rows for %d labels, dimension %d for %d",
              input.rows(),
              rows,
              output.rows(),
              vocabulary.labels().size(),
              output.columns(),
              settings.dimension()));
    }
    return new FastTextModel(
        settings, vocabulary, subwords, input, layer(settings, vocabulary, output));
  }

  private static OutputLayer layer(Settings settings, Vocabulary vocabulary, DenseMatrix output) {
    return switch (settings.loss()) {
      case Settings.HIERARCHICAL_SOFTMAX ->
          new HierarchicalSoftmax(output, vocabulary.labels().size(), vocabulary::labelCount);
      case Settings.SOFTMAX -> new Softmax(output);
      case Settings.NEGATIVE_SAMPLING, Settings.ONE_VS_ALL -> new OneVsAll(output);
      default -> throw new IllegalArgumentException("loss " + settings.loss());
    };
  }

  private Settings settings() throws IOException {
    if (in.int32() != MAGIC) {
      throw new IOException("not a fastText model");
    }
    int version = in.int32();
    if (version != 11 && version != 12) {
      throw new IOException("version " + version + " of fastText's file, allowed 11 and 12");
    }
    int dimension = in.int32();
    in.int32(); // window
    in.int32(); // epochs
    in.int32(); // least count
    in.int32(); // negative samples
    int wordNgrams = in.int32();
    int loss = in.int32();
    int kind = in.int32();
    int buckets = in.int32();
    int minChars = in.int32();
    int maxChars = in.int32();
    in.int32(); // how often the learning rate changes
    in.float64(); // sampling threshold
    if (kind != SUPERVISED) {
      throw new IOException("word vectors without labels, no classifier");
    }
    return new Settings(
        dimension, wordNgrams, loss, buckets, minChars, version == 11 ? 0 : maxChars);
  }

  private Vocabulary vocabulary() throws IOException {
    int size = in.int32();
    words = in.int32();
    int labels = in.int32();
    in.int64(); // tokens
    kept = in.int64();
    if (words < 0 || labels < 1 || (long) words + labels != size || kept > Integer.MAX_VALUE) {
      throw new IOException(size + " entries, " + words + " words, " + labels + " labels");
    }
    in.expect(size, SMALLEST_ENTRY);
    byte[][] texts = new byte[words][];
    byte[][] names = new byte[labels][];
    long[] counts = new long[labels];
    for (int i = 0; i < size; i++) {
      byte[] entry = in.untilZero();
      long count = in.int64();
      boolean label = in.int8() != 0;
      if (label != i >= words) {
        throw new IOException("words and labels are not in order");
      }
      if (label) {
        names[i - words] = entry;
        counts[i - words] = count;
      } else {
        texts[i] = entry;
      }
    }
    return new Vocabulary(texts, names, counts);
  }

  private Subwords subwords(int buckets) throws IOException {
    if (kept < 0) {
      return new Subwords(words, buckets);
    }
    in.expect(kept, 8);
    int[] keys = new int[(int) kept];
    int[] places = new int[(int) kept];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = in.int32();
      places[i] = in.int32();
      if (keys[i] < 0 || keys[i] >= buckets || places[i] < 0 || places[i] >= kept) {
        throw new IOException("bucket " + keys[i] + " at " + places[i]);
      }
    }
    return new Subwords(words, buckets, keys, places);
  }

  private InputMatrix quantizedInput(Settings settings) throws IOException {
    QuantizedMatrix matrix = new QuantizedMatrix(in);
    if (matrix.columns() != settings.dimension()) {
      throw new IOException("input of dimension " + matrix.columns());
    }
    return matrix.values() <= DECODED_FLOATS ? matrix.decode() : matrix;
  }

  private DenseMatrix dense() throws IOException {
    long rows = in.int64();
    long columns = in.int64();
    if (rows < 0 || columns < 1 || columns > 1 << 16 || rows > (Integer.MAX_VALUE - 8) / columns) {
      throw new IOException("a matrix of " + rows + " by " + columns + ", allowed 2^31 values");
    }
    return new DenseMatrix(in.floats((int) (rows * columns)), (int) columns);
  }
}
