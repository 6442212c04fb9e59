package io.sluice.filters.rule;

import io.sluice.ingest.config.UserError;
import io.sluice.ingest.model.Measures;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.model.Signal;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * The rules in force with every language's thresholds. Immutable; load it once and send it to the
 * tasks. A language without a file is judged by {@code default.yaml}.
 */
public final class RuleSet implements Serializable {
  private static final long serialVersionUID = 1L;

  private final RuleConfig config;
  private final LanguageRules common;
  private final HashMap<String, LanguageRules> languages;
  private final BlockLists blocked;

  private RuleSet(RuleConfig config, Map<String, Thresholds> files) {
    Thresholds base = files.get(ThresholdLoader.COMMON);
    this.config = config;
    this.common = new LanguageRules(base, base);
    this.languages = new HashMap<>();
    this.blocked = BlockLists.load(config.blockedUrls(), config.blockedWords());
    files.forEach(
        (code, own) -> {
          if (!code.equals(ThresholdLoader.COMMON)) {
            languages.put(code, new LanguageRules(base, own));
          }
        });
  }

  /**
   * Loads the thresholds and block lists.
   *
   * @throws UserError if the folder, a file of it or a list cannot be read, has an unknown key or a
   *     bad value; every mistake of a file is named
   */
  public static RuleSet load(RuleConfig config) {
    return new RuleSet(config, ThresholdLoader.load(config.thresholds()));
  }

  /** Whether an address is on a list of blocked ones; null and all others are kept. */
  public Verdict judgeUrl(String url) {
    String entry = blocked.blocking(url);
    return entry == null ? Verdict.KEEP : new Verdict(Reason.BLOCKED_URL, "listed: " + entry);
  }

  BlockLists blocked() {
    return blocked;
  }

  /** What these rules were loaded from. */
  public RuleConfig config() {
    return config;
  }

  /**
   * Decides by the first rule that fails: a text without a line that is not blank has no text; then
   * Gopher's quality rules, Gopher's repetition rules (paragraphs, lines, most frequent n-grams,
   * duplicated n-grams), FineWeb's rules (line ends, short lines, duplicate lines, line breaks),
   * C4's, RefinedWeb's, and the list of words.
   *
   * @param signals as {@link TextMeasures} filled them; one that was not measured fails no rule
   * @param lang ISO 639-3, with or without a script ({@code cmn}, {@code cmn_Hani}); may be null
   */
  public Verdict judge(Measures<Signal> signals, String lang) {
    if (signals.get(Signal.LINES) == 0) {
      return new Verdict(Reason.EMPTY_TEXT, "no line that is not blank");
    }
    LanguageRules rules = forLanguage(lang);
    for (Rule rule : Rule.values()) {
      if (config.uses(rule.family())) {
        float value = signals.get(rule.signal());
        if (value < rules.min(rule)) {
          return failed(rule, value, "<", rules.min(rule));
        }
        if (value > rules.max(rule)) {
          return failed(rule, value, ">", rules.max(rule));
        }
      }
    }
    return Verdict.KEEP;
  }

  private static Verdict failed(Rule rule, float value, String sign, float bound) {
    return new Verdict(
        rule.reason(), rule.signal().id() + " " + plain(value) + " " + sign + " " + plain(bound));
  }

  private static String plain(float value) {
    return new BigDecimal(Float.toString(value)).stripTrailingZeros().toPlainString();
  }

  LanguageRules forLanguage(String lang) {
    if (lang == null) {
      return common;
    }
    LanguageRules own = languages.get(lang);
    if (own != null) {
      return own;
    }
    int script = lang.indexOf('_');
    return languages.getOrDefault(script < 0 ? lang : lang.substring(0, script), common);
  }
}
