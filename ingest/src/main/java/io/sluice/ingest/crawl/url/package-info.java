/**
 * Addresses: {@link io.sluice.ingest.crawl.url.UrlNormalizer} gives their one form, {@link
 * io.sluice.ingest.crawl.url.Address} their pieces and key, {@link
 * io.sluice.ingest.crawl.url.Scope} says which belong to a crawl ({@link
 * io.sluice.ingest.crawl.url.ScopeConfig}), {@link io.sluice.ingest.crawl.url.Traps} which have no
 * end ({@link io.sluice.ingest.crawl.url.UrlLimits}). Knows no Spark and no network; {@code
 * crawl.host} and {@code crawl.spark} call it.
 */
package io.sluice.ingest.crawl.url;
