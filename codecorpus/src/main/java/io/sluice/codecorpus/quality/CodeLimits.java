package io.sluice.codecorpus.quality;

import io.sluice.codecorpus.data.DataMap;
import io.sluice.ingest.model.Measures;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.model.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The limits of one language: a signal, the values it may have, and the reason a file is turned
 * away for. Published defaults: lines 10 to 100,000, longest line 1,000, mean line 5 to 100,
 * letters at least 0.5, digits at most 0.2, comments 0.01 to 0.8, hexadecimal words at most 0.4
 * (StarCoder2, arXiv 2402.19173; OpenCoder, arXiv 2411.04905; DeepSeek-Coder, arXiv 2401.14196).
 */
public final class CodeLimits {
  /** Keys of the data file in the order in which limits are tried. */
  static final List<String> KEYS =
      List.of(
          "lines",
          "max_line_length",
          "mean_line_length",
          "encoded",
          "hex_words",
          "letters",
          "digits",
          "comments");

  private record Limit(Signal signal, Range range, Reason reason) {}

  private final List<Limit> limits;

  private CodeLimits(List<Limit> limits) {
    this.limits = limits;
  }

  static CodeLimits of(DataMap data) {
    List<Limit> limits = new ArrayList<>();
    for (String key : KEYS) {
      limits.add(
          new Limit(
              Signal.valueOf(key.toUpperCase(Locale.ROOT)), Range.of(data, key), reason(key)));
    }
    return new CodeLimits(List.copyOf(limits));
  }

  private static Reason reason(String key) {
    return switch (key) {
      case "lines" -> Reason.CODE_LINES;
      case "max_line_length", "mean_line_length" -> Reason.CODE_LINE_LENGTH;
      case "encoded" -> Reason.CODE_ENCODED;
      case "hex_words" -> Reason.CODE_HEX;
      case "letters" -> Reason.CODE_ALPHABETIC;
      case "digits" -> Reason.CODE_DIGITS;
      case "comments" -> Reason.CODE_COMMENTS;
      default -> throw new IllegalStateException(key);
    };
  }

  /** The first limit that the signals break, or none. What was not measured breaks none. */
  public Optional<Verdict> judge(Measures<Signal> signals) {
    for (Limit limit : limits) {
      float value = signals.get(limit.signal());
      if (!limit.range().holds(value)) {
        return Optional.of(
            new Verdict(
                limit.reason(),
                limit.signal().id()
                    + " "
                    + value
                    + ", allowed "
                    + limit.range().min()
                    + " to "
                    + limit.range().max()));
      }
    }
    return Optional.empty();
  }
}
