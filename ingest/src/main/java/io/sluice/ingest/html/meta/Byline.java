package io.sluice.ingest.html.meta;

import io.sluice.ingest.html.tree.Attr;
import io.sluice.ingest.html.tree.HtmlTree;
import io.sluice.ingest.html.tree.Tag;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Author and date as they are to be seen: elements whose class says so, and short texts that stand
 * close behind the first heading.
 *
 * @param author the author, or null
 * @param date an ISO 8601 date, or null
 */
record Byline(String author, String date) {
  static final Byline NONE = new Byline(null, null);

  private static final int CANDIDATES = 60;
  private static final int NEAR = 60;
  private static final int SHORT = 100;

  /** A name of more words is none. */
  private static final int MOST_WORDS = 6;

  /** A date may stand so many texts before the heading. */
  private static final int BEFORE = 15;

  /** So many nodes behind the heading a byline is looked for. */
  private static final int NODES = 4000;

  private static final Set<String> AUTHOR_WORDS =
      Set.of("byline", "author", "authors", "autor", "auteur", "writer", "authorname");
  private static final Set<String> DATE_WORDS =
      Set.of(
          "date",
          "datum",
          "dateline",
          "datetime",
          "time",
          "timestamp",
          "published",
          "publish",
          "pubdate",
          "pubtime",
          "publishdate",
          "publishtime",
          "publishing",
          "postdate",
          "entrydate",
          "postmeta",
          "created",
          "erstellt",
          "posted",
          "datepublished",
          "posttime");
  private static final Pattern SAYS_AUTHOR =
      Pattern.compile(
          "^(?:(?:by|von|par|por)[:\\s]|(?:作者|记者|記者|著者|執筆者)\\s*[:：/／]?|[文글]\\s*[:：/／])\\s*\\S.{0,60}$",
          Pattern.CASE_INSENSITIVE);

  /** Looks for both in one walk; bounded in what it reads. */
  static Byline find(HtmlTree tree, int heading, String language) {
    String author = null;
    String date = null;
    String nearAuthor = null;
    String nearDate = null;
    int read = 0;
    int texts = 0;
    int dated = -BEFORE - 1;
    int behind = heading == HtmlTree.NONE ? NEAR : -1;
    int nodes = 0;
    for (int at = HtmlTree.DOCUMENT;
        at != HtmlTree.NONE
            && read < CANDIDATES
            && nodes < NODES
            && (author == null || date == null);
        at = tree.next(at, HtmlTree.DOCUMENT)) {
      int tag = tree.tag(at);
      nodes += behind >= 0 ? 1 : 0;
      if (at == heading) {
        behind = 0;
        nearDate = texts - dated <= BEFORE ? nearDate : null;
      } else if (tag == Tag.TEXT && behind < 0) {
        if (shown(tree, at)) {
          texts++;
          String early = digits(tree, at) ? DateText.parse(tree.text(at), language) : null;
          nearDate = early == null ? nearDate : early;
          dated = early == null ? dated : texts;
        }
      } else if (tag == Tag.TEXT) {
        if (behind < NEAR && shown(tree, at)) {
          String text = Names.tidy(tree.text(at), SHORT);
          if (text != null) {
            behind++;
            nearDate = nearDate != null ? nearDate : DateText.parse(text, language);
            if (nearAuthor == null && SAYS_AUTHOR.matcher(text).find() && behind < NEAR / 2) {
              nearAuthor = Authors.clean(text);
            }
          }
        }
      } else if (tree.hasAttributes(at)) {
        String name = hint(tree, at);
        if (name == null) {
          continue;
        }
        if (author == null && says(name, AUTHOR_WORDS)) {
          read++;
          author = author(tree, at);
        }
        if (date == null && says(name, DATE_WORDS)) {
          read++;
          String text = Texts.of(tree, at, SHORT);
          date = text.length() < SHORT ? DateText.parse(text, language) : null;
        }
      }
    }
    return new Byline(author == null ? nearAuthor : author, date == null ? nearDate : date);
  }

