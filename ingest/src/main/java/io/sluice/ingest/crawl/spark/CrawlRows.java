package io.sluice.ingest.crawl.spark;

import io.sluice.ingest.crawl.frontier.Earlier;
import io.sluice.ingest.crawl.frontier.HostState;
import io.sluice.ingest.crawl.frontier.Link;
import io.sluice.ingest.crawl.frontier.RobotsText;
import io.sluice.ingest.crawl.frontier.Target;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** The crawl's tables as Spark sees them; the journal's lines have the same members. */
final class CrawlRows {
  /** An address as it was found. */
  static final StructType LINK =
      StructType.fromDDL(
          "key STRING, url STRING, host STRING, sitemap BOOLEAN, depth INT, redirects INT,"
              + " seed BOOLEAN, via STRING, refused STRING");

  private static final String ANSWER =
      "STRUCT<status: INT, content_type: STRING, bytes: BIGINT, truncated: BOOLEAN,"
          + " digest: STRING, etag: STRING, last_modified: STRING, fetched: STRING,"
          + " millis: BIGINT, ip: STRING, protocol: STRING, record_id: STRING,"
          + " recorded: STRING,"
          + " canonical: STRING, nofollow: INT>";

  /** What is known of a host. */
  static final StructType HOST =
      StructType.fromDDL(
          "host STRING, version BIGINT, round INT, finished BOOLEAN, last_request BIGINT,"
              + " failures INT, set_aside STRING, robots ARRAY<STRUCT<origin: STRING,"
              + " fetched: BIGINT, status: INT, text: STRING, unreachable_since: BIGINT>>");

  /** What an earlier crawl knows of an address. */
  static final StructType EARLIER =
      StructType.fromDDL(
          "etag STRING, last_modified STRING, digest STRING, recorded STRING, record_id STRING,"
              + " links ARRAY<STRING>");

  /** A line of the journal. */
  static final StructType JOURNAL =
      new StructType()
          .add(
              "visit",
              StructType.fromDDL(
                  "key STRING, url STRING, host STRING, sitemap BOOLEAN, depth INT,"
                      + " redirects INT, seed BOOLEAN, via STRING, outcome STRING, detail STRING,"
                      + " tries INT, response "
                      + ANSWER
                      + ", links ARRAY<"
                      + LINK.catalogString()
                      + ">"))
          .add("host", HOST)
          .add("found", "ARRAY<" + LINK.catalogString() + ">");

  /** An address and its end. */
  static final StructType URL =
      StructType.fromDDL(
          "key STRING, url STRING, host STRING, sitemap BOOLEAN, depth INT, redirects INT,"
              + " seed BOOLEAN, via STRING, outcome STRING, detail STRING, tries INT, response "
              + ANSWER
              + ", links ARRAY<STRING>");

  private CrawlRows() {}

  static Row row(Link link) {
    return RowFactory.create(
        link.key(),
        link.url(),
        link.host(),
        link.sitemap(),
        link.depth(),
        link.redirects(),
        link.seed(),
        link.via(),
        link.refused());
  }

  /** The target of a link's row that has the column {@code earlier}, which may be null. */
  static Target target(Row row) {
    Row known = row.getAs("earlier");
    Earlier earlier =
        known == null
            ? null
            : new Earlier(
                known.getAs("etag"),
                known.getAs("last_modified"),
                known.getAs("digest"),
                known.getAs("recorded"),
                known.getAs("record_id"),
                known.isNullAt(known.fieldIndex("links"))
                    ? null
                    : known.getList(known.fieldIndex("links")));
    return new Target(
        row.getAs("key"),
        row.getAs("url"),
        row.getAs("host"),
        row.<Boolean>getAs("sitemap"),
        row.<Integer>getAs("depth"),
        row.<Integer>getAs("redirects"),
        row.<Boolean>getAs("seed"),
        row.getAs("via"),
        earlier);
  }

  static HostState host(Row row) {
    List<RobotsText> robots = new ArrayList<>();
    for (Row text : row.<Row>getList(row.fieldIndex("robots"))) {
      robots.add(
          new RobotsText(
              text.getAs("origin"),
              text.<Long>getAs("fetched"),
              text.<Integer>getAs("status"),
              text.getAs("text"),
              text.<Long>getAs("unreachable_since")));
    }
    return new HostState(
        row.getAs("host"),
        row.<Long>getAs("version"),
        row.<Integer>getAs("round"),
        row.<Boolean>getAs("finished"),
        row.<Long>getAs("last_request"),
        row.<Integer>getAs("failures"),
        row.getAs("set_aside"),
        robots);
  }
}
