/**
 * Strict configuration: YAML to records, every mistake reported at once.
 *
 * <p>{@link io.sluice.ingest.config.Key} documents a key on a record's component; {@link
 * io.sluice.ingest.config.Config} loads a record; {@link io.sluice.ingest.config.Problem} is one
 * mistake; {@link io.sluice.ingest.config.Reference} writes every key of a section with its preset;
 * {@link io.sluice.ingest.config.UserError} is what a user can mend.
 */
package io.sluice.ingest.config;
