/**
 * Pages as trees in flat arrays, and the parser that makes them.
 *
 * <p>{@code HtmlParser} is what others call, {@code HtmlTree} what they get; {@code Tag} and {@code
 * Attr} number its names. {@code TreeBuilder} takes tags and text from {@code Scanner} and applies
 * the insertion mode's rules: {@code HeadRules}, {@code BodyStartTags}, {@code BodyEndTags}, {@code
 * TableRules}, {@code FrameRules}, {@code ForeignRules}. They share {@code OpenElements} and {@code
 * FormattingList}; {@code Kind} knows the standard's groups of elements, {@code Mode} the modes.
 * The scanner has {@code TagReader} read tags and {@code RawText} find the end of scripts and the
 * like; {@code NameTable} finds the number of a name, {@code Doctype} quirks, {@code References}
 * decodes text, {@code Chars} and {@code Bytes} look at one byte and at eight.
 */
package io.sluice.ingest.html.tree;
