package io.sluice.ingest.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How well a text agrees with its gold: multisets of shingles of 4 tokens, where a token is a run
 * of letters and digits, or one Han, Kana, Thai, Lao or Khmer character.
 */
final class ExtractionScore {
  private static final String ALONE =
      "\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u0e00-\\u0eff\\u1780-\\u17ff";
  private static final Pattern TOKEN =
      Pattern.compile("[" + ALONE + "]|[\\p{L}\\p{N}&&[^" + ALONE + "]]+");
  private static final int SHINGLE = 4;

  private ExtractionScore() {}

  /** F1 of a text against its gold, 0 to 1. */
  static double f1(String gold, String text) {
    Map<String, Integer> wanted = shingles(gold);
    Map<String, Integer> found = shingles(text);
    if (wanted.isEmpty() || found.isEmpty()) {
      return wanted.isEmpty() && found.isEmpty() ? 1 : 0;
    }
    long hit = 0;
    for (Map.Entry<String, Integer> one : wanted.entrySet()) {
      hit += Math.min(one.getValue(), found.getOrDefault(one.getKey(), 0));
    }
    return 2.0 * hit / (sum(wanted) + sum(found));
  }

  private static long sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToLong(Integer::longValue).sum();
  }

  private static Map<String, Integer> shingles(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    int length = Math.min(SHINGLE, Math.max(tokens.size(), 1));
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i + length <= tokens.size(); i++) {
      counts.merge(String.join(" ", tokens.subList(i, i + length)), 1, Integer::sum);
    }
    return counts;
  }
}
