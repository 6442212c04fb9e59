/**
 * What an address is: its normal form, what belongs to a crawl, what has no end. Knows no Spark and
 * no network.
 *
 * <p>To be called: {@link io.sluice.ingest.crawl.url.UrlNormalizer}, {@link
 * io.sluice.ingest.crawl.url.Address}, {@link io.sluice.ingest.crawl.url.Scope}, {@link
 * io.sluice.ingest.crawl.url.ScopeConfig}, {@link io.sluice.ingest.crawl.url.Traps}, {@link
 * io.sluice.ingest.crawl.url.UrlLimits}.
 */
package io.sluice.ingest.crawl.url;
