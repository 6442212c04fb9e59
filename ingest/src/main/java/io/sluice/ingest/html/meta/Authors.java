package io.sluice.ingest.html.meta;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Who wrote a page, from what is declared. */
final class Authors {
  private static final int LONGEST = 120;
  private static final int MOST = 15;

  /** Names of metas, the most telling first. */
  private static final String[] KEYS = {
    "citation_author",
    "dc:creator",
    "dc.creator",
    "dcterm:creator",
    "dcterms.creator",
    "author",
    "parsely-author",
    "sailthru.author",
    "article:author",
    "byl",
    "creator"
  };

  private static final Pattern BEFORE =
      Pattern.compile(
          "^(?:(?:written |posted |published |story |words |text |view all posts |(?:all )?posts )?by[:\\s]+"
              + "|(?:text |veröffentlicht |geschrieben |verfasst |erstellt |zeige alle beiträge )?von[:\\s]+"
              + "|(?:publié |écrit |rédigé )?par[:\\s]+|(?:escrito |publicado )?por[:\\s]+|di\\s+|authors?\\s*[:：]\\s*|autor(?:in|en)?\\s*[:：]\\s*"
              + "|auteurs?\\s*[:：]\\s*|автор\\s*[:：]\\s*|(?:文|撰文|作者|记者|記者|编辑|責任編集|著者|執筆者|筆者|글)\\s*[:：/／丨|]\\s*)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern BEHIND =
      Pattern.compile(
          "\\s*(?:[|•·→]| [-–—] |\\bupdated\\b|(?<=^|\\s)\\d|\\d{4}|\\s(?:am|on|um|le|el)$).*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NONE =
      Pattern.compile(
          "(?i)(?:admin(?:istrator)?|editors?|webmaster|user|author|anonymous|guest|staff|null|undefined|none|n/a|root|unknown|redaktion|the editors|publisher|shutterstock|getty images"
              + "|name\\b.*|e-?mail.*|posted (?:on|in)\\b.*|follow\\b.*|read more.*|share\\b.*|.*\\s(?:sagt|says|said|wrote|schreibt|dice|dit))");

  private Authors() {}

  /**
   * The authors that are declared, or null.
   *
   * @param site the site's name, which is an author only where no other is told; may be null
   */
  static String of(Declared declared, String site) {
    List<List<String>> places = new ArrayList<>();
    places.add(declared.json.authors());
    for (String key : KEYS) {
      places.add(declared.metaAuthors.getOrDefault(key, List.of()));
    }
    places.add(declared.markedAuthors);
    for (List<String> written : places) {
      Map<String, String> names = new LinkedHashMap<>();
      for (String one : written) {
        String name = clean(Names.unescaped(one));
        if (name != null && names.size() < MOST && !name.equalsIgnoreCase(site)) {
          names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
        }
      }
      if (!names.isEmpty()) {
        return String.join(", ", names.values());
      }
    }
    return null;
  }

  /** A name without what stands around it; null where what is left is no name. */
  static String clean(String written) {
    String name = Names.tidy(written, 2 * LONGEST);
    if (name == null) {
      return null;
    }
    name = BEFORE.matcher(name).replaceFirst("");
    name = BEHIND.matcher(name).replaceFirst("").strip();
    name = name.replaceAll("^[\\s,;:：|/·-]+|[\\s,;:：|/·-]+$", "");
    if (name.isEmpty()) {
      return null;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    boolean plausible =
        name.length() > (name.charAt(0) < '\u0250' ? 2 : 1)
            && name.length() <= LONGEST
            && name.codePoints().anyMatch(Character::isLetter)
            && !lower.contains("://")
            && !lower.startsWith("www.")
            && lower.indexOf('@') < 0
            && name.split(" ").length <= 14
            && !NONE.matcher(name).matches();
    return plausible ? name : null;
  }
}
