package io.sluice.ingest.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Follows inputs, takes out comments and expands the author's macros: a loop over a stack of texts,
 * with a budget for what expansion may add, after which macros stay as they are written.
 */
final class TexExpander {
  private static final int MAX_EXPANSIONS = 500_000;
  private static final int MAX_VERB = 2_000;
  private static final int MAX_INPUTS = 2_000;
  private static final int MAX_DEPTH = 40;
  private static final long MAX_INPUT_CHARS = 100_000_000;

  /** Commands that the writer knows; an author's redefinition of them is about looks. */
  private static final Set<String> PROTECTED =
      TexCommands.words(
          """
          begin end section subsection subsubsection chapter part paragraph subparagraph item cite
          citep citet ref eqref label caption footnote title author date maketitle emph textbf textit
          texttt text mathbb mathbf mathcal mathrm frac sqrt left right big input include document
          appendix newcommand renewcommand providecommand def let verb url href
          """);

  private static final Set<String> RAW =
      Set.of("verbatim", "verbatim*", "Verbatim", "lstlisting", "minted", "alltt", "comment");

  /** A macro: its number of arguments, the first one's preset or null, and what it stands for. */
  private record Macro(int arguments, String preset, String body) {}

  private final UnaryOperator<String> resolver;
  private final Map<String, Macro> macros = new HashMap<>();
  private final Map<String, String> theorems = new TreeMap<>();
  private final TexInput in = new TexInput();
  private final Set<String> endless = new HashSet<>();
  private final StringBuilder out = new StringBuilder();
  private int expansions;
  private final Set<String> seen = new HashSet<>();
  private int inputs;
  private long inputChars;
  private long budget;

  TexExpander(UnaryOperator<String> resolver, int sourceLength) {
    this.resolver = resolver;
    this.budget = 1_000_000L + 10L * sourceLength;
  }

  /** What theorem-like environments print, by environment. */
  Map<String, String> theorems() {
    return theorems;
  }

  String expand(String source) {
    in.push(source, true);
    while (true) {
      int c = in.read();
      if (c < 0) {
        return out.toString();
      }
      if (c == '%') {
        comment();
      } else if (c == '\\') {
        command();
      } else {
        out.append((char) c);
      }
    }
  }

  /** A comment ends with its line; a line that is all comment goes with its line end. */
  private void comment() {
    int c = in.read();
    while (c >= 0 && c != '\n') {
      c = in.read();
    }
    boolean wholeLine = out.length() == 0 || out.charAt(out.length() - 1) == '\n';
    if (!wholeLine) {
      int next = in.peek();
      while (next == ' ' || next == '\t') {
        in.read();
        next = in.peek();
      }
      if (next == '\n') {
        out.append('\n');
      }
    }
  }

  private void command() {
    String name = in.name();
    if (spent() && !name.equals("begin") && !name.equals("verb")) {
      out.append('\\').append(name);
      return;
    }
    switch (name) {
      case "newcommand", "renewcommand", "providecommand", "DeclareRobustCommand" -> define();
      case "def", "gdef", "edef", "xdef" -> primitiveDefine();
      case "DeclareMathOperator" -> operator();
      case "let" -> let();
      case "newenvironment", "renewenvironment" -> environment();
      case "newtheorem" -> theorem();
      case "input", "include", "subfile" -> input(name);
      case "iffalse" -> skipFalse();
      case "begin" -> begin();
      case "verb" -> verb();
      default -> {
        Macro macro = macros.get(name);
        if (macro == null || !expandMacro(macro)) {
          out.append('\\').append(name);
        }
      }
    }
  }

  private void define() {
    in.take('*');
    String name = macroName(in.argument());
    String count = in.option();
    String preset = count == null ? null : in.option();
    String body = in.argument();
    if (name != null && body != null && (count == null || count.matches("[0-9]"))) {
      put(name, new Macro(count == null ? 0 : Integer.parseInt(count), preset, body));
    }
  }

  private void primitiveDefine() {
    in.skipSpaces();
    if (!in.take('\\')) {
      return;
    }
    String name = in.name();
    StringBuilder parameters = new StringBuilder();
    int c = in.peek();
    while (c >= 0 && c != '{' && parameters.length() < 100) {
      parameters.append((char) in.read());
      c = in.peek();
    }
    String body = c == '{' ? in.argument() : null;
    String simple = parameters.toString().strip();
    StringBuilder expected = new StringBuilder();
    for (int i = 1; i <= simple.length() / 2; i++) {
      expected.append('#').append(i);
    }
    if (body != null && simple.contentEquals(expected)) {
      put(name, new Macro(simple.length() / 2, null, body));
    }
  }

  private void operator() {
    boolean star = in.take('*');
    String name = macroName(in.argument());
    String body = in.argument();
    if (name != null && body != null) {
      put(name, new Macro(0, null, "\\operatorname" + (star ? "*" : "") + "{" + body + "}"));
    }
  }

  private void let() {
    in.skipSpaces();
    String name = macroName(in.argument());
    in.skipSpaces();
    in.take('=');
    String other = in.argument();
    if (name != null && other != null) {
      Macro known = macros.get(macroName(other));
      if (known != null) {
        put(name, known);
      } else if (!other.equals("\\" + name)) {
        put(name, new Macro(0, null, other));
      }
    }
  }

