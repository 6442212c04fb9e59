package io.sluice.ingest.html.meta;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Metadata in JSON-LD (schema.org), read as a stream: no tree, so many tokens at most, faults
 * forgiven. Of several things on a page the one that is most like an article counts.
 */
final class JsonLd {
  private static final int TOKENS = 100_000;
  private static final int DEPTH = 60;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH)
                  .maxStringLength(10_000_000)
                  .build())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .build();

  /** One object on the way; its fields as far as they are read. */
  private static final class Thing {
    final String role;
    String type = "";
    String name;
    String headline;
    String published;
    String created;
    String modified;
    String language;
    String description;
    String publisher;
    final List<String> authors = new ArrayList<>();

    Thing(String role) {
      this.role = role;
    }
  }

  private int tokens;
  private int rank;
  private Thing best = new Thing("");
  private String siteName;

  /** Reads one script's text; what comes behind a fault in it is lost. */
  void read(byte[] bytes, int start, int end) {
    int from = start;
    while (from < end && bytes[from] != '{' && bytes[from] != '[') {
      from++;
    }
    if (from == end) {
      return;
    }
    Deque<Thing> open = new ArrayDeque<>();
    try (JsonParser parser = FACTORY.createParser(bytes, from, end - from)) {
      for (JsonToken token = parser.nextToken();
          token != null && tokens++ < TOKENS;
          token = parser.nextToken()) {
        switch (token) {
          case START_OBJECT -> open.push(new Thing(role(parser, open)));
          case END_OBJECT -> close(open);
          case VALUE_STRING -> {
            if (!open.isEmpty()) {
              field(open.peek(), role(parser, open), parser.getText());
            }
          }
          default -> {
            // numbers and the like say nothing here
          }
        }
      }
    } catch (IOException e) {
      // what was read before the fault still counts
      while (!open.isEmpty()) {
        close(open);
      }
    }
  }

  /** The name of the field that a value stands in, through arrays. */
  private static String role(JsonParser parser, Deque<Thing> open) {
    var context = parser.getParsingContext();
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      context = context.getParent();
    }
    while (context != null && context.inArray()) {
      context = context.getParent();
    }
    String name = context == null || open.isEmpty() ? null : context.getCurrentName();
    return name == null ? "" : name;
  }

  private static void field(Thing thing, String name, String value) {
    switch (name) {
      case "@type" -> thing.type = thing.type.isEmpty() ? value : thing.type + " " + value;
      case "name" -> thing.name = Names.first(thing.name, value);
      case "headline" -> thing.headline = Names.first(thing.headline, value);
      case "datePublished" -> thing.published = Names.first(thing.published, value);
      case "dateCreated", "uploadDate" -> thing.created = Names.first(thing.created, value);
      case "dateModified" -> thing.modified = Names.first(thing.modified, value);
      case "inLanguage" -> thing.language = Names.first(thing.language, value);
      case "description" -> thing.description = Names.first(thing.description, value);
      case "author", "creator" -> thing.authors.add(value);
      default -> {
        // of no use
      }
    }
  }

  private void close(Deque<Thing> open) {
    Thing thing = open.pop();
    Thing parent = open.peek();
    if (parent != null) {
      switch (thing.role) {
        case "author", "creator" -> {
          if (thing.name != null) {
            parent.authors.add(thing.name);
          }
          return;
        }
        case "publisher", "sourceOrganization" -> {
          parent.publisher = Names.first(parent.publisher, thing.name);
          return;
        }
        case "review",
            "reviews",
            "comment",
            "comments",
            "acceptedAnswer",
            "suggestedAnswer",
            "isRelatedTo",
            "citation",
            "itemListElement",
            "hasPart",
            "associatedMedia" -> {
          return;
        }
        default -> {
          // a thing of its own
        }
      }
    }
    if (thing.type.contains("WebSite")) {
      siteName = Names.first(siteName, thing.name);
      return;
    }
    int own = rank(thing);
    if (own > rank) {
      rank = own;
      best = thing;
    }
  }

  private static int rank(Thing thing) {
    String type = thing.type.toLowerCase(Locale.ROOT);
    if (type.contains("article") || type.contains("posting") || type.contains("report")) {
      return 4;
    }
    if (type.contains("recipe")
        || type.contains("question")
        || type.contains("review")
        || type.contains("book")
        || type.contains("product")
        || type.contains("event")) {
      return 3;
    }
    if (type.contains("page")) {
      return 2;
    }
    return thing.headline != null || thing.published != null || thing.created != null ? 1 : 0;
  }

  String headline() {
    return best.headline != null ? best.headline : rank == 4 || rank == 3 ? best.name : null;
  }

  String published() {
    return Names.first(best.published, best.created);
  }

  String modified() {
    return best.modified;
  }

  String language() {
    return best.language;
  }

  String description() {
    return Names.tidy(Names.unescaped(best.description), 2000);
  }

  String siteName() {
    return Names.tidy(Names.unescaped(Names.first(siteName, best.publisher)), 200);
  }

  List<String> authors() {
    return List.copyOf(best.authors);
  }
}
