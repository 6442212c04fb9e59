/**
 * From the bytes of a page, in whatever charset, to UTF-8. Knows no Spark.
 *
 * <p>{@link io.sluice.ingest.charset.PageCharset} is what other packages call, {@link
 * io.sluice.ingest.charset.Utf8Page} what it gives. Within: {@code Utf8Shape} checks UTF-8, {@code
 * Labels} knows the names of charsets, {@code MetaPrescan} reads a page's declaration, {@code
 * CharsetDetector} weighs charsets on a {@code ByteSample} by {@code LanguageModels} ({@code
 * ByteModel}, {@code LetterModel}, {@code CharacterModel}), {@code Transcoder} decodes. {@link
 * io.sluice.ingest.charset.Mojibake} counts what wrong decoding left in a text.
 */
package io.sluice.ingest.charset;
