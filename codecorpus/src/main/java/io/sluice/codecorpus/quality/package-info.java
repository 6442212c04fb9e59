/**
 * Quality of source files: what is measured, which files are turned away, and a score. Pure
 * functions on text; called by {@code codecorpus.repo} and, for the tiers, by whoever cuts them.
 *
 * <ul>
 *   <li>{@link io.sluice.codecorpus.quality.CodeRules}: the rules of every language, from {@code
 *       code_rules.yaml}; {@link io.sluice.codecorpus.quality.LanguageRules}: those of one.
 *   <li>{@link io.sluice.codecorpus.quality.CodeMeter}: measures a file's signals, with {@link
 *       io.sluice.codecorpus.quality.Lexer} telling code, comments and strings apart by a {@link
 *       io.sluice.codecorpus.quality.CommentSyntax}.
 *   <li>{@link io.sluice.codecorpus.quality.CodeLimits}: the limits that reject a file; {@link
 *       io.sluice.codecorpus.quality.Range}: one limit; {@link
 *       io.sluice.codecorpus.quality.Verdict}: why a file is turned away.
 *   <li>{@link io.sluice.codecorpus.quality.PathRules}: what a path or a header says: vendored,
 *       generated, lock file, binary.
 *   <li>{@link io.sluice.codecorpus.quality.QualityScore}: the score; {@link
 *       io.sluice.codecorpus.quality.Trapezoid}: one part of it. The recipe cuts tiers from it.
 * </ul>
 *
 * <p>The score is rule-based: a weighted mean of how well measured signals fit ranges that were
 * chosen by hand for each language. It knows the form of code, not what the code does, and has not
 * been compared with marks that people gave. It finds poor form; well-kept code saturates it (half
 * of Guava's files score over 0.95). A model trained on such marks takes its place in a later
 * release; the column stays the same.
 */
package io.sluice.codecorpus.quality;
