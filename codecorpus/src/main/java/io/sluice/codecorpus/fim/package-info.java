/**
 * Fill-in-the-middle on text (Bavarian et al., arXiv 2207.14255): where a document is cut and in
 * which order its parts are written. Called by the mixer, which tokenizes the parts and places the
 * sentinels.
 *
 * <p>{@link io.sluice.codecorpus.fim.Fim} draws a plan; {@link io.sluice.codecorpus.fim.FimPlan} is
 * the two cuts; {@link io.sluice.codecorpus.fim.FimOrder} is PSM or SPM; {@link
 * io.sluice.codecorpus.fim.FimPart} is one sentinel or span of the written form.
 */
package io.sluice.codecorpus.fim;
