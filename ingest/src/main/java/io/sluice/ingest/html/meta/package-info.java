/**
 * What pages say of themselves: title, author, dates, address, language. Knows no Spark.
 *
 * <p>{@link io.sluice.ingest.html.meta.PageMeta} is what other packages call. Within: {@code
 * TreeWalk} fills {@code Declared} in one walk, {@code JsonLd} reads JSON-LD, {@code Byline} looks
 * for what is only to be seen; {@code Titles}, {@code Authors}, {@code Dates}, {@code UrlDates},
 * {@code Addresses} and {@code Languages} decide, {@code DateText} reads dates, {@code Names} and
 * {@code Texts} tidy.
 */
package io.sluice.ingest.html.meta;
