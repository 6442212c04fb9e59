/**
 * What fetched documents name: {@link io.sluice.ingest.crawl.page.Links} of pages, {@link
 * io.sluice.ingest.crawl.page.Sitemaps}; {@link io.sluice.ingest.crawl.page.Gunzip} undoes gzip up
 * to a bound. Knows no Spark and no network; {@code crawl.host} calls it.
 */
package io.sluice.ingest.crawl.page;
