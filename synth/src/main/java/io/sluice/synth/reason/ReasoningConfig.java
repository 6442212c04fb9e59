package io.sluice.synth.reason;

import io.sluice.ingest.config.Key;
import io.sluice.synth.question.QuestionFields;
import java.io.Serializable;

/** How reasoning is asked for and judged. */
public record ReasoningConfig(
    @Key(doc = "where question and answer stand in a JSON line", preset = "{}")
        QuestionFields fields,
    @Key(doc = "answers asked for each question", preset = "1", min = 1, max = 64) int samples,
    @Key(
            doc = "fewest characters (code points) of reasoning and answer together",
            preset = "80",
            min = 0)
        int minChars,
    @Key(
            doc = "greatest share of the text's 20-character pieces that stood in it before",
            preset = "0.4",
            min = 0,
            max = 1)
        double maxRepetition,
    @Key(
            doc = "instruction file in place of the packaged one; it holds {question}",
            preset = "null")
        String promptFile,
    @Key(doc = "seed of the samples", preset = "0") long seed)
    implements Serializable {}
