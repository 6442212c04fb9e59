package io.sluice.dedup.sketch;

import io.sluice.ingest.text.Words;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Words by one of Lucene's tokenizers. Keeps its tokenizer: one a thread. */
final class LuceneWords {
  private final Tokenizer tokenizer;
  private final OffsetAttribute offsets;

  /**
   * @throws IllegalArgumentException for the analysis that is not Lucene's
   */
  LuceneWords(Analysis analysis) {
    tokenizer = tokenizer(analysis);
    offsets = tokenizer.getAttribute(OffsetAttribute.class);
  }

  /** A tokenizer as this analysis uses it. */
  static Tokenizer tokenizer(Analysis analysis) {
    return switch (analysis) {
      case STANDARD -> new StandardTokenizer();
      case ICU -> new ICUTokenizer(new DefaultICUTokenizerConfig(true, true));
      case WORDS ->
          throw new IllegalArgumentException("analysis: got WORDS, which is not Lucene's");
    };
  }

  Words split(String text) {
    int[] starts = new int[64];
    int[] ends = new int[64];
    int count = 0;
    try {
      tokenizer.setReader(new StringReader(text));
      tokenizer.reset();
      while (tokenizer.incrementToken()) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
          ends = Arrays.copyOf(ends, count * 2);
        }
        starts[count] = offsets.startOffset();
        ends[count++] = offsets.endOffset();
      }
      tokenizer.end();
      tokenizer.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot happen: read from memory", e);
    }
    return new Words(text, starts, ends, count);
  }
}
