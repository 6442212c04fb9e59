package io.sluice.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.ingest.config.Config;
import io.sluice.ingest.config.UserError;
import io.sluice.jobs.wiring.Pipeline;
import io.sluice.mixer.plan.Recipe;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ConfigCommandTest {
  private static final Path FILE = Path.of("..", "conf", "pipeline.yaml");
  private static final Map<String, String> VARIABLES = Map.of("run", "/r", "home", "/h");

  private static String printed(String... arguments) {
    StringWriter out = new StringWriter();
    CommandLine line = new CommandLine(new ConfigCommand()).setOut(new PrintWriter(out));
    assertEquals(0, line.execute(arguments));
    return out.toString();
  }

  @Test
  void theCommittedReferenceIsWhatTheCommandPrints() throws IOException {
    assertEquals(Files.readString(FILE), printed());
    assertEquals(printed(), printed("pipeline"));
  }

  @Test
  void theCommittedReferenceLoadsToThePresets() {
    assertEquals(
        Config.load(Pipeline.class, null, List.of(), VARIABLES),
        Config.load(Pipeline.class, FILE, List.of(), VARIABLES));
  }

  @Test
  void aSectionThatIsTakenOutOfCommentsAndFilledInLoads() {
    String header = printed().substring(0, printed().indexOf("\n\n") + 2);
    StringBuilder yaml = new StringBuilder();
    for (String block : printed().substring(header.length()).split("\n\n")) {
      boolean absent = block.lines().allMatch(line -> line.startsWith("# "));
      block
          .lines()
          .skip(1)
          .map(line -> absent ? line.substring(2) : line)
          .map(line -> line.replace("<text>", "http://127.0.0.1").replace("${home}", "/h"))
          .forEach(line -> yaml.append(line).append('\n'));
    }
    Pipeline presets =
        Config.load(
            Pipeline.class,
            null,
            List.of(
                "crawl={}",
                "web={}",
                "papers={}",
                "code={}",
                "jsonl={}",
                "synth={}",
                "llm={endpoint: 'http://127.0.0.1', model: 'http://127.0.0.1'}"),
            VARIABLES);
    assertEquals(presets, Config.parse(Pipeline.class, yaml.toString(), "uncommented"));
  }

  @Test
  void aRecipesReferenceAsksForItsNameAndStages() {
    String text = printed("recipe");
    assertThrows(UserError.class, () -> Config.parse(Recipe.class, text, "recipe"));
    String given =
        text
            + "name: r\nstages: [{name: s, tokens: 1000, seq_len: 8, packing: concat,"
            + " components: [{name: c, share: 1}]}]\n";
    String brief =
        "name: r\nstages: [{name: s, tokens: 1000, seq_len: 8, packing: concat,"
            + " components: [{name: c, share: 1}]}]\n";
    assertEquals(
        Config.parse(Recipe.class, brief, "short"), Config.parse(Recipe.class, given, "recipe"));
  }

  @Test
  void anyOtherWordIsAUserError() {
    assertThrows(UserError.class, () -> ConfigCommand.text("recipes"));
  }
}
