/**
 * What sites wish: robots.txt (RFC 9309), meta elements, X-Robots-Tag. Knows no Spark and no
 * network.
 *
 * <p>To be called: {@link io.sluice.ingest.crawl.robots.Robots}, {@link
 * io.sluice.ingest.crawl.robots.Directives}, {@link io.sluice.ingest.crawl.robots.RobotsConfig}.
 */
package io.sluice.ingest.crawl.robots;
