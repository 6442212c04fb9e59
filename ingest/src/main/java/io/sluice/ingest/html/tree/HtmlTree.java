package io.sluice.ingest.html.tree;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The tree of a parsed page in flat arrays: no object a node. A node is a number; 0 is the
 * document, {@link #NONE} stands for "there is none". Text and attribute values are ranges of the
 * page's UTF-8 bytes and are decoded only when asked for.
 *
 * <p>Comments and doctypes are not in it. Text may stand in several neighbouring nodes. What {@code
 * script}, {@code style} and other raw text elements hold is a text child. A {@code template}'s
 * content are its children. Only the attributes of {@link Attr} are kept.
 *
 * <p>A tree belongs to the parser that made it, and is valid until that parser's next page.
 */
public final class HtmlTree {
  /** No node, no attribute. */
  public static final int NONE = -1;

  /** The document: the root of all. */
  public static final int DOCUMENT = 0;

  /** Namespace of HTML elements, and of text. */
  public static final int HTML = 0;

  /** Namespace of MathML elements. */
  public static final int MATHML = 1;

  /** Namespace of SVG elements. */
  public static final int SVG = 2;

  private static final int ENCODED = 4;

  private byte[] source = new byte[0];
  private int nodes;
  private short[] tags = new short[1024];
  private byte[] flags = new byte[1024];
  private int[] parents = new int[1024];
  private int[] firsts = new int[1024];
  private int[] lasts = new int[1024];
  private int[] nexts = new int[1024];
  private int[] previous = new int[1024];
  // of a text its bytes, of an element its name
  private int[] starts = new int[1024];
  private int[] ends = new int[1024];
  private int[] attributeFirsts = new int[1024];
  private short[] attributeCounts = new short[1024];

  private int attributes;
  private short[] attributeNames = new short[1024];
  private int[] valueStarts = new int[1024];
  private int[] valueEnds = new int[1024];
  private boolean[] valueEncoded = new boolean[1024];

  // ---- what readers ask ----

  /** Number of nodes, text and the document included; some may hang in no tree. */
  public int size() {
    return nodes;
  }

  /** The node's tag: one of {@link Tag}'s numbers. */
  public int tag(int node) {
    return tags[node];
  }

  /** The element's namespace: {@link #HTML}, {@link #MATHML} or {@link #SVG}. */
  public int namespace(int node) {
    return flags[node] & 3;
  }

  /** The element's name in lower case; also where the tag is {@link Tag#OTHER}. */
  public String name(int node) {
    if (tags[node] != Tag.OTHER) {
      return Tag.name(tags[node]);
    }
    StringBuilder name = new StringBuilder(decode(starts[node], ends[node]));
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        name.setCharAt(i, (char) (c + 32));
      }
    }
    return name.toString();
  }

  public int parent(int node) {
    return parents[node];
  }

  public int firstChild(int node) {
    return firsts[node];
  }

  public int lastChild(int node) {
    return lasts[node];
  }

  public int nextSibling(int node) {
    return nexts[node];
  }

  public int previousSibling(int node) {
    return previous[node];
  }

  /**
   * The node after this one in document order, within the tree below {@code root}: the first child,
   * else the next sibling, else that of the nearest ancestor which has one.
   *
   * @return {@link #NONE} after the last
   */
  public int next(int node, int root) {
    return firsts[node] != NONE ? firsts[node] : after(node, root);
  }

  /** The node that follows all below this one, in document order within {@code root}. */
  public int after(int node, int root) {
    int at = node;
    while (at != root && at != NONE) {
      if (nexts[at] != NONE) {
        return nexts[at];
      }
      at = parents[at];
    }
    return NONE;
  }

  /** The page's bytes; ranges of text and values point into them. */
  public byte[] source() {
    return source;
  }

  /** First byte of a text; of an element of tag {@link Tag#OTHER}, of its name. */
  public int start(int node) {
    return starts[node];
  }

  /** One past the last byte of a text, or of a name. */
  public int end(int node) {
    return ends[node];
  }

  /**
   * Whether the text's bytes are not yet the text: character references, carriage returns or NULs
   * are among them, so that {@link #text} must be asked.
   */
  public boolean encoded(int node) {
    return (flags[node] & ENCODED) != 0;
  }

  /** The text of a text node, decoded. */
  public String text(int node) {
    return encoded(node)
        ? References.decode(source, starts[node], ends[node], false)
        : decode(starts[node], ends[node]);
  }

  /** The attribute of an element, for {@link #value(int)}; {@link #NONE} where it has none. */
  public int attribute(int node, int name) {
    int from = attributeFirsts[node];
    for (int i = from; i < from + attributeCounts[node]; i++) {
      if (attributeNames[i] == name) {
        return i;
      }
    }
    return NONE;
  }

  /** Whether an element has any of the attributes that are kept. */
  public boolean hasAttributes(int node) {
    return attributeCounts[node] != 0;
  }

  /** The decoded value of an attribute found by {@link #attribute}. */
  public String value(int attribute) {
    return valueEncoded[attribute]
        ? References.decode(source, valueStarts[attribute], valueEnds[attribute], true)
        : decode(valueStarts[attribute], valueEnds[attribute]);
  }

  /** The decoded value of an element's attribute, or null where it has none. */
  public String value(int node, int name) {
    int attribute = attribute(node, name);
    return attribute == NONE ? null : value(attribute);
  }

  /** First byte of an attribute's value. */
  public int valueStart(int attribute) {
    return valueStarts[attribute];
  }

  /** One past the last byte of an attribute's value. */
  public int valueEnd(int attribute) {
    return valueEnds[attribute];
  }

  private String decode(int start, int end) {
    return new String(source, start, end - start, StandardCharsets.UTF_8);
  }

  // ---- what the tree builder does ----

  /** Forgets all nodes and begins a tree over other bytes. */
  void begin(byte[] bytes) {
    source = bytes;
    nodes = 0;
    attributes = 0;
    add(Tag.DOCUMENT, 0, 0, 0);
  }

  /** A new element that hangs nowhere yet and has no attributes. */
  int addElement(int tag, int namespace, int nameStart, int nameEnd) {
    return add(tag, namespace, nameStart, nameEnd);
  }

  /** A new text that hangs nowhere yet. */
  int addText(int start, int end, boolean encoded) {
    return add(Tag.TEXT, encoded ? ENCODED : 0, start, end);
  }

  private int add(int tag, int flag, int start, int end) {
    int node = nodes++;
    if (node == tags.length) {
      grow();
    }
    tags[node] = (short) tag;
    flags[node] = (byte) flag;
    parents[node] = NONE;
    firsts[node] = NONE;
    lasts[node] = NONE;
    nexts[node] = NONE;
    previous[node] = NONE;
    starts[node] = start;
    ends[node] = end;
    attributeFirsts[node] = attributes;
    attributeCounts[node] = 0;
    return node;
  }

  private void grow() {
    int capacity = tags.length * 2;
    tags = Arrays.copyOf(tags, capacity);
    flags = Arrays.copyOf(flags, capacity);
    parents = Arrays.copyOf(parents, capacity);
    firsts = Arrays.copyOf(firsts, capacity);
    lasts = Arrays.copyOf(lasts, capacity);
    nexts = Arrays.copyOf(nexts, capacity);
    previous = Arrays.copyOf(previous, capacity);
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    attributeFirsts = Arrays.copyOf(attributeFirsts, capacity);
    attributeCounts = Arrays.copyOf(attributeCounts, capacity);
  }

  /** Gives the newest element an attribute; the first of a name counts. */
  void addAttribute(int name, int start, int end, boolean encoded) {
    int node = nodes - 1;
    if (attributeCounts[node] == Short.MAX_VALUE || attribute(node, name) != NONE) {
      return;
    }
    if (attributes == attributeNames.length) {
      int capacity = attributes * 2;
      attributeNames = Arrays.copyOf(attributeNames, capacity);
      valueStarts = Arrays.copyOf(valueStarts, capacity);
      valueEnds = Arrays.copyOf(valueEnds, capacity);
      valueEncoded = Arrays.copyOf(valueEncoded, capacity);
    }
    attributeNames[attributes] = (short) name;
    valueStarts[attributes] = start;
    valueEnds[attributes] = end;
    valueEncoded[attributes] = encoded;
    attributes++;
    attributeCounts[node]++;
  }

  /** A new element with the tag and attributes of another. */
  int copy(int node) {
    int copy = add(tags[node], flags[node], starts[node], ends[node]);
    attributeFirsts[copy] = attributeFirsts[node];
    attributeCounts[copy] = attributeCounts[node];
    return copy;
  }

  /** Hangs a node that hangs nowhere under a parent, as its last child. */
  void append(int parent, int node) {
    int before = lasts[parent];
    parents[node] = parent;
    previous[node] = before;
    if (before == NONE) {
      firsts[parent] = node;
    } else {
      nexts[before] = node;
    }
    lasts[parent] = node;
  }

  /** Hangs a node that hangs nowhere before a sibling. */
  void insertBefore(int sibling, int node) {
    int parent = parents[sibling];
    int before = previous[sibling];
    parents[node] = parent;
    nexts[node] = sibling;
    previous[node] = before;
    previous[sibling] = node;
    if (before == NONE) {
      firsts[parent] = node;
    } else {
      nexts[before] = node;
    }
  }

  /** Takes a node, with all below it, from its parent. */
  void detach(int node) {
    int parent = parents[node];
    if (parent == NONE) {
      return;
    }
    int before = previous[node];
    int behind = nexts[node];
    if (before == NONE) {
      firsts[parent] = behind;
    } else {
      nexts[before] = behind;
    }
    if (behind == NONE) {
      lasts[parent] = before;
    } else {
      previous[behind] = before;
    }
    parents[node] = NONE;
    nexts[node] = NONE;
    previous[node] = NONE;
  }
}
