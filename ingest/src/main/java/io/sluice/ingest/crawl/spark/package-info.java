/**
 * The crawl as Spark jobs: a round at a time, a host in one partition.
 *
 * <p>To be called: {@link io.sluice.ingest.crawl.spark.CrawlRounds}.
 */
package io.sluice.ingest.crawl.spark;
