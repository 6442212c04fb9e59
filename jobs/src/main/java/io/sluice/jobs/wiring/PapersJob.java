package io.sluice.jobs.wiring;

import io.sluice.ingest.model.Kind;
import io.sluice.ingest.paper.PaperSource;
import io.sluice.ingest.run.InputFiles;
import io.sluice.ingest.stage.InputItem;
import java.io.IOException;
import java.util.List;

/** LaTeX sources and plain text books to documents. */
final class PapersJob extends SourceJob {
  @Override
  public String name() {
    return "papers";
  }

  @Override
  public String description() {
    return "Reads papers (LaTeX) and books (plain text).";
  }

  @Override
  String stage() {
    return "papers-1";
  }

  @Override
  List<InputItem> find(String source, String path, JobContext context) throws IOException {
    return InputFiles.find(source, path, context.run().hadoop());
  }

  @Override
  Settings settings(JobContext context) throws IOException {
    PapersSection papers = context.pipeline().papers();
    if (papers == null) {
      return null;
    }
    TextPass.Settings text = TextPass.Settings.unjudged(context.pipeline());
    return new Settings(
        papers.inputs(),
        papers.filesPerPart(),
        papers.maxFailed(),
        Kind.PAPER,
        List.of(
            papers.limits(),
            context.pipeline().tokenizer(),
            context.pipeline().sketch(),
            context.pipeline().language(),
            NamedFiles.hashes(context.pipeline().language().model())),
        new FinishedSource(new PaperSource(papers.limits()), text));
  }
}
