package io.sluice.ingest.html.meta;

import io.sluice.ingest.html.tree.Attr;
import io.sluice.ingest.html.tree.HtmlTree;
import io.sluice.ingest.html.tree.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The walk over a page that finds what is declared. */
final class TreeWalk {
  private static final int METAS = 400;
  private static final int CONTENT = 4000;
  private static final int NAME = 300;
  private static final int AUTHORS = 20;
  private static final int TIMES = 50;

  private final HtmlTree tree;
  private final Declared declared;
  private int heading = HtmlTree.NONE;
  private int times;

  TreeWalk(HtmlTree tree, Declared declared) {
    this.tree = tree;
    this.declared = declared;
  }

  /** The first h1 that holds text; NONE where there is none. */
  int heading() {
    return heading;
  }

  void walk() {
    for (int at = HtmlTree.DOCUMENT; at != HtmlTree.NONE; at = tree.next(at, HtmlTree.DOCUMENT)) {
      switch (tree.tag(at)) {
        case Tag.TEXT, Tag.DOCUMENT -> {
          // only elements declare
        }
        case Tag.HTML ->
            declared.htmlLang =
                Names.first(tree.value(at, Attr.LANG), tree.value(at, Attr.XML_LANG));
        case Tag.BASE -> declared.base = Names.first(declared.base, tree.value(at, Attr.HREF));
        case Tag.META -> meta(at);
        case Tag.LINK -> link(at);
        case Tag.TITLE -> {
          if (declared.title == null && tree.namespace(at) == HtmlTree.HTML) {
            declared.title = Names.tidy(Texts.of(tree, at, 1000), 1000);
          }
        }
        case Tag.SCRIPT -> script(at);
        case Tag.H1 -> {
          if (heading == HtmlTree.NONE) {
            declared.heading = Names.tidy(Texts.of(tree, at, 1000), 1000);
            heading = declared.heading == null ? HtmlTree.NONE : at;
          }
        }
        case Tag.TIME -> {
          time(at);
          item(at);
        }
        default -> {
          if (tree.hasAttributes(at)) {
            item(at);
          }
        }
      }
    }
  }

  private void meta(int node) {
    String content = tree.value(node, Attr.CONTENT);
    if (content == null || declared.metas.size() >= METAS) {
      return;
    }
    String tidy = Names.tidy(content, CONTENT);
    if (tidy == null) {
      return;
    }
    if ("content-language".equalsIgnoreCase(tree.value(node, Attr.HTTP_EQUIV))) {
      declared.contentLanguage = Names.first(declared.contentLanguage, tidy);
    }
    for (int attribute : new int[] {Attr.PROPERTY, Attr.NAME, Attr.ITEMPROP}) {
      String names = tree.value(node, attribute);
      if (names != null) {
        String lower = names.strip().toLowerCase(Locale.ROOT);
        for (String name : lower.indexOf(' ') < 0 ? new String[] {lower} : lower.split("\\s+")) {
          named(name, tidy);
        }
      }
    }
  }

  private void named(String name, String content) {
    switch (name) {
      case "og:site_name", "application-name" -> {
        if (declared.siteName == null || name.equals("og:site_name")) {
          declared.siteName = Names.unescaped(content);
        }
      }
      case "description" -> declared.description = Names.first(declared.description, content);
      case "og:description",
          "twitter:description",
          "dc.description",
          "dc:description",
          "dcterm:description",
          "dcterms.description" ->
          declared.ogDescription = Names.first(declared.ogDescription, content);
      case "author",
          "article:author",
          "dc.creator",
          "dc:creator",
          "dcterm:creator",
          "dcterms.creator",
          "citation_author",
          "parsely-author",
          "sailthru.author",
          "byl",
          "creator" -> {
        List<String> authors = declared.metaAuthors.computeIfAbsent(name, key -> new ArrayList<>());
        if (authors.size() < AUTHORS) {
          authors.add(content);
        }
      }
      default -> declared.metas.putIfAbsent(name, content);
    }
  }

  private void link(int node) {
    String rel = tree.value(node, Attr.REL);
    if (rel != null && declared.canonical == null && Names.listed(rel, "canonical")) {
      declared.canonical = Names.first(tree.value(node, Attr.HREF));
    }
    item(node);
  }

  private void script(int node) {
    String type = tree.value(node, Attr.TYPE);
    int text = tree.firstChild(node);
    if (type != null
        && text != HtmlTree.NONE
        && type.toLowerCase(Locale.ROOT).contains("ld+json")) {
      declared.json.read(tree.source(), tree.start(text), tree.end(text));
    }
  }

  private void time(int node) {
    if (declared.publicationTime != null || times++ > TIMES) {
      return;
    }
    String date = Names.first(tree.value(node, Attr.DATETIME));
    if (date == null) {
      date = Names.tidy(Texts.of(tree, node, 100), 100);
    }
    if (date == null) {
      return;
    }
    declared.time = Names.first(declared.time, date);
    String hint = String.valueOf(tree.value(node, Attr.CLASS)) + tree.value(node, Attr.ITEMPROP);
    if (hint.toLowerCase(Locale.ROOT).contains("publi") || hint.contains("entry-date")) {
      declared.publicationTime = date;
    }
  }

  /** Microdata and links to authors. */
  private void item(int node) {
    int property = tree.attribute(node, Attr.ITEMPROP);
    if (property != HtmlTree.NONE) {
      String name = tree.value(property);
      if (name.contains("atePublished")) {
        declared.itemPublished =
            declared.itemPublished != null ? declared.itemPublished : value(node);
      } else if (name.contains("ateModified")) {
        declared.itemModified = declared.itemModified != null ? declared.itemModified : value(node);
      } else if (Names.listed(name, "author") && declared.markedAuthors.size() < AUTHORS) {
        author(node);
      }
    } else {
      int rel = tree.attribute(node, Attr.REL);
      if (rel != HtmlTree.NONE
          && tree.tag(node) == Tag.A
          && Names.listed(tree.value(rel), "author")
          && declared.markedAuthors.size() < AUTHORS) {
        add(Texts.of(tree, node, NAME));
      }
    }
  }

  private void author(int node) {
    for (int at = node; at != HtmlTree.NONE; at = tree.next(at, node)) {
      String name = at == node || tree.tag(at) == Tag.TEXT ? null : tree.value(at, Attr.ITEMPROP);
      if (name != null && Names.listed(name, "name")) {
        add(value(at));
        return;
      }
    }
    add(value(node));
  }

  private void add(String author) {
    String tidy = Names.tidy(author, NAME);
    if (tidy != null) {
      declared.markedAuthors.add(tidy);
    }
  }

  private String value(int node) {
    return Names.tidy(
        Names.first(
            tree.value(node, Attr.CONTENT),
            tree.value(node, Attr.DATETIME),
            Texts.of(tree, node, NAME)),
        NAME);
  }
}
