/**
 * The whole pipeline as a user starts it, in processes of its own, on a corpus whose outcome is
 * known. {@link io.sluice.e2e.Corpus} writes it, {@link io.sluice.e2e.Sluice} starts the launcher
 * or {@code spark-submit}, {@link io.sluice.e2e.Shards} reads what was written, {@link
 * io.sluice.e2e.Workspace} keeps one finished run for all tests. Used by {@code io.sluice.fault}.
 */
package io.sluice.e2e;
