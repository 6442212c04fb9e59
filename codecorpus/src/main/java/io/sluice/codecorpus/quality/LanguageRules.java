package io.sluice.codecorpus.quality;

import io.sluice.ingest.model.Measures;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.model.Signal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Everything that the rules know about one language.
 *
 * @param syntax its comments and strings
 * @param boilerplate what lines of imports, accessors and the like begin with, after indentation
 * @param minifiedMeanLine mean characters of a line over which a file counts as minified; infinite
 *     where the language is not minified
 * @param limits what a file must keep to
 * @param score how good a file is
 */
public record LanguageRules(
    CommentSyntax syntax,
    List<Pattern> boilerplate,
    double minifiedMeanLine,
    CodeLimits limits,
    QualityScore score) {
  public LanguageRules {
    Objects.requireNonNull(syntax, "syntax");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(score, "score");
    boilerplate = List.copyOf(boilerplate);
  }

  /** Why a file with these signals is turned away, or none. */
  public Optional<Verdict> judge(Measures<Signal> signals) {
    float mean = signals.get(Signal.MEAN_LINE_LENGTH);
    if (mean > minifiedMeanLine) {
      return Optional.of(
          new Verdict(Reason.CODE_MINIFIED, "mean line " + mean + " over " + minifiedMeanLine));
    }
    return limits.judge(signals);
  }
}
