package io.sluice.ingest.crawl.frontier;

/**
 * An address to fetch.
 *
 * @param key stands for the address
 * @param url its normal form
 * @param host its host, without port
 * @param sitemap whether it is a sitemap
 * @param depth links from a seed
 * @param redirects redirects in a row that led to it
 * @param seed whether it is a seed, or redirects alone lead to it from one
 * @param via the address it was found on, or null
 * @param earlier what an earlier crawl knows of it, or null
 */
public record Target(
    String key,
    String url,
    String host,
    boolean sitemap,
    int depth,
    int redirects,
    boolean seed,
    String via,
    Earlier earlier) {}
