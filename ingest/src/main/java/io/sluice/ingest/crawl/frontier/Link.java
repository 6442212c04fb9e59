package io.sluice.ingest.crawl.frontier;

/**
 * An address as it was found.
 *
 * @param key {@link io.sluice.ingest.crawl.url.Address#key} of the address
 * @param url its normal form
 * @param host its host, without port
 * @param sitemap whether it is fetched as a sitemap
 * @param depth links from a seed
 * @param redirects redirects in a row that led to it
 * @param seed whether it is a seed, or redirects alone lead to it from one
 * @param via the address it was found on, or null for a seed
 * @param refused id of the outcome that the address itself decides, or null where it may be fetched
 */
public record Link(
    String key,
    String url,
    String host,
    boolean sitemap,
    int depth,
    int redirects,
    boolean seed,
    String via,
    String refused) {}
