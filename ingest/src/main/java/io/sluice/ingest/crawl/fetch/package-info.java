/**
 * HTTP/1.1 and HTTP/2, one {@link io.sluice.ingest.crawl.fetch.Exchange} for an {@link
 * io.sluice.ingest.crawl.fetch.Ask}: {@link io.sluice.ingest.crawl.fetch.Fetcher} is the contract,
 * {@link io.sluice.ingest.crawl.fetch.HttpFetcher} does it, {@link
 * io.sluice.ingest.crawl.fetch.AddressPolicy} says what may be connected to ({@link
 * io.sluice.ingest.crawl.fetch.NetworkConfig}), {@link io.sluice.ingest.crawl.fetch.FetchConfig}
 * what an exchange may cost, {@link io.sluice.ingest.crawl.fetch.Identity} who asks, {@link
 * io.sluice.ingest.crawl.fetch.RetryAfter} how long a server wants to be left. Knows no Spark;
 * {@code crawl.host} calls it.
 */
package io.sluice.ingest.crawl.fetch;
