package io.sluice.codecorpus.quality;

import io.sluice.codecorpus.data.DataMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of every language: a default, and what differs from it for each language. */
public final class CodeRules {
  private final LanguageRules fallback;
  private final Map<String, LanguageRules> languages;

  private CodeRules(LanguageRules fallback, Map<String, LanguageRules> languages) {
    this.fallback = fallback;
    this.languages = Map.copyOf(languages);
  }

  /**
   * The rules of a parsed {@code code_rules.yaml}.
   *
   * @throws io.sluice.ingest.config.UserError naming the key that is wrong
   */
  public static CodeRules of(DataMap data) {
    data.allow(Set.of("weights", "syntaxes", "default", "languages"));
    Map<String, CommentSyntax> syntaxes = new HashMap<>();
    DataMap given = data.map("syntaxes");
    for (String name : given.keys()) {
      syntaxes.put(name, CommentSyntax.of(given.map(name)));
    }
    Set<String> keys = new HashSet<>(CodeLimits.KEYS);
    keys.addAll(List.of("syntax", "boilerplate", "minified_mean_line", "score"));
    DataMap base = data.map("default").allow(keys);
    DataMap weights = data.map("weights");
    Map<String, LanguageRules> languages = new HashMap<>();
    for (String name : data.map("languages").keys()) {
      DataMap own = data.map("languages").map(name).allow(keys);
      languages.put(
          name,
          rules(
              base.overlaid(own), base.map("score").overlaid(own.map("score")), weights, syntaxes));
    }
    return new CodeRules(rules(base, base.map("score"), weights, syntaxes), languages);
  }

  private static LanguageRules rules(
      DataMap data, DataMap ranges, DataMap weights, Map<String, CommentSyntax> syntaxes) {
    CommentSyntax syntax = syntaxes.get(data.string("syntax"));
    if (syntax == null) {
      throw data.error("syntax", data.string("syntax"), "one of " + syntaxes.keySet());
    }
    return new LanguageRules(
        syntax,
        data.patterns("boilerplate"),
        data.has("minified_mean_line")
            ? data.number("minified_mean_line")
            : Double.POSITIVE_INFINITY,
        CodeLimits.of(data),
        QualityScore.of(ranges, weights));
  }

  /** The rules of a language, the default where it has none of its own. */
  public LanguageRules of(String language) {
    return languages.getOrDefault(language, fallback);
  }
}
