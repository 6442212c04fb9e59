package io.sluice.ingest.paper;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes expanded LaTeX as text: one pass by a loop; braces are matched once, beforehand, so that
 * no argument is searched for twice. What an argument's end must do waits on a stack.
 */
final class TexWriter {
  /** A formula in the line is no longer than this. */
  private static final int INLINE_MATH = 5_000;

  private static final Pattern REFERENCE =
      Pattern.compile("\\\\(?:label|[cC]?ref|eqref|autoref|index|cite[pt]?)\\s*\\{[^{}]*\\}");
  private static final Pattern ENSURE = Pattern.compile("\\\\ensuremath\\b|\\\\xspace\\b");

  /** What happens at a place in the source: text to write, and whether writing is off after it. */
  private record Ending(int at, String close, boolean hidden) {}

  private final String source;
  private final Map<String, String> theorems;
  private final boolean chapters;
  private final TexCursor in;
  private final TextOutput out = new TextOutput();
  private final Deque<Ending> endings = new ArrayDeque<>();
  private final Set<String> endless = new HashSet<>();
  private int lists;
  private int tables;
  private int figures;
  private int titleStart = -1;
  private int titleEnd = -1;

  TexWriter(String source, Map<String, String> theorems) {
    this.source = source;
    this.theorems = theorems;
    this.in = new TexCursor(source);
    this.chapters = source.contains("\\chapter");
  }

  /** The title that the source gives; empty where none. */
  String title() {
    if (titleStart < 0) {
      return "";
    }
    String inner = source.substring(titleStart, titleEnd).replaceAll("\\\\title\\b", "");
    return new TexWriter(inner, theorems).write().replaceAll("\\s+", " ").strip();
  }

  String write() {
    while (in.at < source.length()) {
      while (!endings.isEmpty() && in.at >= endings.peek().at) {
        end(endings.pop());
      }
      char c = source.charAt(in.at);
      switch (c) {
        case '\\' -> command();
        case '$' -> dollar();
        case '{', '}' -> in.at++;
        case '~' -> {
          in.at++;
          out.space();
        }
        case '%' -> in.at = afterLine();
        case '&' -> {
          in.at++;
          cell();
        }
        case '-' -> dashes();
        case '`', '\'' -> quotes(c);
        case '\n' -> lineEnd();
        case ' ', '\t' -> {
          in.at++;
          out.space();
        }
        default -> {
          in.at++;
          out.append(c);
        }
      }
    }
    while (!endings.isEmpty()) {
      end(endings.pop());
    }
    return out.finish();
  }

  private void end(Ending ending) {
    out.append(ending.close);
    out.hide(ending.hidden && figures > 0);
  }

  private int afterLine() {
    int end = source.indexOf('\n', in.at);
    return end < 0 ? source.length() : end;
  }

  private void lineEnd() {
    int next = in.at + 1;
    boolean blank = false;
    while (next < source.length() && source.charAt(next) <= ' ') {
      blank |= source.charAt(next) == '\n';
      next++;
    }
    in.at = next;
    if (blank && tables == 0) {
      out.paragraph();
    } else {
      out.space();
    }
  }

  private void cell() {
    if (tables > 0) {
      out.cell();
    } else {
      out.append("&");
    }
  }

  private void dashes() {
    int end = in.at;
    while (end < source.length() && source.charAt(end) == '-' && end - in.at < 3) {
      end++;
    }
    out.append(end - in.at == 3 ? "—" : end - in.at == 2 ? "–" : "-");
    in.at = end;
  }

  private void quotes(char c) {
    boolean two = in.at + 1 < source.length() && source.charAt(in.at + 1) == c;
    out.append(c == '`' ? (two ? "“" : "‘") : two ? "”" : "'");
    in.at += two ? 2 : 1;
  }

  private void dollar() {
    boolean display = source.startsWith("$$", in.at);
    int start = in.at + (display ? 2 : 1);
    int end = -1;
    int stop = Math.min(source.length(), start + (display ? 100_000 : INLINE_MATH));
    boolean blank = false;
    for (int i = start; i < stop; i++) {
      char c = source.charAt(i);
      if (c == '\\') {
        i++;
        blank = false;
      } else if (c == '$') {
        end = i;
        break;
      } else if (c == '\n') {
        if (blank) {
          break;
        }
        blank = true;
      } else if (c > ' ') {
        blank = false;
      }
    }
    if (end < 0) {
      out.append("$");
      in.at++;
      return;
    }
    formula(source.substring(start, end), display, null);
    in.at = display && source.startsWith("$$", end) ? end + 2 : end + 1;
  }

