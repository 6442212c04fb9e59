/**
 * The crawl as Spark jobs: {@link io.sluice.ingest.crawl.spark.CrawlRounds} does a round at a time,
 * a host in one partition. The job {@code crawl} calls it.
 */
package io.sluice.ingest.crawl.spark;
