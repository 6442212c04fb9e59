package io.sluice.codecorpus.repo;

import io.sluice.codecorpus.data.DataMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The programming language of a file: by its whole name, else its extension, else the interpreter
 * in its first line. Where an extension has several languages, patterns on the beginning of the
 * text decide.
 */
public final class Languages {
  /** How much of the text the patterns see. Characters. */
  private static final int HEAD_CHARS = 20_000;

  private static final Pattern SHEBANG =
      Pattern.compile("#![ \\t]*(\\S{1,200})(?:[ \\t]+(?:-\\S+[ \\t]+)?(\\S{1,100}))?");

  private record Choice(String language, Pattern pattern) {}

  private final List<String> names;
  private final Map<String, String> fileNames = new HashMap<>();
  private final Map<String, String> extensions = new HashMap<>();
  private final Map<String, String> interpreters = new HashMap<>();
  private final Map<String, List<Choice>> ambiguous = new HashMap<>();

  private Languages(DataMap data) {
    data.allow(Set.of("version", "languages", "ambiguous"));
    DataMap languages = data.map("languages");
    this.names = languages.keys();
    for (String name : names) {
      DataMap language = languages.map(name);
      language.allow(Set.of("extensions", "filenames", "interpreters"));
      addAll(fileNames, language, "filenames", name);
      addAll(extensions, language, "extensions", name);
      addAll(interpreters, language, "interpreters", name);
    }
    DataMap choices = data.map("ambiguous");
    for (String extension : choices.keys()) {
      List<Choice> list = new ArrayList<>();
      for (List<String> pair : choices.lists(extension)) {
        if (pair.size() != 2 || !names.contains(pair.get(0))) {
          throw choices.error(extension, pair, "[language, pattern] with a language of this file");
        }
        list.add(new Choice(pair.get(0), Pattern.compile(pair.get(1))));
      }
      ambiguous.put(extension, List.copyOf(list));
    }
  }

  /**
   * The languages of a parsed {@code languages.yaml}.
   *
   * @throws io.sluice.ingest.config.UserError naming the key that is wrong
   */
  public static Languages of(DataMap data) {
    return new Languages(data);
  }

  private static void addAll(
      Map<String, String> target, DataMap language, String key, String name) {
    for (String value : language.strings(key)) {
      String other = target.put(value, name);
      if (other != null) {
        throw language.error(key, value, "values of one language only; " + other + " has it too");
      }
    }
  }

  /** Every language's name. */
  public List<String> names() {
    return names;
  }

  /**
   * The language of a file, or none.
   *
   * @param name the file's name without its folder
   * @param text its text with Unix line ends
   */
  public Optional<String> detect(String name, String text) {
    String byName = fileNames.get(name);
    if (byName != null) {
      return Optional.of(byName);
    }
    String head = text.substring(0, Math.min(text.length(), HEAD_CHARS));
    int dot = name.lastIndexOf('.');
    if (dot < 0) {
      return byInterpreter(head);
    }
    String extension = name.substring(dot + 1);
    String lower = extension.toLowerCase(Locale.ROOT);
    for (Choice choice : ambiguous.getOrDefault(lower, List.of())) {
      if (choice.pattern().matcher(head).find()) {
        return Optional.of(choice.language());
      }
    }
    String exact = extensions.get(extension);
    String known = exact != null ? exact : extensions.get(lower);
    return known != null ? Optional.of(known) : byInterpreter(head);
  }

  private Optional<String> byInterpreter(String head) {
    Matcher shebang = SHEBANG.matcher(head);
    if (!shebang.lookingAt()) {
      return Optional.empty();
    }
    String program = shebang.group(1);
    String name = program.substring(program.lastIndexOf('/') + 1);
    if (name.equals("env") && shebang.group(2) != null) {
      name = shebang.group(2);
    }
    String exact = interpreters.get(name);
    // python3.11 is python
    String plain = name.replaceFirst("[0-9][0-9.]*$", "");
    return Optional.ofNullable(exact != null ? exact : interpreters.get(plain));
  }
}
