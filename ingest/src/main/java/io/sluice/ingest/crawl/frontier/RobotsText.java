package io.sluice.ingest.crawl.frontier;

/**
 * The robots.txt of one origin.
 *
 * @param origin scheme, host and port
 * @param fetched when it was asked for, milliseconds since 1970
 * @param status the last answer's status; 0 where there was none
 * @param text its bytes as ISO 8859-1, of the last time it could be had; null where it never could
 * @param unreachableSince since when it cannot be had, milliseconds since 1970; 0 where it can
 */
public record RobotsText(
    String origin, long fetched, int status, String text, long unreachableSince) {}
