package io.sluice.jobs.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sluice.ingest.fixture.SparkSessions;
import io.sluice.ingest.spark.Meter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessions.class)
class ProgressSparkTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private static Meter meter(SparkContext spark, long records, long bytes, long rejected) {
    Meter meter = Meter.start(spark);
    meter.records().add(records);
    meter.bytes().add(bytes);
    meter.rejected().add(rejected);
    return meter;
  }

  private String line(SparkContext spark, Meter meter, long inputBytes, double seconds) {
    try (Progress progress = new Progress(out, false, "web/a", spark, meter, inputBytes)) {
      return progress.line(seconds);
    }
  }

  @Test
  void recordsSpeedRejectsAndTheTimeThatIsLeftAreShown(SparkSession session) {
    SparkContext spark = session.sparkContext();
    assertEquals(
        "web/a  1,200 records  2.5 MB/s  30 rejected  ETA 3:00  1:00",
        line(spark, meter(spark, 1200, 150_000_000, 30), 600_000_000, 60));
  }

  @Test
  void nothingIsForetoldWhereTheSizeIsUnknownOrAlreadyRead(SparkSession session) {
    SparkContext spark = session.sparkContext();
    String expected = "web/a  1 records  1.0 MB/s  0 rejected  0:02";
    assertEquals(expected, line(spark, meter(spark, 1, 2_000_000, 0), 0, 2));
    assertEquals(expected, line(spark, meter(spark, 1, 2_000_000, 0), 2_000_000, 2));
    assertEquals(expected, line(spark, meter(spark, 1, 2_000_000, 0), 1_000_000, 2));
    assertEquals(
        "web/a  1 records  0.0 MB/s  0 rejected  100:00",
        line(spark, meter(spark, 1, 0, 0), 1_000_000, 6000));
  }

  @Test
  void withoutRecordsTasksAreShown(SparkSession session) {
    SparkContext spark = session.sparkContext();
    assertEquals("web/a  0/0 tasks  0:00", line(spark, null, 0, 0.4));
    assertEquals("web/a  0/0 tasks  0:01", line(spark, meter(spark, 0, 0, 0), 5, 0.5));
  }

  @Test
  void theLineOnATerminalIsTakenAway(SparkSession session) {
    new Progress(out, true, "web/a", session.sparkContext(), null, 0).close();
    assertEquals("\r\u001b[K", bytes.toString(StandardCharsets.UTF_8));
    bytes.reset();
    new Progress(out, false, "web/a", session.sparkContext(), null, 0).close();
    assertEquals("", bytes.toString(StandardCharsets.UTF_8));
  }
}
