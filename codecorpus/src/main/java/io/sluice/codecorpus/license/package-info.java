/**
 * Which licence a repository or a file is under, as an SPDX identifier. Pure functions on text;
 * called by {@code codecorpus.repo}.
 *
 * <p>{@link io.sluice.codecorpus.license.Licenses} detects a licence in a licence file or a source
 * file's header; {@link io.sluice.codecorpus.license.SpdxExpression} reads {@code MIT OR
 * Apache-2.0}; {@link io.sluice.codecorpus.license.AllowedLicenses} is the configured list.
 */
package io.sluice.codecorpus.license;
