/**
 * Where fetched pages go: WARC files with a journal beside each, and what is read of them after a
 * kill. Knows no Spark.
 *
 * <p>To be called: {@link io.sluice.ingest.crawl.store.CrawlStore}, {@link
 * io.sluice.ingest.crawl.store.Records}, {@link io.sluice.ingest.crawl.store.JournalLine}, {@link
 * io.sluice.ingest.crawl.store.Recovery}, {@link io.sluice.ingest.crawl.store.Place}, {@link
 * io.sluice.ingest.crawl.store.StoreConfig}.
 */
package io.sluice.ingest.crawl.store;
