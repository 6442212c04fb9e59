package io.sluice.jobs.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.config.Config;
import io.sluice.ingest.config.ConfigError;
import io.sluice.ingest.config.UserError;
import io.sluice.ingest.run.RunFolder;
import io.sluice.jobs.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrawlSectionTest {
  @TempDir private Path folder;

  private JobContext context(String... overrides) {
    Pipeline pipeline =
        Config.load(
            Pipeline.class,
            null,
            List.of(overrides),
            Map.of("run", folder.toString(), "home", "/"));
    return new JobContext(
        new RunFolder(new org.apache.hadoop.fs.Path(folder.toUri()), Session.hadoop()),
        pipeline,
        new Session("test", null, false),
        System.err,
        false);
  }

  private static String remedy(JobContext context) {
    return assertThrows(UserError.class, () -> new CrawlJob().check(context)).remedy();
  }

  @Test
  void nobodyCrawlsWithoutAContact() {
    assertEquals(
        "give a page or an e-mail address where the owner of a site can reach you",
        remedy(context("crawl.seeds=['https://example.com/']")));
  }

  @Test
  void aSeedMustBeAnAddress() {
    assertEquals(
        "write it as https://host/path",
        remedy(context("crawl.seeds=['example.com']", "crawl.identity.contact=me@example.org")));
  }

  @Test
  void wrongValuesAreNamedBeforeAnythingStarts() {
    List<String> wrong =
        List.of(
            "crawl.identity.contact=nobody",
            "crawl.identity.name=sluice 1",
            "crawl.scope.include=['https://example.com']",
            "crawl.network.allow=['10.0.0.0/33']",
            "crawl.network.hosts={a.test: localhost}",
            "crawl.limits.drop_parameters=['a=b']");
    List<String> named = new ArrayList<>();
    for (String override : wrong) {
      ConfigError error = assertThrows(ConfigError.class, () -> context(override), override);
      named.add(error.problems().get(0).message().replaceFirst(":.*", ""));
    }
    assertEquals(List.of("contact", "name", "include", "allow", "hosts", "drop_parameters"), named);
  }

  @Test
  void withoutSeedsThereIsNothingToDo() throws Exception {
    assertEquals(JobResult.Status.SKIPPED, new CrawlJob().run(context("crawl={}")).status());
    assertEquals(JobResult.Status.SKIPPED, new CrawlJob().run(context()).status());
  }

  @Test
  void inputsOfTheCommandLineAreSeedsWhereTheCrawlIsAskedForAlone() {
    Pipeline pipeline = context().pipeline();
    List<String> given = List.of("https://example.com/", "seeds.txt");
    CrawlSection crawl = pipeline.withInputs(List.of("crawl"), given).crawl();
    assertEquals(List.of("https://example.com/"), crawl.seeds());
    assertEquals(List.of("seeds.txt"), crawl.seedFiles());
    assertTrue(crawl.begins());
    assertEquals(null, pipeline.withInputs(List.of("crawl", "web"), given).crawl());
    assertFalse(Config.parse(CrawlSection.class, "{}", "presets").begins());
  }

  @Test
  void webMayReadWhatTheCrawlHasYetToWrite() throws Exception {
    String input = "web.inputs=[{name: crawl, paths: ['${run}/warc']}]";
    new WebJob().check(context(input, "crawl={}"));
    assertThrows(UserError.class, () -> new WebJob().check(context(input)));
    assertThrows(
        UserError.class,
        () ->
            new WebJob()
                .check(context("web.inputs=[{name: c, paths: ['${run}/warcs']}]", "crawl={}")));
  }

  @Test
  void aFolderOfAnotherCrawlIsNotOverwritten() throws Exception {
    Files.createDirectories(folder.resolve("crawl"));
    Files.writeString(
        folder.resolve("crawl/crawl.json"),
        "{\"decides\": \"other\", \"month\": \"2026-01\", \"partitions\": 2}");
    assertEquals(
        "name another run folder; with crawl.previous what has not changed is not sent again",
        remedy(
            context(
                "crawl.seeds=['https://example.com/']", "crawl.identity.contact=me@example.org")));
  }
}
