/**
 * Asks hosts: each at its own pace, several at the same time. Knows no Spark.
 *
 * <p>To be called: {@link io.sluice.ingest.crawl.host.HostPool}, {@link
 * io.sluice.ingest.crawl.host.HostBatch}, {@link io.sluice.ingest.crawl.host.HostTools}, {@link
 * io.sluice.ingest.crawl.host.CrawlSettings}, {@link io.sluice.ingest.crawl.host.PaceConfig},
 * {@link io.sluice.ingest.crawl.host.Time}.
 */
package io.sluice.ingest.crawl.host;
