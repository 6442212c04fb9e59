package io.sluice.codecorpus.quality;

import io.sluice.codecorpus.data.DataMap;
import java.util.List;
import java.util.Set;

/**
 * How a family of languages writes comments and strings.
 *
 * @param line what opens a comment that ends with the line
 * @param lineAtWord whether a line comment opens only at the start of a word (shell)
 * @param blocks pairs that enclose comments; an opening that begins with {@code ^} stands for the
 *     rest of it at the start of a line
 * @param nested whether blocks nest
 * @param quotes quotes of strings that end with the line, with backslash escapes
 * @param longQuotes quotes of strings over many lines, with backslash escapes
 * @param rawQuotes quotes of strings over many lines, without escapes
 * @param chars whether {@code 'x'} is a character and a lone {@code '} nothing
 * @param docstrings whether a long string that stands alone is documentation (Python)
 */
public record CommentSyntax(
    List<String> line,
    boolean lineAtWord,
    List<Block> blocks,
    boolean nested,
    List<String> quotes,
    List<String> longQuotes,
    List<String> rawQuotes,
    boolean chars,
    boolean docstrings) {

  private static final Set<String> KEYS =
      Set.of(
          "line",
          "line_at_word",
          "blocks",
          "nested",
          "quotes",
          "long_quotes",
          "raw_quotes",
          "chars",
          "docstrings");

  /** What opens and closes a block comment. */
  public record Block(String open, String close) {}

  public CommentSyntax {
    line = List.copyOf(line);
    blocks = List.copyOf(blocks);
    quotes = List.copyOf(quotes);
    longQuotes = List.copyOf(longQuotes);
    rawQuotes = List.copyOf(rawQuotes);
  }

  static CommentSyntax of(DataMap data) {
    data.allow(KEYS);
    return new CommentSyntax(
        data.strings("line"),
        data.flag("line_at_word"),
        data.lists("blocks").stream().map(pair -> block(data, pair)).toList(),
        data.flag("nested"),
        data.strings("quotes"),
        data.strings("long_quotes"),
        data.strings("raw_quotes"),
        data.flag("chars"),
        data.flag("docstrings"));
  }

  private static Block block(DataMap data, List<String> pair) {
    if (pair.size() != 2 || pair.get(0).isEmpty() || pair.get(1).isEmpty()) {
      throw data.error("blocks", pair, "[open, close]");
    }
    return new Block(pair.get(0), pair.get(1));
  }

  /** Whether the language has comments at all. */
  public boolean hasComments() {
    return !line.isEmpty() || !blocks.isEmpty() || docstrings;
  }
}
