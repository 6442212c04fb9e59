/**
 * Checks answers wherever they can be checked: {@link io.sluice.synth.verify.FinalAnswer} finds the
 * answer in a text, {@link io.sluice.synth.verify.AnswerCheck} compares two. Behind it {@link
 * io.sluice.synth.verify.Notation} brings both to one notation, {@link
 * io.sluice.synth.verify.Quantity} with {@link io.sluice.synth.verify.Unit} and {@link
 * io.sluice.synth.verify.Rational} reads numbers, {@link io.sluice.synth.verify.Choice} letters of
 * multiple choice, and {@link io.sluice.synth.verify.Parts} lists.
 */
package io.sluice.synth.verify;
