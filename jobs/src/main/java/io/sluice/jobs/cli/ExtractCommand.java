package io.sluice.jobs.cli;

import io.sluice.filters.lang.LanguageIdentifier;
import io.sluice.ingest.config.UserError;
import io.sluice.ingest.html.Extracted;
import io.sluice.ingest.html.MainText;
import io.sluice.ingest.html.render.TextForm;
import io.sluice.ingest.model.DocumentId;
import io.sluice.ingest.run.InputFiles;
import io.sluice.ingest.run.Json;
import io.sluice.ingest.stage.InputItem;
import io.sluice.ingest.warc.WarcLimits;
import io.sluice.ingest.warc.WarcPage;
import io.sluice.ingest.warc.WarcPages;
import io.sluice.jobs.session.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** WARC or HTML files to JSON lines, without a cluster: for trying extraction. */
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    description = "Main text of WARC or HTML files as JSON lines: id, url, title, lang, text.")
final class ExtractCommand implements Callable<Integer> {
  private static final int HTML_LIMIT = 50_000_000;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "WARC or HTML files, globs, folders.")
  private List<String> inputs;

  @Option(names = "--out", paramLabel = "FILE", description = "Where to write (standard output).")
  private Path out;

  @Option(
      names = "--text-form",
      paramLabel = "FORM",
      defaultValue = "PLAIN",
      description = "How text is written: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private TextForm form;

  @Option(names = "--comments", description = "Keep readers' comments.")
  private boolean comments;

  private MainText mainText;
  private final LanguageIdentifier languages = new LanguageIdentifier();

  @Override
  public Integer call() throws Exception {
    mainText = new MainText(form, comments);
    Configuration hadoop = Session.hadoop();
    Writer writer =
        out == null
            ? new OutputStreamWriter(System.out, StandardCharsets.UTF_8)
            : Files.newBufferedWriter(out, StandardCharsets.UTF_8);
    try {
      for (String input : inputs) {
        for (InputItem item : InputFiles.find("extract", Runner.path(input).toString(), hadoop)) {
          extract(item, hadoop, writer);
        }
      }
    } finally {
      writer.flush();
      if (out != null) {
        writer.close();
      }
    }
    return 0;
  }

  private void extract(InputItem item, Configuration hadoop, Writer writer) throws IOException {
    if (item.path().matches(".*\\.html?$")) {
      if (item.bytes() > HTML_LIMIT) {
        throw new UserError(item.path() + ": over " + HTML_LIMIT + " bytes", "leave it out");
      }
      org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(item.path());
      try (InputStream in = path.getFileSystem(hadoop).open(path)) {
        write(item.path(), mainText.extract(in.readAllBytes(), null, item.path()), writer);
      }
      return;
    }
    try (WarcPages pages = WarcPages.open(item.path(), hadoop, new WarcLimits(HTML_LIMIT))) {
      for (WarcPage page = pages.next(); page != null; page = pages.next()) {
        if (page.problem() == null) {
          write(
              page.url(),
              mainText.extract(page.body(), page.charsetFromHeader(), page.url()),
              writer);
        }
      }
    }
  }

  private void write(String url, Extracted page, Writer writer) throws IOException {
    Map<String, String> line = new LinkedHashMap<>();
    line.put("id", DocumentId.of("extract", url));
    line.put("url", url);
    line.put("title", page.meta().title());
    line.put("lang", languages.identify(page.text()).code());
    line.put("text", page.text());
    writer.write(Json.line(line));
    writer.write('\n');
  }
}