  private void formula(String raw, boolean display, String environment) {
    String tex = ENSURE.matcher(REFERENCE.matcher(raw).replaceAll("")).replaceAll("").strip();
    if (!display) {
      out.append(tex.isEmpty() ? "" : "$" + tex.replaceAll("\\s+", " ") + "$");
      return;
    }
    tex = tex.replaceAll("[ \\t]*\\n\\s*", "\n");
    if (environment != null) {
      tex = "\\begin{" + environment + "}\n" + tex + "\n\\end{" + environment + "}";
    }
    out.append("\n\n$$" + tex + "$$\n\n");
  }

  private void command() {
    int start = in.at;
    in.at++;
    if (in.at >= source.length()) {
      return;
    }
    int end = in.at;
    while (end < source.length() && isLetter(source.charAt(end))) {
      end++;
    }
    end = end == in.at ? in.at + 1 : end;
    String name = source.substring(in.at, end);
    in.at = end;
    boolean word = isLetter(name.charAt(0));
    if (word && in.at < source.length() && source.charAt(in.at) == '*') {
      in.at++;
    }
    switch (name) {
      case "begin" -> begin();
      case "end" -> endEnvironment();
      case "(" -> delimited("\\)", false, start);
      case "[" -> delimited("\\]", true, start);
      case "\\" -> {
        in.option();
        out.append(tables > 0 ? "\n" : " ");
      }
      case "verb" -> verb();
      case "item" -> item();
      case "title" -> title(start);
      case "footnote" -> wrap(" (", ")");
      case "caption" -> caption();
      case "ensuremath" -> ensureMath();
      case "newline", "linebreak" -> out.append("\n");
      case "par" -> out.paragraph();
      case "appendix" -> {}
      default -> other(name, word);
    }
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '@';
  }

  private void other(String name, boolean word) {
    Integer level = TexCommands.HEADINGS.get(name);
    String signature = TexCommands.ARGUMENTS.get(name);
    String symbol = TexCommands.SYMBOLS.get(name);
    if (level != null) {
      in.option();
      int depth = Math.max(1, chapters ? level : level - 1);
      wrap("\n\n" + "#".repeat(depth) + " ", "\n\n");
    } else if (signature != null) {
      arguments(signature);
    } else if (symbol != null) {
      if (symbol.equals(" ")) {
        out.space();
      } else {
        out.append(symbol);
      }
      in.skipBlanks(word);
    } else if (TexCommands.ACCENTS.containsKey(name) && accent(name, word)) {
      return;
    } else if (word) {
      in.option();
      in.skipBlanks(true);
    }
  }

  private void arguments(String signature) {
    boolean reference = signature.equals("d");
    for (int i = 0; i < signature.length(); i++) {
      while (in.option() != null) {
        reference = true;
      }
      int end = in.groupHere();
      if (end < 0) {
        return;
      }
      if (signature.charAt(i) == 'd') {
        in.at = end + 1;
        if (reference
            && in.at < source.length()
            && ".,;:)".indexOf(source.charAt(in.at)) >= 0
            && !out.isHidden()) {
          out.trim();
        }
      }
    }
  }

  /** Writes something before the coming group and after it. */
  private void wrap(String before, String after) {
    in.option();
    int end = in.groupHere();
    if (end >= 0) {
      out.append(before);
      endings.push(new Ending(end, after, out.isHidden()));
    }
  }

  private void caption() {
    in.option();
    int end = in.groupHere();
    if (end >= 0) {
      endings.push(new Ending(end, "\n\n", out.isHidden()));
      out.hide(false);
      out.paragraph();
    }
  }

  private void title(int start) {
    in.option();
    int end = in.groupHere();
    if (end >= 0) {
      titleStart = in.at + 1;
      titleEnd = end;
      in.at = end + 1;
    } else {
      in.at = Math.max(in.at, start + 1);
    }
  }

  private void ensureMath() {
    int end = in.groupHere();
    if (end >= 0) {
      formula(source.substring(in.at + 1, end), false, null);
      in.at = end + 1;
    }
  }

  private boolean accent(String name, boolean word) {
    int i = in.at;
    while (word && i < source.length() && source.charAt(i) == ' ') {
      i++;
    }
    boolean group = i < source.length() && source.charAt(i) == '{';
    int letter = group ? i + 1 : i;
    if (letter < source.length() && source.charAt(letter) == '\\' && letter + 1 < source.length()) {
      letter++;
    }
    if (letter >= source.length() || !Character.isLetter(source.charAt(letter))) {
      return false;
    }
    out.append(source.charAt(letter) + TexCommands.ACCENTS.get(name));
    in.at = group && in.match[i] > 0 ? in.match[i] + 1 : letter + 1;
    return true;
  }

