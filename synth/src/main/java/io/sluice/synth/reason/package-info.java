/**
 * Reasoning written by a language model for questions with known answers, with rejection sampling.
 * Plain code: {@link io.sluice.synth.reason.ReasoningSource} is a source like any other and what
 * jobs call; {@link io.sluice.synth.reason.ReasoningReading} asks and keeps the order, {@link
 * io.sluice.synth.reason.ReasoningCheck} judges, {@link io.sluice.synth.reason.Repetition} measures
 * loops.
 */
package io.sluice.synth.reason;
