package io.sluice.jobs.wiring;

import io.sluice.filters.llm.LlmConfig;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.run.InputFiles;
import io.sluice.ingest.stage.InputItem;
import io.sluice.synth.reason.ReasoningSource;
import java.io.IOException;
import java.util.List;

/** Questions with known answers to reasoning that a language model writes and Sluice verifies. */
final class SynthJob extends SourceJob {
  @Override
  public String name() {
    return "synth";
  }

  @Override
  public String description() {
    return "Has a language model reason about questions; keeps what reaches the known answer.";
  }

  @Override
  String stage() {
    return "synth-reasoning-1";
  }

  @Override
  List<InputItem> find(String source, String path, JobContext context) throws IOException {
    return InputFiles.find(source, path, context.run().hadoop());
  }

  @Override
  public void check(JobContext context) throws IOException {
    if (context.pipeline().llm() != null) {
      super.check(context);
    }
  }

  @Override
  public JobResult run(JobContext context) throws IOException {
    return context.pipeline().llm() == null
        ? JobResult.skipped(
            name(),
            "no language model is configured (llm.endpoint, llm.model); what the recipe takes from"
                + " it is a shortfall")
        : super.run(context);
  }

  @Override
  Settings settings(JobContext context) {
    SynthSection synth = context.pipeline().synth();
    if (synth == null) {
      return null;
    }
    LlmConfig llm = context.pipeline().llm();
    ReasoningSource source = ReasoningSource.of(llm, synth.reasoning());
    TextPass.Settings text = TextPass.Settings.unjudged(context.pipeline());
    return new Settings(
        synth.inputs(),
        synth.filesPerPart(),
        synth.maxFailed(),
        Kind.REASONING,
        List.of(
            llm.model(),
            llm.temperature(),
            llm.maxTokens(),
            source.prompt(),
            synth.reasoning(),
            context.pipeline().tokenizer()),
        new FinishedSource(source, text));
  }
}
