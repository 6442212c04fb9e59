package io.sluice.filters.lang;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;

/**
 * The labels of a model as languages. A label is ISO 639-3 with a script ({@code cmn_Hans}, as
 * GlotLID and OpenLID have it) or without, a label of lid.176 ({@code zh}, {@code als}), or a code
 * that the JDK knows; others are {@code und}. Immutable.
 */
final class Labels {
  private final String[] codes;
  private final boolean[][] writing;

  Labels(List<String> labels) {
    Map<String, String[]> known = known();
    codes = new String[labels.size()];
    BitSet[] scripts = new BitSet[labels.size()];
    for (int i = 0; i < codes.length; i++) {
      String label = labels.get(i);
      String[] row = known.get(label);
      if (row != null) {
        codes[i] = row[0];
        scripts[i] = numbers(row[1]);
      } else {
        String[] parts = label.split("[_-]", 3);
        codes[i] = code(parts[0]);
        scripts[i] = parts.length > 1 ? numbers(parts[1]) : new BitSet();
      }
    }
    writing = new boolean[Scripts.COUNT][codes.length];
    for (int script = 0; script < writing.length; script++) {
      for (int i = 0; i < codes.length; i++) {
        writing[script][i] = scripts[i].isEmpty() || scripts[i].get(script);
      }
    }
  }

  private static String code(String label) {
    String code = label.toLowerCase(Locale.ROOT);
    if (code.equals("zho")) {
      return "cmn";
    }
    try {
      String iso = code.length() == 3 ? code : Locale.forLanguageTag(code).getISO3Language();
      return iso.matches("[a-z]{3}") ? iso : "und";
    } catch (MissingResourceException e) {
      return "und";
    }
  }

  private static BitSet numbers(String scripts) {
    BitSet numbers = new BitSet();
    for (String iso : scripts.split(" ")) {
      int number = Scripts.number(iso);
      if (number >= 0) {
        numbers.set(number);
      }
    }
    return numbers;
  }

  private static Map<String, String[]> known() {
    Map<String, String[]> known = new HashMap<>();
    for (String line : lines()) {
      String[] fields = line.split("\t");
      known.put(fields[0], new String[] {fields[1], fields[2]});
    }
    return known;
  }

  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Labels.class.getResourceAsStream("labels.tsv"), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.startsWith("#")) {
          lines.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("labels.tsv", e);
    }
    return lines;
  }

  int count() {
    return codes.length;
  }

  /** ISO 639-3 code of a label. */
  String code(int label) {
    return codes[label];
  }

  /** For each label, whether its language is written in this script, or its scripts are unknown. */
  boolean[] writing(int script) {
    return writing[script];
  }
}
