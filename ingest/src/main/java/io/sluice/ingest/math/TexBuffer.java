package io.sluice.ingest.math;

/** LaTeX of a formula as it is written: keeps commands and letters apart, and spaces in bounds. */
final class TexBuffer {
  private static final int LONGEST_COMMAND = 64;

  private final StringBuilder text = new StringBuilder();
  private int scripts;
  private boolean afterOperator;

  int length() {
    return text.length();
  }

  /** Whether an operator stands before, or nothing but an opening: what comes has no left side. */
  boolean atStart() {
    int last = text.length() - 1;
    while (last >= 0 && text.charAt(last) == ' ') {
      last--;
    }
    return afterOperator || last < 0 || "{([&,".indexOf(text.charAt(last)) >= 0;
  }

  /** Appends LaTeX; a space before where a command would swallow it. */
  void put(String tex) {
    if (tex.isEmpty()) {
      return;
    }
    if (letter(tex.charAt(0)) && endsWithCommand()) {
      text.append(' ');
    }
    text.append(tex);
    afterOperator = false;
  }

  /** Appends characters as LaTeX's math mode writes them. */
  void characters(String plain) {
    plain.codePoints().forEach(c -> put(Symbols.tex(c)));
  }

  /** Letters or digits in a style, which may be null, or in that of the characters themselves. */
  void styled(String variant, String letters) {
    if (letters.isEmpty()) {
      return;
    }
    StringBuilder plain = new StringBuilder();
    letters.codePoints().forEach(c -> plain.appendCodePoint(Alphanumerics.plain(c)));
    String own = Alphanumerics.variant(letters.codePointAt(0));
    String named = own == null ? variant : own;
    String command = "italic".equals(named) && letters.length() < 3 ? null : Symbols.style(named);
    boolean ascii = plain.chars().allMatch(c -> c < 0x80);
    if ("bold".equals(named) && !ascii) {
      command = "\\boldsymbol";
    }
    if (command == null || (command.equals("\\mathrm") && (digits(plain) || !ascii))) {
      characters(plain.toString());
      return;
    }
    put(command);
    open();
    characters(plain.toString());
    put("}");
  }

  private static boolean digits(CharSequence text) {
    return text.chars().allMatch(c -> c < 'A');
  }

  /** Appends words: {@code \text{…}}, nothing for an empty text. */
  void words(String plain) {
    if (plain.isEmpty()) {
      return;
    }
    put("\\text{");
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      switch (c) {
        case '#', '$', '%', '&', '_', '{', '}' -> text.append('\\').append(c);
        case '\\' -> text.append("\\textbackslash{}");
        case '^' -> text.append("\\^{}");
        case '~' -> text.append("\\~{}");
        case '\u00a0' -> text.append(' ');
        default -> text.append(c);
      }
    }
    text.append('}');
  }

  /** Appends an operator that stands between two sides. */
  void between(String tex) {
    space();
    put(tex);
    space();
    afterOperator = true;
  }

  /** Appends a space for the reader's eye, where one may stand; none within scripts. */
  void space() {
    if (scripts == 0 && !text.isEmpty() && " {(".indexOf(text.charAt(text.length() - 1)) < 0) {
      text.append(' ');
    }
  }

  void open() {
    text.append('{');
  }

  /** Closes the braces opened at {@code start}. */
  void close(int start) {
    trim(start + 1);
    text.append('}');
  }

  /** Closes the braces of a script, or takes them away where they hold one letter or digit. */
  void closeScript(int start) {
    trim(start + 1);
    if (text.length() == start + 2 && letterOrDigit(text.charAt(start + 1))) {
      text.deleteCharAt(start);
    } else {
      text.append('}');
    }
  }

  /** Takes away spaces at the end, down to a length; not a command's own. */
  void trim(int least) {
    while (text.length() > least
        && text.charAt(text.length() - 1) == ' '
        && (text.length() < 2 || text.charAt(text.length() - 2) != '\\')) {
      text.setLength(text.length() - 1);
    }
  }

  void beginScript() {
    scripts++;
  }

  void endScript() {
    scripts--;
  }

  void cut(int length) {
    text.setLength(length);
  }

  void insert(int place, String tex) {
    text.insert(place, tex);
  }

  String from(int start) {
    return text.substring(start);
  }

  /** Whether the text ends in a command's name, which is no longer than any that there is. */
  boolean endsWithCommand() {
    int at = text.length();
    int least = Math.max(0, at - LONGEST_COMMAND);
    while (at > least && letter(text.charAt(at - 1))) {
      at--;
    }
    return at < text.length() && at > 0 && text.charAt(at - 1) == '\\';
  }

  private static boolean letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean letterOrDigit(char c) {
    return letter(c) || (c >= '0' && c <= '9');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
