/**
 * The command line: {@link io.sluice.jobs.cli.Main} is the entry point, under the launcher and
 * under {@code spark-submit} alike. Commands parse and delegate; {@link io.sluice.jobs.cli.Exit}
 * maps errors to exit codes in one place.
 */
package io.sluice.jobs.cli;
