package io.sluice.jobs.wiring;

import io.sluice.codecorpus.repo.CodeSource;
import io.sluice.codecorpus.repo.Repositories;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.stage.InputItem;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.Path;

/** Directories and git repositories to file and repository documents. */
final class CodeJob extends SourceJob {
  @Override
  public String name() {
    return "code";
  }

  @Override
  public String description() {
    return "Reads directories and git repositories: files by tier, and whole repositories.";
  }

  @Override
  String stage() {
    return "code-1";
  }

  @Override
  List<InputItem> find(String source, String path, JobContext context) throws IOException {
    return Repositories.find(source, new Path(path), context.run().hadoop());
  }

  @Override
  Settings settings(JobContext context) throws IOException {
    CodeSection code = context.pipeline().code();
    if (code == null) {
      return null;
    }
    TextPass.Settings text = TextPass.Settings.unjudged(context.pipeline());
    return new Settings(
        code.inputs(),
        code.reposPerPart(),
        code.maxFailed(),
        Kind.CODE,
        List.of(
            code.files(),
            NamedFiles.hashes(code.files().thresholds()),
            context.pipeline().tokenizer(),
            context.pipeline().sketch()),
        new FinishedSource(CodeSource.of(code.files(), context.run().hadoop()), text));
  }
}
