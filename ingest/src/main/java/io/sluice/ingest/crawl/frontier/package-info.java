/**
 * What a crawl remembers: addresses found, addresses to fetch, how each ended, hosts. Values alone,
 * but for the maker of links.
 *
 * <p>To be called: {@link io.sluice.ingest.crawl.frontier.Link}, {@link
 * io.sluice.ingest.crawl.frontier.LinkMaker}, {@link io.sluice.ingest.crawl.frontier.Target},
 * {@link io.sluice.ingest.crawl.frontier.Earlier}, {@link io.sluice.ingest.crawl.frontier.Visit},
 * {@link io.sluice.ingest.crawl.frontier.Outcome}, {@link
 * io.sluice.ingest.crawl.frontier.HostState}, {@link io.sluice.ingest.crawl.frontier.RobotsText}.
 */
package io.sluice.ingest.crawl.frontier;
