/**
 * What sites wish: {@link io.sluice.ingest.crawl.robots.Robots} reads robots.txt and knows what its
 * absence means (RFC 9309), {@link io.sluice.ingest.crawl.robots.Directives} joins meta elements
 * and X-Robots-Tag, {@link io.sluice.ingest.crawl.robots.RobotsConfig} sets both. Knows no Spark
 * and no network; {@code crawl.page} and {@code crawl.host} call it.
 */
package io.sluice.ingest.crawl.robots;
