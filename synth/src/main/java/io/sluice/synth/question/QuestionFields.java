package io.sluice.synth.question;

import io.sluice.ingest.config.Key;
import java.io.Serializable;

/** Which fields of a JSON line hold what. */
public record QuestionFields(
    @Key(doc = "field of the question", preset = "question") String question,
    @Key(doc = "field of the reference answer", preset = "answer") String answer,
    @Key(doc = "field of the subject; may be absent in the file", preset = "subject")
        String subject)
    implements Serializable {}
