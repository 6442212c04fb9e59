package io.sluice.filters.lang;

/**
 * What a language score is computed from.
 *
 * @param probability of the label among those that are written in the text's script
 * @param first the fastText model's own probability of it
 * @param second the second model's, the same as the first's where it was not asked
 * @param density known words and n-grams a letter
 * @param mass of the labels that are written in that script
 * @param weight letters of prose in that script, a Chinese, Japanese or Korean one for three
 * @param letters the same, each counting once
 * @param agreement mean probability of the label in the parts of the text to the greatest of them
 * @param scriptShare share of the script in the letters of prose
 * @param proseShare share of prose in all letters
 * @param letterShare share of letters in what is no white space
 */
record Evidence(
    double probability,
    double first,
    double second,
    double density,
    double mass,
    double weight,
    double letters,
    double agreement,
    double scriptShare,
    double proseShare,
    double letterShare) {}