  private static String macroName(String argument) {
    String name = argument == null ? "" : argument.strip();
    return name.length() > 1 && name.startsWith("\\") ? name.substring(1) : null;
  }

  private void put(String name, Macro macro) {
    boolean internal =
        macro.body.indexOf('@') >= 0
            || macro.body.contains("\\if")
            || macro.body.contains("\\expandafter")
            || macro.body.contains("\\csname")
            || macro.body.contains("##");
    if (!PROTECTED.contains(name) && !internal) {
      macros.put(name, macro);
    }
  }

  private void environment() {
    in.take('*');
    in.argument();
    if (in.option() != null) {
      in.option();
    }
    in.argument();
    in.argument();
  }

  private void theorem() {
    in.take('*');
    String name = in.argument();
    in.option();
    String prints = in.argument();
    in.option();
    if (name != null && prints != null && prints.indexOf('\\') < 0) {
      theorems.put(name.strip(), prints.strip());
    }
  }

  private void input(String command) {
    String name;
    in.skipSpaces();
    if (in.peek() == '{') {
      name = in.argument();
    } else {
      StringBuilder bare = new StringBuilder();
      for (int c = in.peek(); c > ' ' && c != '\\' && c != '{'; c = in.peek()) {
        bare.append((char) in.read());
      }
      name = bare.toString();
    }
    if (name == null || name.isBlank() || in.files() > MAX_DEPTH || ++inputs > MAX_INPUTS) {
      return;
    }
    String content = resolver.apply(name.strip());
    if (content == null) {
      return;
    }
    inputChars += content.length();
    if (inputChars > MAX_INPUT_CHARS) {
      return;
    }
    budget += seen.add(name.strip()) ? 10L * content.length() : 0;
    String text = content.replace("\r\n", "\n").replace('\r', '\n');
    in.push(command.equals("include") ? "\n\n" + text + "\n\n" : text, true);
  }

  /** Leaves out what {@code \iffalse} hides, up to its {@code \fi} or {@code \else}. */
  private void skipFalse() {
    int depth = 1;
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '%') {
        while (c >= 0 && c != '\n') {
          c = in.read();
        }
      } else if (c == '\\') {
        String name = in.name();
        if (name.equals("fi") || (name.equals("else") && depth == 1)) {
          depth--;
        } else if (name.startsWith("if") && !name.equals("iff")) {
          depth++;
        }
        if (depth == 0) {
          return;
        }
      }
    }
  }

  private void begin() {
    out.append("\\begin");
    String name = in.nameAhead();
    if (name == null || !RAW.contains(name) || endless.contains(name)) {
      return;
    }
    String raw = in.through("\\end{" + name + "}");
    if (raw == null) {
      endless.add(name);
    } else if (name.equals("comment")) {
      out.setLength(out.length() - "\\begin".length());
    } else {
      out.append(raw);
    }
  }

  private void verb() {
    out.append("\\verb");
    in.take('*');
    String raw = in.delimited(MAX_VERB);
    out.append(raw == null ? "" : raw);
  }

  private boolean spent() {
    return budget <= in.wasted();
  }

  private boolean expandMacro(Macro macro) {
    if (spent() || ++expansions > MAX_EXPANSIONS || in.depth() > 10_000) {
      return false;
    }
    List<String> arguments = new ArrayList<>();
    if (macro.arguments > 0 && macro.preset != null) {
      String given = in.option();
      arguments.add(given == null ? macro.preset : given);
    }
    boolean spaced = macro.body.endsWith("\\xspace");
    String body = spaced ? macro.body.substring(0, macro.body.length() - 7) : macro.body;
    while (arguments.size() < macro.arguments) {
      String argument = in.argument();
      if (argument == null) {
        // braces that do not match: drop the command, keep the text
        return true;
      }
      arguments.add(argument);
    }
    int c = in.peek();
    if (macro.arguments == 0 && !spaced && (c == ' ' || c == '\t')) {
      in.skipBlanks();
      c = in.peek();
    }
    String text = substitute(body, arguments);
    if (c >= 0 && TexInput.isLetter(c) && endsInCommand(text)) {
      text = text + " ";
    }
    budget -= text.length();
    in.push(text, false);
    return true;
  }

  private static String substitute(String body, List<String> arguments) {
    if (arguments.isEmpty()) {
      return body;
    }
    StringBuilder text = new StringBuilder(body.length() + 64);
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (c == '\\' && i + 1 < body.length()) {
        text.append(c).append(body.charAt(++i));
      } else if (c == '#' && i + 1 < body.length()) {
        int number = body.charAt(i + 1) - '1';
        if (number < 0 || number >= arguments.size()) {
          continue;
        }
        String argument = arguments.get(number);
        i++;
        boolean joins = !argument.isEmpty() && TexInput.isLetter(argument.charAt(0));
        if (joins && endsInCommand(text)) {
          text.append(' ');
        }
        text.append(argument);
      } else {
        text.append(c);
      }
      if (text.length() > 1_000_000) {
        break;
      }
    }
    return text.toString();
  }

  private static boolean endsInCommand(CharSequence text) {
    int at = text.length();
    while (at > 0 && TexInput.isLetter(text.charAt(at - 1))) {
      at--;
    }
    return at < text.length() && at > 0 && text.charAt(at - 1) == '\\';
  }
}