  /** Whether a text is short, not blank and to be seen. */
  private static boolean shown(HtmlTree tree, int text) {
    int tag = tree.tag(tree.parent(text));
    if (tree.end(text) - tree.start(text) >= 3 * SHORT
        || tag == Tag.SCRIPT
        || tag == Tag.STYLE
        || tag == Tag.NOSCRIPT
        || tag == Tag.TEXTAREA
        || tag == Tag.OPTION
        || tag == Tag.TITLE) {
      return false;
    }
    byte[] bytes = tree.source();
    for (int i = tree.start(text); i < tree.end(text); i++) {
      if (bytes[i] < 0 || bytes[i] > ' ') {
        return true;
      }
    }
    return false;
  }

  private static boolean digits(HtmlTree tree, int text) {
    byte[] bytes = tree.source();
    int digits = 0;
    for (int i = tree.start(text); i < tree.end(text); i++) {
      digits += bytes[i] >= '0' && bytes[i] <= '9' ? 1 : 0;
    }
    return digits >= 4;
  }

  /**
   * Class and id in lower case, where they hold letters that are worth a closer look; else null.
   */
  private static String hint(HtmlTree tree, int node) {
    int tag = tree.tag(node);
    if (tag == Tag.BODY
        || tag == Tag.HTML
        || tag == Tag.SCRIPT
        || tag == Tag.LINK
        || tag == Tag.INPUT
        || tag == Tag.LABEL
        || tag == Tag.FORM) {
      return null;
    }
    int name = tree.attribute(node, Attr.CLASS);
    int id = tree.attribute(node, Attr.ID);
    boolean named = name != HtmlTree.NONE && promising(tree, name);
    boolean called = id != HtmlTree.NONE && promising(tree, id);
    if (!named && !called) {
      return null;
    }
    String both = (named ? tree.value(name) : "") + " " + (called ? tree.value(id) : "");
    return both.length() > 300 ? null : both.toLowerCase(Locale.ROOT);
  }

  /** Whether a word in an attribute's bytes begins like one that is looked for. */
  private static boolean promising(HtmlTree tree, int attribute) {
    byte[] bytes = tree.source();
    int end = tree.valueEnd(attribute) - 1;
    boolean inside = false;
    for (int i = tree.valueStart(attribute); i < end; i++) {
      int letter = bytes[i] | 0x20;
      boolean within = inside;
      inside = letter >= 'a' && letter <= 'z';
      if (within || !inside) {
        continue;
      }
      switch (letter << 8 | (bytes[i + 1] | 0x20)) {
        case 'a' << 8 | 'u',
            'b' << 8 | 'y',
            'd' << 8 | 'a',
            't' << 8 | 'i',
            'p' << 8 | 'u',
            'p' << 8 | 'o',
            'w' << 8 | 'r',
            'c' << 8 | 'r',
            'e' << 8 | 'n',
            'e' << 8 | 'r' -> {
          return true;
        }
        default -> {
          // the next word
        }
      }
    }
    return false;
  }

  /** Whether a word of a class or id, hyphens and underscores parting words, is among these. */
  private static boolean says(String name, Set<String> words) {
    int from = -1;
    for (int i = 0; i <= name.length(); i++) {
      boolean letter = i < name.length() && Character.isLetter(name.charAt(i));
      if (letter && from < 0) {
        from = i;
      } else if (!letter && from >= 0) {
        if (words.contains(name.substring(from, i))) {
          return true;
        }
        from = -1;
      }
    }
    // by-line
    return words == AUTHOR_WORDS && name.contains("by-line");
  }

  private static String author(HtmlTree tree, int node) {
    String text = Texts.of(tree, node, 2 * SHORT);
    String name = text.length() >= 2 * SHORT ? null : Authors.clean(text);
    boolean plausible =
        name != null
            && name.chars().noneMatch(c -> c >= '0' && c <= '9')
            && (name.indexOf(',') >= 0 || name.split(" ").length <= MOST_WORDS);
    return plausible ? name : null;
  }
}
