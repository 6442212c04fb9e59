/**
 * Questions with known answers: {@link io.sluice.synth.question.QuestionLines} reads them from JSON
 * lines, {@link io.sluice.synth.question.QuestionFields} says which fields hold what.
 */
package io.sluice.synth.question;
