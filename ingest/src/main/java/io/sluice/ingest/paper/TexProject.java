package io.sluice.ingest.paper;

import io.sluice.ingest.charset.PageCharset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The TeX files of one paper: which of them is the main one, and what a name in them means. */
final class TexProject {
  private static final Pattern MAIN =
      Pattern.compile("(?m)^[^%\\n]*?\\\\document(?:class|style)\\b");
  private static final Pattern INPUT =
      Pattern.compile("\\\\(?:input|include|subfile)\\s*\\{?\\s*([^\\s{}\\\\%]+)");
  private static final Pattern ENCODING =
      Pattern.compile("\\\\usepackage\\s*\\[([\\w-]+)\\]\\s*\\{inputenc\\}");
  private static final Map<String, String> ENCODINGS =
      Map.of(
          "latin1", "iso-8859-1",
          "latin9", "iso-8859-15",
          "ansinew", "windows-1252",
          "cp1252", "windows-1252",
          "cp1251", "windows-1251",
          "koi8-r", "koi8-r",
          "utf8", "utf-8",
          "gbk", "gbk");

  private final SortedMap<String, String> texts = new TreeMap<>();

  TexProject(SortedMap<String, byte[]> files) {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      texts.put(file.getKey(), decode(file.getValue()));
    }
  }

  private static String decode(byte[] data) {
    String text = PageCharset.decode(data, null);
    Matcher named = ENCODING.matcher(text);
    String label = named.find() ? ENCODINGS.get(named.group(1)) : null;
    return label == null ? text : PageCharset.decode(data, label);
  }

  /**
   * The main file's name: the one with a document class whose inputs reach the most text; where
   * none has a class, the longest. Null where there is no file.
   */
  String main() {
    String main = null;
    long most = -1;
    boolean classed = texts.values().stream().anyMatch(text -> MAIN.matcher(text).find());
    for (Map.Entry<String, String> file : texts.entrySet()) {
      String lower = file.getKey();
      boolean style = lower.endsWith(".sty") || lower.endsWith(".def");
      if (!style && MAIN.matcher(file.getValue()).find() == classed) {
        long reach = reach(file.getKey());
        if (reach > most) {
          most = reach;
          main = file.getKey();
        }
      }
    }
    return main;
  }

  private long reach(String name) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(name);
    long length = 0;
    while (!open.isEmpty()) {
      String next = open.remove();
      if (seen.add(next)) {
        length += texts.get(next).length();
        for (String input : inputs(next)) {
          String file = resolve(input);
          if (file != null) {
            open.add(file);
          }
        }
      }
    }
    return length;
  }

  private final Map<String, Set<String>> inputsByFile = new HashMap<>();

  private Set<String> inputs(String name) {
    return inputsByFile.computeIfAbsent(
        name,
        file -> {
          Set<String> found = new HashSet<>();
          Matcher inputs = INPUT.matcher(texts.get(file));
          while (inputs.find()) {
            found.add(inputs.group(1));
          }
          return found;
        });
  }

  private String resolve(String name) {
    String path = name.startsWith("./") ? name.substring(2) : name;
    for (String candidate : new String[] {path, path + ".tex", path + ".ltx"}) {
      if (texts.containsKey(candidate)) {
        return candidate;
      }
    }
    // archives often wrap the paper in a folder
    for (String file : texts.keySet()) {
      if (file.endsWith("/" + path) || file.endsWith("/" + path + ".tex")) {
        return file;
      }
    }
    return null;
  }

  /** The text of a file by the name that a source gives it, or null. */
  String text(String name) {
    String file = resolve(name);
    return file == null ? null : texts.get(file);
  }
}
