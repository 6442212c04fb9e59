package io.sluice.jobs.wiring;

import io.sluice.ingest.jsonl.JsonlSource;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.run.InputFiles;
import io.sluice.ingest.stage.InputItem;
import java.io.IOException;
import java.util.List;

/** Texts that others have extracted, as JSON lines, to documents; no rule turns any away. */
final class JsonlJob extends SourceJob {
  @Override
  public String name() {
    return "jsonl";
  }

  @Override
  public String description() {
    return "Reads JSON lines with id and text: language, score, MinHash signature; no rules.";
  }

  @Override
  String stage() {
    return "jsonl-1";
  }

  @Override
  List<InputItem> find(String source, String path, JobContext context) throws IOException {
    return InputFiles.find(source, path, context.run().hadoop());
  }

  @Override
  Settings settings(JobContext context) throws IOException {
    JsonlSection jsonl = context.pipeline().jsonl();
    if (jsonl == null) {
      return null;
    }
    TextPass.Settings text = TextPass.Settings.unjudged(context.pipeline());
    return new Settings(
        jsonl.inputs(),
        jsonl.filesPerPart(),
        jsonl.maxFailed(),
        Kind.WEB,
        List.of(
            context.pipeline().tokenizer(),
            context.pipeline().sketch(),
            context.pipeline().language(),
            NamedFiles.hashes(context.pipeline().language().model())),
        new FinishedSource(new JsonlSource(), text));
  }
}
