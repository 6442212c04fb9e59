/**
 * Where fetched pages go: {@link io.sluice.ingest.crawl.store.CrawlStore} writes the WARC {@link
 * io.sluice.ingest.crawl.store.Records} of an exchange and a {@link
 * io.sluice.ingest.crawl.store.JournalLine} to a {@link io.sluice.ingest.crawl.store.Place}, cut as
 * {@link io.sluice.ingest.crawl.store.StoreConfig} says; {@link
 * io.sluice.ingest.crawl.store.Recovery} mends and reads what a kill left. Knows no Spark; {@code
 * crawl.host} and {@code crawl.spark} call it.
 */
package io.sluice.ingest.crawl.store;
