/**
 * Asks hosts: {@link io.sluice.ingest.crawl.host.HostPool} several at the same time, each {@link
 * io.sluice.ingest.crawl.host.HostBatch} at its own pace ({@link
 * io.sluice.ingest.crawl.host.PaceConfig}), with {@link io.sluice.ingest.crawl.host.HostTools} that
 * they share. {@link io.sluice.ingest.crawl.host.CrawlSettings} is all that decides how pages are
 * fetched, {@link io.sluice.ingest.crawl.host.LinkMaker} makes links of what pages say, {@link
 * io.sluice.ingest.crawl.host.Time} is the clock. Knows no Spark; {@code crawl.spark} calls it.
 */
package io.sluice.ingest.crawl.host;
