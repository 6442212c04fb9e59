package io.sluice.synth.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the final answer in a worked solution, by the marks that are in common use. Of these the
 * first kind that occurs counts, and of its occurrences the last:
 *
 * <ol>
 *   <li>{@code \boxed{…}} and {@code \fbox{…}} with whatever braces inside, or {@code \boxed 5};
 *   <li>{@code <answer>…</answer>};
 *   <li>{@code #### …} as the last line that is not blank (GSM8K); earlier ones are headings;
 *   <li>a phrase such as "the answer is …", "Answer: …", "答案是…", "故选…" up to the end of its
 *       sentence or line, or as a heading with the answer on the next line.
 * </ol>
 */
public final class FinalAnswer {
  private static final int LONGEST = 2000;
  private static final String TAG = "<answer>";
  private static final String TAG_END = "</answer>";
  private static final Pattern BOX = Pattern.compile("\\\\(?:boxed|fbox)(?![a-zA-Z])[ \\t]*");
  private static final Pattern HASHES =
      Pattern.compile("(?:^|\\n)[ \\t]*+####(?!#)([^\\n]*+)\\s*+\\z");
  private static final Pattern PHRASE =
      Pattern.compile(
          "(?:\\b(?i:answers?)(?: to [^\\n.:：]{1,80})?[*_ \\t]*+(?:(?i:is|are)\\b|[:：=])"
              + "|答案[*_ \\t]*+(?:应该是|应为|就是|是|为|选|[:：=])"
              + "|故(?:答案)?选(?:择|项)?)"
              + "[*_ \\t]*+[:：]?[*_ \\t]*+(?:(?<=[:：][*_ \\t]{0,4})\\n\\s*+)?");
  private static final Pattern HEADING =
      Pattern.compile("(?:^|\\n)[#*_ \\t]*+(?i:final answer|answer|最终答案|答案)[*_:： \\t]*+\\n\\s*+");
  private static final Pattern SENTENCE_END = Pattern.compile("\\n|[.．](?=\\s|[*_]*$)|[。！]");
  private static final Pattern MARKS = Pattern.compile("^[*_`\\s]+|[*_`\\s]+$");

  private FinalAnswer() {}

  /**
   * The answer in a text.
   *
   * @return the answer without marks of emphasis around it, never blank; nothing where no mark
   *     stands, or only blank answers and ones over 2,000 UTF-16 units
   */
  public static Optional<String> in(String text) {
    return boxed(text).or(() -> tagged(text)).or(() -> last(HASHES, text)).or(() -> phrase(text));
  }

  private static Optional<String> boxed(String text) {
    Matcher box = BOX.matcher(text);
    Optional<String> answer = Optional.empty();
    while (box.find()) {
      Optional<String> inside = usable(inBraces(text, box.end()));
      answer = inside.isPresent() ? inside : answer;
    }
    return answer;
  }

  /** What stands in the braces that open here, or the run of characters where none do. */
  private static String inBraces(String text, int start) {
    int end = Math.min(text.length(), start + LONGEST + 2);
    if (start == end) {
      return "";
    }
    if (text.charAt(start) != '{') {
      int at = start;
      while (at < end && "{}$,;.。 \\\n\t".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(start, at);
    }
    int depth = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++; // \{ and \} are characters, not braces
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return text.substring(start + 1, i);
      }
    }
    return "";
  }

  private static Optional<String> tagged(String text) {
    int end = text.lastIndexOf(TAG_END);
    int start = end < 0 ? -1 : text.lastIndexOf(TAG, end);
    return start < 0 ? Optional.empty() : usable(text.substring(start + TAG.length(), end));
  }

  private static Optional<String> phrase(String text) {
    List<Integer> ends = new ArrayList<>();
    for (Pattern pattern : List.of(PHRASE, HEADING)) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        ends.add(matcher.end());
      }
    }
    ends.sort(Comparator.reverseOrder());
    return ends.stream().map(end -> sentence(text, end)).flatMap(Optional::stream).findFirst();
  }

  /** What stands from here to the end of the sentence or line. */
  private static Optional<String> sentence(String text, int start) {
    String near = text.substring(start, Math.min(text.length(), start + 2 * LONGEST));
    return usable(SENTENCE_END.split(near, 2)[0]);
  }

  private static Optional<String> last(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? usable(matcher.group(1)) : Optional.empty();
  }

  private static Optional<String> usable(String answer) {
    String bare = MARKS.matcher(answer).replaceAll("");
    return bare.isEmpty() || bare.length() > LONGEST ? Optional.empty() : Optional.of(bare);
  }
}
