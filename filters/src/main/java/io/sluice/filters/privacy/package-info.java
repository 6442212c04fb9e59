/**
 * Masks private data in a text and counts it. Knows no Spark.
 *
 * <ul>
 *   <li>{@link io.sluice.filters.privacy.PrivacyConfig}: what is masked; part of the rules'
 *       configuration.
 *   <li>{@link io.sluice.filters.privacy.PrivateData}: text to masked text, in one walk. Called by
 *       the web pass.
 *   <li>{@link io.sluice.filters.privacy.Masked}: the text and the counts.
 *   <li>{@link io.sluice.filters.privacy.PrivateKind}: kinds of private data, and what stands for
 *       them in the text.
 *   <li>Inside, one class a kind: {@code Emails}, {@code IpAddresses}, {@code PhoneNumbers}, {@code
 *       IdentityNumbers} (with {@code Checksums}), {@code Secrets}; {@code Digits} reads a number
 *       written in groups.
 * </ul>
 */
package io.sluice.filters.privacy;
