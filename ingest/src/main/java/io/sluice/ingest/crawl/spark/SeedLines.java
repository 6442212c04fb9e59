package io.sluice.ingest.crawl.spark;

import io.sluice.ingest.crawl.host.LinkMaker;
import java.util.Iterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Row;

/** Seeds from the lines of a text file. */
final class SeedLines {
  private SeedLines() {}

  /** The seeds of lines; what stands from a # at a word's beginning on is a remark. */
  static Iterator<Row> rows(Iterator<String> lines, LinkMaker maker) {
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(lines, 0), false)
        .map(line -> line.replaceFirst("(^|\\s)#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .map(line -> CrawlRows.row(maker.seed(line, false)))
        .iterator();
  }
}
