/**
 * Identification of natural languages. Knows no Spark.
 *
 * <ul>
 *   <li>{@link io.sluice.filters.lang.LanguageConfig}: the configuration section.
 *   <li>{@link io.sluice.filters.lang.LanguageModel}: the embedded model or the user's, shared by
 *       the JVM.
 *   <li>{@link io.sluice.filters.lang.LanguageIdentifier}: text to language; one a thread. Called
 *       by the web and papers passes.
 *   <li>{@link io.sluice.filters.lang.Language}: code, script and score.
 *   <li>Inside: {@code ProseReader} (the pieces of a text that are looked at), {@code Scripts},
 *       {@code ScriptCounts}, {@code HanVariants} (writing systems), {@code Labels} (a model's
 *       labels as ISO codes), {@code SecondOpinion} and {@code NgramModel} (OpenNLP's weights),
 *       {@code Evidence} and {@code Confidence} (the score).
 * </ul>
 *
 * <p>How good it is: {@code docs/languages.md}.
 */
package io.sluice.filters.lang;
