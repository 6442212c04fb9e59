/**
 * What fetched documents name: links of pages, addresses of sitemaps. Knows no Spark and no
 * network.
 *
 * <p>To be called: {@link io.sluice.ingest.crawl.page.Links}, {@link
 * io.sluice.ingest.crawl.page.Sitemaps}, {@link io.sluice.ingest.crawl.page.Gunzip}.
 */
package io.sluice.ingest.crawl.page;
