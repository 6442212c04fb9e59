package io.sluice.e2e;

import java.util.Locale;

/**
 * Source files that every rule for code keeps: long enough, commented, each about its own words.
 */
final class SourceCode {
  private SourceCode() {}

  /** A Python module. */
  static String python(long seed) {
    Prose prose = Prose.english(seed);
    StringBuilder code = new StringBuilder("\"\"\"").append(prose.sentence()).append("\"\"\"\n\n");
    code.append("import math\n\n");
    for (int i = 0; i < 5; i++) {
      String noun = prose.noun();
      String values = prose.noun() + "_values";
      String total = prose.verb() + "_total";
      code.append("\ndef ").append(prose.verb()).append('_').append(noun).append('_').append(i);
      code.append('(').append(values).append(", limit=").append(prose.number(900)).append("):\n");
      code.append("    # ").append(prose.sentence()).append('\n');
      code.append("    ").append(total).append(" = ").append(prose.number(90)).append('\n');
      code.append("    for ").append(noun).append(" in ").append(values).append(":\n");
      code.append("        if ").append(noun).append(" < limit:\n            ").append(total);
      code.append(prose.number(2) == 0 ? " += math.sqrt(" : " -= abs(").append(noun).append(")\n");
      code.append("    # ").append(prose.sentence()).append('\n');
      code.append("    return ")
          .append(total)
          .append(" * ")
          .append(prose.number(70))
          .append("\n\n");
    }
    return code.toString();
  }

  /** A Java class. */
  static String java(String name, long seed) {
    Prose prose = Prose.english(seed);
    StringBuilder code = new StringBuilder("package example.").append(prose.noun()).append(";\n\n");
    code.append("/** ").append(prose.sentence()).append(" */\nfinal class ").append(name);
    code.append(" {\n");
    for (int i = 0; i < 5; i++) {
      String noun = prose.noun();
      String argument = prose.verb() + capital(prose.noun());
      code.append("\n  /** ").append(prose.sentence()).append(" */\n  static long ");
      code.append(prose.verb()).append(capital(noun)).append(i).append("(long ").append(argument);
      code.append(") {\n    long ").append(noun).append("Sum = ").append(prose.number(900));
      code.append(";\n    for (long step = ").append(prose.number(50)).append("; step < ");
      code.append(argument).append("; step++) {\n      ").append(noun).append("Sum += step ");
      code.append(prose.number(2) == 0 ? "* " : "% ").append(1 + prose.number(800));
      code.append(";\n    }\n    // ").append(prose.sentence()).append("\n    return ");
      code.append(noun).append("Sum;\n  }\n");
    }
    return code.append("}\n").toString();
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
