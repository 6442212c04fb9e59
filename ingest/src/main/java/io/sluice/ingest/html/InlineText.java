package io.sluice.ingest.html;

/**
 * Collects the text of one block: white space collapsed to single spaces, line breaks kept where
 * the page asks for them, invisible characters left out. Counts what the choice of blocks needs.
 */
final class InlineText {
  private final StringBuilder text = new StringBuilder();
  private boolean space;
  private int weight;
  private int linked;
  private int stops;
  private char last = '\n';

  boolean isEmpty() {
    return text.length() == 0;
  }

  int weight() {
    return weight;
  }

  int linked() {
    return linked;
  }

  int stops() {
    return stops;
  }

  /** Adds text of the flow. */
  void add(String more, boolean inLink) {
    for (int i = 0; i < more.length(); i++) {
      char c = more.charAt(i);
      if (c <= ' ' || c == 0xA0) {
        space = true;
      } else if (c != 0x200B && c != 0xFEFF && c != 0xAD) {
        putSpace();
        put(c, inLink);
      }
    }
  }

  /** Adds text whose white space stands as it is. */
  void addVerbatim(String more, boolean inLink) {
    for (int i = 0; i < more.length(); i++) {
      char c = more.charAt(i);
      if (c == '\r') {
        c = '\n';
        i += i + 1 < more.length() && more.charAt(i + 1) == '\n' ? 1 : 0;
      }
      if (c >= ' ' || c == '\n' || c == '\t') {
        put(c == 0xA0 ? ' ' : c, inLink);
      }
    }
  }

  private void put(char c, boolean inLink) {
    text.append(c);
    if (c <= ' ') {
      last = c;
      return;
    }
    boolean han = c >= 0x2E80 && c < 0xFB00 && !Character.isSurrogate(c);
    int unit = han || isThai(c) ? 2 : 1;
    weight += unit;
    linked += inLink ? unit : 0;
    stops += isStop(c) && last > ' ' && !isStop(last) ? 1 : 0;
    last = c;
  }

  private static boolean isThai(char c) {
    return (c >= 0x0E00 && c < 0x0F00) || (c >= 0x1780 && c < 0x1800);
  }

  private static boolean isStop(char c) {
    return switch (c) {
      case '.', ',', ';', '!', '?', ':' -> true;
      case '。', '，', '、', '；', '：', '！', '？', '．', '」' -> true;
      case '،', '؛', '؟', '۔', '।', '॥', '·', '…' -> true;
      default -> false;
    };
  }

  private void putSpace() {
    if (space && text.length() > 0 && text.charAt(text.length() - 1) > ' ') {
      text.append(' ');
      last = ' ';
    }
    space = false;
  }

  /** A gap between words. */
  void gap() {
    space = true;
  }

  /** A line break, without spaces about it. */
  void lineBreak() {
    trimEnd();
    if (text.length() > 0) {
      text.append('\n');
      last = '\n';
    }
    space = false;
  }

  /** Whether the text ends in a line end, or is empty. */
  boolean atLineStart() {
    return text.length() == 0 || text.charAt(text.length() - 1) == '\n';
  }

  /** A cell border. */
  void cell() {
    trimEnd();
    text.append(text.length() == 0 ? "| " : " | ");
    last = ' ';
    space = false;
  }

  private void trimEnd() {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    text.setLength(end);
  }

  /** The text so far, without white space at its ends; then begins anew. */
  String take() {
    String taken = text.toString().strip();
    clear();
    return taken;
  }

  /** The text so far with its inner and leading spaces, without blank lines at its ends. */
  String takeVerbatim() {
    int start = 0;
    for (int i = 0; i < text.length() && text.charAt(i) <= ' '; i++) {
      start = text.charAt(i) == '\n' ? i + 1 : start;
    }
    int end = text.length();
    while (end > start && text.charAt(end - 1) <= ' ') {
      end--;
    }
    String taken = text.substring(start, end);
    clear();
    return taken;
  }

  private void clear() {
    text.setLength(0);
    space = false;
    weight = 0;
    linked = 0;
    stops = 0;
    last = '\n';
  }
}
