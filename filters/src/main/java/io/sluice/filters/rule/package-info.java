/**
 * Rule filters: Gopher quality, Gopher repetition, FineWeb, C4, RefinedWeb, lists of the user's.
 * First measure, then decide: every number is stored as a {@link io.sluice.ingest.model.Signal},
 * thresholds turn numbers into a verdict, and moving a threshold needs no second look at the text.
 * Knows no Spark.
 *
 * <p>Called by the web and papers passes and by {@code synth}:
 *
 * <ul>
 *   <li>{@link io.sluice.filters.rule.RuleConfig}: the configuration section.
 *   <li>{@link io.sluice.filters.rule.RuleSet}: the thresholds of every language; judges signals.
 *   <li>{@link io.sluice.filters.rule.TextMeasures}: fills the signals of a text; one a thread.
 *   <li>{@link io.sluice.filters.rule.Verdict}: keep, or the rule that failed and its figures.
 * </ul>
 *
 * <p>Inside: {@code Rule} (one constant a rule, in the order of judging), {@code Family}, {@code
 * Bounds}, {@code Thresholds} (one YAML file), {@code ThresholdLoader}, {@code LanguageRules},
 * {@code BlockLists}; {@code LineMeasures}, {@code WebLines} (with {@code NoticeFinder}), {@code
 * Tokens} and {@code NgramMeasures} measure, {@code CountTable}, {@code Duplicates} and {@code
 * Characters} serve them.
 *
 * <p>Definitions follow datatrove 0.10 (its {@code GopherQualityFilter}, {@code
 * GopherRepetitionFilter} and {@code FineWebQualityFilter}), for which FineWeb's and FineWeb-2's
 * thresholds were tuned; words are Sluice's own, so that ratios over words differ a little.
 */
package io.sluice.filters.rule;
