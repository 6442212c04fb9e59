package io.sluice.ingest.html;

import io.sluice.ingest.html.tree.Attr;
import io.sluice.ingest.html.tree.HtmlTree;
import io.sluice.ingest.html.tree.Tag;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

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

  /** Words before a cue that turn it into a remark on layout: {@code has-sidebar}. */
  private static final Set<String> LAYOUT_WORDS =
      Set.of("has", "with", "no", "without", "is", "js");

  private static final Pattern LIKELY_WORDS =
      Pattern.compile("article|content|entry|story|post|main|markdown|prose");

  private static final Pattern WORD_EDGE = Pattern.compile("[^a-z]+");

  private final Map<String, Cue> byName = new HashMap<>();

  private static Set<String> words(String list) {
    return Set.of(list.strip().split("\\s+"));
  }

  /** What to do with an element. */
  Cue of(HtmlTree tree, int element) {
    int tag = tree.tag(element);
    switch (tag) {
      case Tag.NAV, Tag.FOOTER, Tag.ASIDE, Tag.MENU, Tag.DIALOG -> {
        return Cue.DROP;
      }
      default -> {}
    }
    if (!tree.hasAttributes(element)) {
      return tag == Tag.ARTICLE || tag == Tag.MAIN ? Cue.LIKELY : Cue.NEUTRAL;
    }
    String given = tree.value(element, Attr.ROLE);
    String role = given == null ? "" : given;
    if (!role.isEmpty() && DROPPED_ROLES.contains(role.strip().toLowerCase(Locale.ROOT))) {
      return Cue.DROP;
    }
    if (tag == Tag.FORM) {
      // some sites put the whole page into one form
      return holdsText(tree, element) ? Cue.NEUTRAL : Cue.UNLIKELY;
    }
    if (tag == Tag.ARTICLE
        || tag == Tag.MAIN
        || role.equals("main")
        || "articleBody".equals(tree.value(element, Attr.ITEMPROP))) {
      return Cue.LIKELY;
    }
    String classes = tree.value(element, Attr.CLASS);
    String id = tree.value(element, Attr.ID);
    String name = (classes == null ? "" : classes) + ' ' + (id == null ? "" : id);
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

  private static boolean holdsText(HtmlTree tree, int form) {
    for (int node = form; node != HtmlTree.NONE; node = tree.next(node, form)) {
      switch (tree.tag(node)) {
        case Tag.P, Tag.H1, Tag.H2, Tag.ARTICLE, Tag.MAIN -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  private static Cue ofName(String name) {
    boolean likely = false;
    boolean unlikely = false;
    boolean foreign = false;
    for (String token : name.split(" ", -1)) {
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