  private void verb() {
    if (in.at >= source.length() || source.charAt(in.at) <= ' ') {
      return;
    }
    char delimiter = source.charAt(in.at);
    int stop = Math.min(source.length(), in.at + 2_000);
    for (int i = in.at + 1; i < stop && source.charAt(i) != '\n'; i++) {
      if (source.charAt(i) == delimiter) {
        out.append(source.substring(in.at + 1, i));
        in.at = i + 1;
        return;
      }
    }
  }

  private void delimited(String closing, boolean display, int start) {
    int end = endless.contains(closing) ? -1 : source.indexOf(closing, in.at);
    if (end < 0) {
      endless.add(closing);
      return;
    }
    if (end - start > 100_000) {
      return;
    }
    formula(source.substring(in.at, end), display, null);
    in.at = end + 2;
  }

  private void item() {
    String label = in.option();
    out.append("\n" + "  ".repeat(Math.min(Math.max(lists - 1, 0), 8)) + "- ");
    if (label != null && !label.isBlank() && !out.isHidden()) {
      out.append(new TexWriter(label, theorems).write().replaceAll("\\s+", " ") + " ");
    }
    while (in.at < source.length() && source.charAt(in.at) <= ' ') {
      in.at++;
    }
  }

  private String environment() {
    int end = in.groupHere();
    if (end < 0 || end - in.at > 100) {
      return null;
    }
    String name = source.substring(in.at + 1, end).strip();
    in.at = end + 1;
    return name;
  }

  private void begin() {
    String name = environment();
    if (name == null) {
      return;
    }
    boolean math = TexCommands.MATH.contains(name);
    boolean verbatim = TexCommands.VERBATIM.contains(name);
    if (math || verbatim || TexCommands.DROPPED.contains(name)) {
      whole(name, math, verbatim);
      return;
    }
    String option = in.option();
    for (int i = TexCommands.ENVIRONMENT_ARGUMENTS.getOrDefault(name, 0); i > 0; i--) {
      int end = in.groupHere();
      in.at = end < 0 ? in.at : end + 1;
      in.option();
    }
    if (TexCommands.LISTS.contains(name)) {
      lists++;
      if (lists == 1) {
        out.paragraph();
      }
      return;
    }
    out.paragraph();
    if (TexCommands.TABLES.contains(name)) {
      tables++;
    } else if (TexCommands.FIGURES.contains(name)) {
      figures++;
      out.hide(true);
    } else if (name.equals("abstract")) {
      out.append("# Abstract\n\n");
    } else if (name.equals("proof")) {
      out.append(option == null ? "Proof. " : plain(option) + ". ");
    } else if (theorems.containsKey(name)) {
      out.append(theorems.get(name) + (option == null ? "" : " (" + plain(option) + ")") + ". ");
    }
  }

  /** A short piece of source as text of one line. */
  private String plain(String piece) {
    return new TexWriter(piece, Map.of()).write().replaceAll("\\s+", " ");
  }

  /** An environment that is taken or left as a whole. */
  private void whole(String name, boolean math, boolean verbatim) {
    String ending = "\\end{" + name + "}";
    int end = endless.contains(ending) ? -1 : source.indexOf(ending, in.at);
    if (end < 0) {
      endless.add(ending);
      return;
    }
    if (math) {
      formula(source.substring(in.at, end), true, name.equals("displaymath") ? null : name);
    } else if (verbatim) {
      in.option();
      int argument = name.startsWith("minted") ? in.groupHere() : -1;
      in.at = argument < 0 ? in.at : argument + 1;
      out.append(
          "\n\n"
              + source.substring(in.at, Math.max(in.at, end)).replaceFirst("^[ \\t]*\\n", "")
              + "\n\n");
    }
    in.at = end + ending.length();
    if (!math && !verbatim) {
      out.space();
    }
  }

  private void endEnvironment() {
    String name = environment();
    if (name == null) {
      return;
    }
    if (TexCommands.LISTS.contains(name)) {
      lists = Math.max(0, lists - 1);
      out.append(lists == 0 ? "\n\n" : "\n");
      return;
    }
    if (TexCommands.TABLES.contains(name)) {
      tables = Math.max(0, tables - 1);
    } else if (TexCommands.FIGURES.contains(name) && figures > 0) {
      figures--;
      out.hide(figures > 0);
    }
    out.paragraph();
  }
}
