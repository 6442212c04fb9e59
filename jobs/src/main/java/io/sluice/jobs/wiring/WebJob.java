package io.sluice.jobs.wiring;

import io.sluice.filters.rule.RuleSet;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.run.InputFiles;
import io.sluice.ingest.stage.InputItem;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/** Archives of pages, and texts that others extracted, to web documents, in one pass. */
final class WebJob extends SourceJob {
  @Override
  public String name() {
    return "web";
  }

  @Override
  public String description() {
    return "Reads WARC files and extracted texts: main text, language, rules, score, signature.";
  }

  @Override
  String stage() {
    return "web-2";
  }

  @Override
  List<InputItem> find(String source, String path, JobContext context) throws IOException {
    Configuration hadoop = context.run().hadoop();
    WebInput input = inputs(context.pipeline().web()).get(source);
    List<InputItem> items = InputFiles.find(source, path, input.pathPrefix(), hadoop);
    for (InputItem item : items) {
      boolean parquet =
          input.format() == WebFormat.PARQUET
              || (input.format() == WebFormat.AUTO
                  && WebFormat.named(item.path()) == WebFormat.PARQUET);
      if (parquet) {
        source(context.pipeline().web(), null).parquet(input).check(item, hadoop);
        break; // the first file speaks for the others; one that differs is a reject
      }
    }
    return items;
  }

  private static Map<String, WebInput> inputs(WebSection web) {
    Map<String, WebInput> inputs = new TreeMap<>();
    web.inputs().forEach(input -> inputs.put(input.name(), input));
    return inputs;
  }

  private static WebSource source(WebSection web, TextPass.Settings text) {
    return new WebSource(
        web.limits(),
        web.splitBytes(),
        web.maxRowGroupBytes(),
        inputs(web),
        web.textForm(),
        web.comments(),
        text);
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
            web.maxRowGroupBytes(),
            web.inputs().stream()
                .map(input -> List.of(input.name(), input.format(), input.columns()))
                .toList(),
            web.textForm(),
            web.comments(),
            web.languages(),
            web.minLangScore(),
            web.rules(),
            NamedFiles.hashes(
                Stream.of(
                        Stream.of(context.pipeline().language().model(), web.rules().thresholds()),
                        web.rules().blockedUrls().stream(),
                        web.rules().blockedWords().stream())
                    .flatMap(names -> names)
                    .toArray(String[]::new)));
    return new Settings(
        web.inputs().stream().map(WebInput::input).toList(),
        web.filesPerPart(),
        web.maxFailed(),
        Kind.WEB,
        fingerprinted,
        source(web, text));
  }
}
