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

  /** Most bytes of a name that is not in {@link Tag}; longer ones are cut. */
  static final int NAME_LIMIT = (1 << 11) - 1;

  // A node is eight ints: META, PARENT, ... A text has its range where an element has its children.
  private static final int STRIDE_BITS = 3;
  private static final int PARENT = 1;
  private static final int NEXT = 2;
  private static final int PREVIOUS = 3;
  private static final int FIRST = 4;
  private static final int LAST = 5;
  private static final int ATTRIBUTE_FIRST = 6;
  private static final int NAME_START = 7;

  // META, from bit 0: 8 tag, 2 namespace, 3 how a text is decoded, 1 open, 7 count of attributes,
  // 11 length of the name
  private static final int TAG_MASK = 0xff;
  private static final int KIND_MASK = 0x3ff;
  private static final int NAMESPACE_SHIFT = 8;
  private static final int DECODING_SHIFT = 10;
  private static final int OPEN = 1 << 13;
  private static final int COUNT_SHIFT = 14;
  private static final int COUNT_MASK = 0x7f;
  private static final int NAME_SHIFT = 21;

  private static final int INITIAL_NODES = 1 << 10;
  private static final int KEPT_NODES = 1 << 17;
  private static final int INITIAL_ATTRIBUTES = 1 << 9;
  private static final int KEPT_ATTRIBUTES = 1 << 16;

  private byte[] source = new byte[0];
  private int nodes;
  private int[] words = new int[INITIAL_NODES << STRIDE_BITS];

  // An attribute is three ints: its name and how it is decoded, start and end of its value.
  private int attributes;
  private int committed;
  private int[] values = new int[3 * INITIAL_ATTRIBUTES];

  // ---- what readers ask ----

  /** Number of nodes, text and the document included; some may hang in no tree. */
  public int size() {
    return nodes;
  }

  /** The node's tag: one of {@link Tag}'s numbers. */
  public int tag(int node) {
    return words[node << STRIDE_BITS] & TAG_MASK;
  }

  /** The element's namespace: {@link #HTML}, {@link #MATHML} or {@link #SVG}. */
  public int namespace(int node) {
    return (words[node << STRIDE_BITS] >>> NAMESPACE_SHIFT) & 3;
  }

  /** The element's name in lower case; also where the tag is {@link Tag#OTHER}. */
  public String name(int node) {
    int tag = tag(node);
    if (tag != Tag.OTHER) {
      return Tag.name(tag);
    }
    StringBuilder name = new StringBuilder(decode(start(node), end(node)));
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        name.setCharAt(i, (char) (c + 32));
      } else if (c == 0) {
        name.setCharAt(i, '\uFFFD');
      }
    }
    return name.toString();
  }

  public int parent(int node) {
    return words[(node << STRIDE_BITS) + PARENT];
  }

  public int firstChild(int node) {
    int at = node << STRIDE_BITS;
    return (words[at] & TAG_MASK) == Tag.TEXT ? NONE : words[at + FIRST];
  }

  public int lastChild(int node) {
    int at = node << STRIDE_BITS;
    return (words[at] & TAG_MASK) == Tag.TEXT ? NONE : words[at + LAST];
  }

  public int nextSibling(int node) {
    return words[(node << STRIDE_BITS) + NEXT];
  }

  public int previousSibling(int node) {
    return words[(node << STRIDE_BITS) + PREVIOUS];
  }

  /**
   * The node after this one in document order, within the tree below {@code root}: the first child,
   * else the next sibling, else that of the nearest ancestor which has one.
   *
   * @return {@link #NONE} after the last
   */
  public int next(int node, int root) {
    int first = firstChild(node);
    return first != NONE ? first : after(node, root);
  }

  /** The node that follows all below this one, in document order within {@code root}. */
  public int after(int node, int root) {
    int at = node;
    while (at != root && at != NONE) {
      int next = nextSibling(at);
      if (next != NONE) {
        return next;
      }
      at = parent(at);
    }
    return NONE;
  }

  /** The page's bytes; ranges of text and values point into them. */
  public byte[] source() {
    return source;
  }

  /** First byte of a text; of an element of tag {@link Tag#OTHER}, of its name. */
  public int start(int node) {
    int at = node << STRIDE_BITS;
    return (words[at] & TAG_MASK) == Tag.TEXT ? words[at + FIRST] : words[at + NAME_START];
  }

  /** One past the last byte of a text, or of a name. */
  public int end(int node) {
    int at = node << STRIDE_BITS;
    return (words[at] & TAG_MASK) == Tag.TEXT
        ? words[at + LAST]
        : words[at + NAME_START] + (words[at] >>> NAME_SHIFT);
  }

  /**
   * Whether the text's bytes are not yet the text: character references, carriage returns or NULs
   * are among them, so that {@link #text} must be asked.
   */
  public boolean encoded(int node) {
    return decoding(node) != 0;
  }

  /** How a text is decoded: 0, or bits of {@link References}. */
  int decoding(int node) {
    return (words[node << STRIDE_BITS] >>> DECODING_SHIFT) & 7;
  }

  /** The text of a text node, decoded. */
  public String text(int node) {
    int decoding = decoding(node);
    return decoding != 0
        ? References.decode(source, start(node), end(node), decoding)
        : decode(start(node), end(node));
  }

  /**
   * Writes the decoded text of a text node as UTF-8 and returns the place after it. The room needed
   * is {@link #room}; ill-formed UTF-8 of the page is passed on as it is.
   */
  public int text(int node, byte[] into, int at) {
    int decoding = decoding(node);
    int start = start(node);
    int end = end(node);
    if (decoding != 0) {
      return References.decode(source, start, end, decoding, into, at);
    }
    System.arraycopy(source, start, into, at, end - start);
    return at + end - start;
  }

  /** The most bytes that {@link #text(int, byte[], int)} writes for a text node. */
  public int room(int node) {
    int length = end(node) - start(node);
    int decoding = decoding(node);
    return decoding != 0 ? References.room(length, decoding) : length;
  }

  /** The attribute of an element, for {@link #value(int)}; {@link #NONE} where it has none. */
  public int attribute(int node, int name) {
    int at = node << STRIDE_BITS;
    int count = (words[at] >>> COUNT_SHIFT) & COUNT_MASK;
    int from = words[at + ATTRIBUTE_FIRST];
    for (int i = from; i < from + count; i++) {
      if ((values[3 * i] & 0xff) == name) {
        return i;
      }
    }
    return NONE;
  }

  /** Whether an element has any of the attributes that are kept. */
  public boolean hasAttributes(int node) {
    return attributeCount(node) != 0;
  }

  private int attributeCount(int node) {
    return (words[node << STRIDE_BITS] >>> COUNT_SHIFT) & COUNT_MASK;
  }

  /** The first of an element's attributes; they are numbered one after the other. */
  public int firstAttribute(int node) {
    return words[(node << STRIDE_BITS) + ATTRIBUTE_FIRST];
  }

  /** One past the last of an element's attributes. */
  public int endAttribute(int node) {
    int at = node << STRIDE_BITS;
    return words[at + ATTRIBUTE_FIRST] + (words[at] >>> COUNT_SHIFT & COUNT_MASK);
  }

  /** The name of an attribute: one of {@link Attr}'s numbers. */
  public int attributeName(int attribute) {
    return values[3 * attribute] & 0xff;
  }

  /** The decoded value of an attribute found by {@link #attribute}. */
  public String value(int attribute) {
    return valueEncoded(attribute)
        ? References.decode(
            source, valueStart(attribute), valueEnd(attribute), values[3 * attribute] >>> 8)
        : decode(valueStart(attribute), valueEnd(attribute));
  }

  /** The decoded value of an element's attribute, or null where it has none. */
  public String value(int node, int name) {
    int attribute = attribute(node, name);
    return attribute == NONE ? null : value(attribute);
  }

  /** First byte of an attribute's value. */
  public int valueStart(int attribute) {
    return values[3 * attribute + 1];
  }

  /** One past the last byte of an attribute's value. */
  public int valueEnd(int attribute) {
    return values[3 * attribute + 2];
  }

  /** Whether the bytes of an attribute's value are not yet the value, as with {@link #encoded}. */
  public boolean valueEncoded(int attribute) {
    return values[3 * attribute] >>> 8 != 0;
  }

  private String decode(int start, int end) {
    return new String(source, start, end - start, StandardCharsets.UTF_8);
  }

  // ---- what the tree builder does ----

  /** Forgets all nodes and begins a tree over other bytes; gives back what a huge page took. */
  void begin(byte[] bytes) {
    source = bytes;
    nodes = 0;
    attributes = 0;
    committed = 0;
    if (words.length > KEPT_NODES << STRIDE_BITS) {
      words = new int[INITIAL_NODES << STRIDE_BITS];
    }
    if (values.length > 3 * KEPT_ATTRIBUTES) {
      values = new int[3 * INITIAL_ATTRIBUTES];
    }
    add(Tag.DOCUMENT, NONE, NONE);
  }

  /** Namespace and tag in one number: {@code namespace << 8 | tag}. */
  int kind(int node) {
    return words[node << STRIDE_BITS] & KIND_MASK;
  }

  boolean isOpen(int node) {
    return (words[node << STRIDE_BITS] & OPEN) != 0;
  }

  void open(int node) {
    words[node << STRIDE_BITS] |= OPEN;
  }

  void close(int node) {
    words[node << STRIDE_BITS] &= ~OPEN;
  }

  /** A new element that hangs nowhere yet and has no attributes. */
  int addElement(int tag, int namespace, int nameStart, int nameEnd) {
    int length = tag == Tag.OTHER ? Math.min(nameEnd - nameStart, NAME_LIMIT) : 0;
    int node = add(tag | (namespace << NAMESPACE_SHIFT) | (length << NAME_SHIFT), NONE, NONE);
    words[(node << STRIDE_BITS) + NAME_START] = nameStart;
    return node;
  }

  /** A new element that takes the attributes read since the last one. */
  int addElementWithAttributes(int tag, int namespace, int nameStart, int nameEnd) {
    int node = addElement(tag, namespace, nameStart, nameEnd);
    int at = node << STRIDE_BITS;
    words[at] |= (attributes - committed) << COUNT_SHIFT;
    words[at + ATTRIBUTE_FIRST] = committed;
    committed = attributes;
    return node;
  }

  /** A new text that hangs nowhere yet; how it is decoded, by the bits of {@link References}. */
  int addText(int start, int end, int decoding) {
    return add(Tag.TEXT | (decoding << DECODING_SHIFT), start, end);
  }

  private int add(int meta, int first, int last) {
    int node = nodes++;
    int at = node << STRIDE_BITS;
    int[] w = words;
    if (at == w.length) {
      words = w = Arrays.copyOf(w, 2 * w.length);
    }
    w[at] = meta;
    w[at + PARENT] = NONE;
    w[at + NEXT] = NONE;
    w[at + PREVIOUS] = NONE;
    w[at + FIRST] = first;
    w[at + LAST] = last;
    w[at + ATTRIBUTE_FIRST] = 0;
    w[at + NAME_START] = 0;
    return node;
  }

  /** Forgets attributes that no element took. */
  void beginAttributes() {
    attributes = committed;
  }

  /** Reads an attribute, of a name that was not read since {@link #beginAttributes}. */
  void addAttribute(int name, int start, int end, int decoding) {
    int at = 3 * attributes++;
    if (at + 3 > values.length) {
      values = Arrays.copyOf(values, 2 * values.length);
    }
    values[at] = name | (decoding << 8);
    values[at + 1] = start;
    values[at + 2] = end;
  }

  /** Whether an attribute was read that no element took yet. */
  boolean isPending(int name) {
    return pending(name) != NONE;
  }

  /** Whether an attribute that no element took yet has a value, given in lower case. */
  boolean pendingValue(int name, String lower) {
    int attribute = pending(name);
    return attribute != NONE && value(attribute).equalsIgnoreCase(lower);
  }

  private int pending(int name) {
    for (int i = committed; i < attributes; i++) {
      if ((values[3 * i] & 0xff) == name) {
        return i;
      }
    }
    return NONE;
  }

  /** Gives an element those of the attributes read since the last one that it lacks. */
  void mergeAttributes(int node) {
    int from = committed;
    int until = attributes;
    int at = node << STRIDE_BITS;
    boolean news = false;
    for (int i = from; i < until && !news; i++) {
      news = attribute(node, values[3 * i] & 0xff) == NONE;
    }
    if (!news) {
      return;
    }
    int first = words[at + ATTRIBUTE_FIRST];
    int count = attributeCount(node);
    for (int i = from; i < until; i++) {
      if (attribute(node, values[3 * i] & 0xff) == NONE) {
        addAttribute(
            values[3 * i] & 0xff, values[3 * i + 1], values[3 * i + 2], values[3 * i] >>> 8);
      }
    }
    for (int i = first; i < first + count; i++) {
      addAttribute(values[3 * i] & 0xff, values[3 * i + 1], values[3 * i + 2], values[3 * i] >>> 8);
    }
    words[at] &= ~(COUNT_MASK << COUNT_SHIFT);
    words[at] |= (attributes - until) << COUNT_SHIFT;
    words[at + ATTRIBUTE_FIRST] = until;
    committed = attributes;
  }

  /** Whether two elements have the same attributes among those kept, in whatever order. */
  boolean sameAttributes(int node, int other) {
    int count = attributeCount(node);
    if (count != attributeCount(other)) {
      return false;
    }
    int from = words[(node << STRIDE_BITS) + ATTRIBUTE_FIRST];
    for (int i = from; i < from + count; i++) {
      int match = attribute(other, values[3 * i] & 0xff);
      if (match == NONE
          || !Arrays.equals(
              source, valueStart(i), valueEnd(i), source, valueStart(match), valueEnd(match))) {
        return false;
      }
    }
    return true;
  }

  /** A new element with the tag and attributes of another. */
  int copy(int node) {
    int at = node << STRIDE_BITS;
    int copy = add(words[at] & ~OPEN, NONE, NONE);
    int to = copy << STRIDE_BITS;
    words[to + ATTRIBUTE_FIRST] = words[at + ATTRIBUTE_FIRST];
    words[to + NAME_START] = words[at + NAME_START];
    return copy;
  }

  /** Hangs a node that hangs nowhere under a parent, as its last child. */
  void append(int parent, int node) {
    int[] w = words;
    int up = parent << STRIDE_BITS;
    int at = node << STRIDE_BITS;
    int before = w[up + LAST];
    w[at + PARENT] = parent;
    w[at + PREVIOUS] = before;
    if (before == NONE) {
      w[up + FIRST] = node;
    } else {
      w[(before << STRIDE_BITS) + NEXT] = node;
    }
    w[up + LAST] = node;
  }

  /** Hangs a node that hangs nowhere before a sibling. */
  void insertBefore(int sibling, int node) {
    int parent = parent(sibling);
    int before = previousSibling(sibling);
    int at = node << STRIDE_BITS;
    words[at + PARENT] = parent;
    words[at + NEXT] = sibling;
    words[at + PREVIOUS] = before;
    words[(sibling << STRIDE_BITS) + PREVIOUS] = node;
    if (before == NONE) {
      words[(parent << STRIDE_BITS) + FIRST] = node;
    } else {
      words[(before << STRIDE_BITS) + NEXT] = node;
    }
  }

  /** Takes a node, with all below it, from its parent. */
  void detach(int node) {
    int parent = parent(node);
    if (parent == NONE) {
      return;
    }
    int at = node << STRIDE_BITS;
    int before = words[at + PREVIOUS];
    int behind = words[at + NEXT];
    if (before == NONE) {
      words[(parent << STRIDE_BITS) + FIRST] = behind;
    } else {
      words[(before << STRIDE_BITS) + NEXT] = behind;
    }
    if (behind == NONE) {
      words[(parent << STRIDE_BITS) + LAST] = before;
    } else {
      words[(behind << STRIDE_BITS) + PREVIOUS] = before;
    }
    words[at + PARENT] = NONE;
    words[at + NEXT] = NONE;
    words[at + PREVIOUS] = NONE;
  }

  /** Moves all children of a node behind those of another. */
  void moveChildren(int from, int to) {
    int child = firstChild(from);
    while (child != NONE) {
      int next = nextSibling(child);
      words[(child << STRIDE_BITS) + NEXT] = NONE;
      append(to, child);
      child = next;
    }
    words[(from << STRIDE_BITS) + FIRST] = NONE;
    words[(from << STRIDE_BITS) + LAST] = NONE;
  }
}
