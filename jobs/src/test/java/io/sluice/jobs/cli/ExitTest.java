package io.sluice.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.config.Config;
import io.sluice.ingest.config.UserError;
import io.sluice.ingest.stage.ContractViolation;
import io.sluice.jobs.wiring.Pipeline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class ExitTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private String said() {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  @Test
  void aUserErrorIsSaidWithItsRemedyAndNoTrace() {
    assertEquals(2, Exit.of(new UserError("web.x: got 1", "write 2"), err));
    assertEquals("sluice: web.x: got 1\n  remedy: write 2\n", said());
  }

  @Test
  void aContractViolationIsSaidWithoutATrace() {
    assertEquals(3, Exit.of(new ContractViolation("web: 3 came in, 2 went out"), err));
    assertEquals("sluice: data contract broken: web: 3 came in, 2 went out\n", said());
  }

  @Test
  void anyOtherErrorIsShownWithItsTrace() {
    assertEquals(1, Exit.of(new IOException("disk full"), err));
    assertTrue(
        said().startsWith("sluice: failed: java.io.IOException: disk full\njava.io.IOException"));
    assertTrue(said().contains("at io.sluice.jobs.cli.ExitTest"));
  }

  @Test
  void aCauseDeepBelowDecides() {
    Throwable user = new ExecutionException(new RuntimeException(new UserError("a", "b")));
    assertEquals(2, Exit.of(user, err));
    Throwable contract = new RuntimeException("job aborted", new ContractViolation("c"));
    assertEquals(3, Exit.of(contract, err));
    assertEquals("sluice: a\n  remedy: b\nsluice: data contract broken: c\n", said());
  }

  @Test
  void theOuterOfTwoDecides() {
    UserError outer = new UserError("outer", "mend it");
    outer.initCause(new ContractViolation("inner"));
    assertEquals(2, Exit.of(outer, err));
  }

  @Test
  void anErrorWithoutAMessageIsShownToo() {
    assertEquals(1, Exit.of(new OutOfMemoryError(), err));
    assertTrue(said().startsWith("sluice: failed: java.lang.OutOfMemoryError\n"));
  }

  @Test
  void mistakesInAConfigurationAreSaidAllAtOnce() {
    try {
      Config.load(Pipeline.class, null, List.of("wbe=1", "dedup.exct=true"), Map.of("home", "/h"));
    } catch (UserError error) {
      assertEquals(2, Exit.of(error, err));
    }
    assertEquals(
        """
        sluice: --set: wbe: unknown key (did you mean 'web'?)
        --set: dedup.exct: unknown key (did you mean 'exact'?)
          remedy: mend these and start again
        """,
        said());
  }
}
