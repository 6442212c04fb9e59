/**
 * The sample of {@code sluice quickstart}: {@link io.sluice.jobs.quickstart.Sample} fetches it with
 * Maven, packs its pages into WARC files and unpacks its source code. Used by the command line.
 */
package io.sluice.jobs.quickstart;
