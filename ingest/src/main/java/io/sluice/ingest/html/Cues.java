package io.sluice.ingest.html;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What an element's tag, role, class and id say about what stands in it. */
final class Cues {
  /** How an element is treated. */
  enum Cue {
    /** Nothing of it is text of the page. */
    DROP,
    /** Not main text by its name: left out unless next to nothing is left without it. */
    FOREIGN,
    /** Probably not main text: left out unless that leaves too little. */
    UNLIKELY,
    /** Named as main text. */
    LIKELY,
    NEUTRAL
  }

  private static final int CACHE = 4096;

  private static final Set<String> DROPPED_TAGS =
      words(
          """
          script style noscript template head nav footer aside iframe frame frameset noframes object
          embed applet svg canvas video audio map button select input textarea datalist dialog menu
          rp rt
          """);

  private static final Set<String> DROPPED_ROLES =
      words(
          """
          navigation contentinfo complementary search dialog alertdialog menu menubar toolbar tablist
          banner status tooltip
          """);

  private static final Set<String> FOREIGN_WORDS =
      words(
          """
          ad ads advert adverts advertisement advertising breadcrumb breadcrumbs consent cookie
          cookies copyright footer gdpr login modal navbar newsletter pager pagination popup signup
          sponsored subnav topbar
          """);

  private static final Set<String> UNLIKELY_WORDS =
      words(
          """
          banner comment comments commentlist disclaimer legal masthead menu nav navigation overlay
          paging paywall popular promo promotion rail recommend recommended recommendation
          recommendations related respond share sharing shares sidebar skip social sponsor subscribe
          subscription tagcloud teaser teasers toolbar tooltip trending widget widgets
          """);

  private static final Set<String> HIDDEN_WORDS =
      Set.of(
          "visually-hidden",
          "visuallyhidden",
          "sr-only",
          "screen-reader-text",
          "noprint",
          "mw-editsection");

  /** Words before a cue that turn it into a remark on layout: {@code has-sidebar}. */
  private static final Set<String> LAYOUT_WORDS =
      Set.of("has", "with", "no", "without", "is", "js");

  private static final Pattern LIKELY_WORDS =
      Pattern.compile("article|content|entry|story|post|main|markdown|prose");

  private static final Pattern HIDING_STYLE =
      Pattern.compile("display\\s*:\\s*none", Pattern.CASE_INSENSITIVE);
  private static final Pattern WORD_EDGE = Pattern.compile("[^a-z]+");

  private final Map<String, Cue> byName = new HashMap<>();

  private static Set<String> words(String list) {
    return Set.of(list.strip().split("\\s+"));
  }

  /** What to do with an element. */
  Cue of(Element element) {
    String tag = element.normalName();
    if (DROPPED_TAGS.contains(tag)) {
      return Cue.DROP;
    }
    if (element.attributesSize() == 0) {
      return tag.equals("article") || tag.equals("main") ? Cue.LIKELY : Cue.NEUTRAL;
    }
    if (isHidden(element, tag)) {
      return Cue.DROP;
    }
    String role = element.attr("role");
    if (!role.isEmpty() && DROPPED_ROLES.contains(role.strip().toLowerCase(Locale.ROOT))) {
      return Cue.DROP;
    }
    if (tag.equals("form")) {
      // some sites put the whole page into one form
      return element.selectFirst("p, h1, h2, article, main") == null ? Cue.UNLIKELY : Cue.NEUTRAL;
    }
    if (tag.equals("body") || tag.equals("html")) {
      return Cue.NEUTRAL;
    }
    if (tag.equals("article")
        || tag.equals("main")
        || role.equals("main")
        || element.attr("itemprop").equals("articleBody")) {
      return Cue.LIKELY;
    }
    String name = element.className() + ' ' + element.id();
    if (name.length() == 1 || name.length() > 300) {
      return Cue.NEUTRAL;
    }
    Cue known = byName.get(name);
    if (known == null) {
      if (byName.size() >= CACHE) {
        byName.clear();
      }
      known = ofName(name);
      byName.put(name, known);
    }
    return known;
  }

  private static boolean isHidden(Element element, String tag) {
    if (tag.equals("body") || tag.equals("html")) {
      return false;
    }
    if (element.hasAttr("hidden") || element.attr("aria-hidden").equals("true")) {
      return true;
    }
    String style = element.attr("style");
    return !style.isEmpty() && HIDING_STYLE.matcher(style).find();
  }

  private static Cue ofName(String name) {
    boolean likely = false;
    boolean unlikely = false;
    boolean foreign = false;
    for (String token : name.split(" ", -1)) {
      if (HIDDEN_WORDS.contains(token)) {
        return Cue.DROP;
      }
      String before = "";
      for (String part : WORD_EDGE.split(split(token), -1)) {
        if (!LAYOUT_WORDS.contains(before)) {
          foreign |= FOREIGN_WORDS.contains(part);
          unlikely |= UNLIKELY_WORDS.contains(part);
        }
        before = part;
      }
      likely |= LIKELY_WORDS.matcher(token).find();
    }
    if (foreign && !likely) {
      return Cue.FOREIGN;
    }
    if (foreign || unlikely) {
      return Cue.UNLIKELY;
    }
    return likely ? Cue.LIKELY : Cue.NEUTRAL;
  }

  /** Camel case to words: {@code topNav} to {@code top-nav}. */
  private static String split(String token) {
    StringBuilder words = new StringBuilder(token.length() + 4);
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      boolean upper = c >= 'A' && c <= 'Z';
      if (upper && i > 0 && Character.isLowerCase(token.charAt(i - 1))) {
        words.append('-');
      }
      words.append(upper ? (char) (c + 32) : c);
    }
    return words.toString();
  }
}
