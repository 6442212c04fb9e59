package io.sluice.jobs.wiring;

import io.sluice.filters.rule.RuleSet;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.run.InputFiles;
import io.sluice.ingest.stage.InputItem;
import java.io.IOException;
import java.util.List;

/** WARC files to web documents, in one pass. */
final class WebJob extends SourceJob {
  @Override
  public String name() {
    return "web";
  }

  @Override
  public String description() {
    return "Reads WARC files: main text, language, rules, quality score, MinHash signature.";
  }

  @Override
  String stage() {
    return "web-1";
  }

  @Override
  List<InputItem> find(String source, String path, JobContext context) throws IOException {
    return InputFiles.find(source, path, context.run().hadoop());
  }

  @Override
  Settings settings(JobContext context) throws IOException {
    WebSection web = context.pipeline().web();
    if (web == null) {
      return null;
    }
    TextPass.Settings text =
        new TextPass.Settings(
            context.pipeline().tokenizer(),
            context.pipeline().sketch(),
            context.pipeline().language(),
            RuleSet.load(web.rules()),
            web.languages(),
            web.minLangScore());
    List<Object> fingerprinted =
        List.of(
            context.pipeline().tokenizer(),
            context.pipeline().sketch(),
            context.pipeline().language(),
            web.limits(),
            web.languages(),
            web.minLangScore(),
            web.rules(),
            NamedFiles.hashes(
                context.pipeline().language().model(), web.rules().thresholds()));
    return new Settings(
        web.inputs(),
        web.filesPerPart(),
        web.maxFailed(),
        Kind.WEB,
        fingerprinted,
        new WebSource(web.limits(), text));
  }
}
