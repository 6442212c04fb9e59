/**
 * HTTP/1.1 and HTTP/2, one exchange a call, to public addresses alone. Knows no Spark.
 *
 * <p>To be called: {@link io.sluice.ingest.crawl.fetch.Fetcher}, {@link
 * io.sluice.ingest.crawl.fetch.HttpFetcher}, {@link io.sluice.ingest.crawl.fetch.Ask}, {@link
 * io.sluice.ingest.crawl.fetch.Exchange}, {@link io.sluice.ingest.crawl.fetch.AddressPolicy},
 * {@link io.sluice.ingest.crawl.fetch.NetworkConfig}, {@link
 * io.sluice.ingest.crawl.fetch.FetchConfig}, {@link io.sluice.ingest.crawl.fetch.RetryAfter},
 * {@link io.sluice.ingest.crawl.fetch.Identity}.
 */
package io.sluice.ingest.crawl.fetch;
