/**
 * What a crawl remembers, values alone: {@link io.sluice.ingest.crawl.frontier.Link} is an address
 * as it was found, {@link io.sluice.ingest.crawl.frontier.Target} one to fetch with what an {@link
 * io.sluice.ingest.crawl.frontier.Earlier} crawl knows of it, {@link
 * io.sluice.ingest.crawl.frontier.Visit} its end with its {@link
 * io.sluice.ingest.crawl.frontier.Outcome}; {@link io.sluice.ingest.crawl.frontier.HostState} is
 * what is known of a host, with the {@link io.sluice.ingest.crawl.frontier.RobotsText} of its
 * origins. Every other package of the crawl may use it; it uses none.
 */
package io.sluice.ingest.crawl.frontier;
