package io.sluice.ingest.math;

/**
 * Symbols of content MathML that name how a formula was written rather than what it means, as
 * LaTeXML's content dictionaries do.
 */
final class Written {
  private Written() {}

  /** The LaTeX of a symbol that stands for itself; null for others. */
  static String name(String symbol) {
    String sign =
        switch (symbol) {
          case "absent" -> "";
          case "double-integral" -> "\\iint";
          case "triple-integral" -> "\\iiint";
          case "contour-integral" -> "\\oint";
          case "plus-or-minus" -> "\\pm";
          case "minus-or-plus" -> "\\mp";
          case "differential-d" -> "d";
          case "limit-infimum" -> "\\liminf";
          case "limit-supremum" -> "\\limsup";
          case "hyperbolic-cotangent" -> "\\coth";
          default -> null;
        };
    int dash = symbol.lastIndexOf('-');
    if (sign != null || dash <= 0 || symbol.codePointCount(dash + 1, symbol.length()) != 1) {
      return sign;
    }
    String style =
        switch (symbol.substring(0, dash)) {
          case "italic" -> "";
          case "caligraphic" -> "\\mathcal";
          case "blackboard" -> "\\mathbb";
          default -> Symbols.style(symbol.substring(0, dash));
        };
    if (style == null) {
      return null;
    }
    String letter = Symbols.tex(symbol.codePointAt(dash + 1));
    return style.isEmpty() ? letter : style + "{" + letter + "}";
  }

  /** The LaTeX of a symbol that stands between its arguments; null for others. */
  static String infix(String symbol) {
    return switch (symbol) {
      case "plus-or-minus", "minus-or-plus" -> name(symbol);
      case "conditional" -> "\\mid";
      case "assign" -> ":=";
      case "superset-of" -> "\\supset";
      case "superset-of-or-equals" -> "\\supseteq";
      case "proportional-to" -> "\\propto";
      case "similar-to" -> "\\sim";
      case "much-less-than" -> "\\ll";
      case "much-greater-than" -> "\\gg";
      case "tensor-product" -> "\\otimes";
      case "direct-sum" -> "\\oplus";
      default -> null;
    };
  }

  /** The fences of a symbol that stands around its arguments; null for others. */
  static String[] around(String symbol) {
    if (symbol.startsWith("delimited-") && symbol.codePointCount(10, symbol.length()) == 2) {
      int second = symbol.offsetByCodePoints(10, 1);
      return new String[] {
        Symbols.tex(symbol.codePointAt(10)), Symbols.tex(symbol.codePointAt(second))
      };
    }
    return switch (symbol) {
      case "norm" -> new String[] {"\\|", "\\|"};
      case "bra" -> new String[] {"\\langle ", "|"};
      case "ket" -> new String[] {"|", "\\rangle"};
      case "open-interval" -> new String[] {"(", ")"};
      case "open-closed-interval" -> new String[] {"(", "]"};
      case "closed-open-interval" -> new String[] {"[", ")"};
      case "factorial" -> new String[] {"", "!"};
      default -> null;
    };
  }

  /** What stands between the arguments of a symbol that only joins them; null for others. */
  static String separator(String symbol) {
    return switch (symbol) {
      case "formulae-sequence" -> ",";
      case "fragments", "multirelation", "annotated" -> "";
      default -> null;
    };
  }

  /** Whether a symbol stands before its argument without parentheses. */
  static boolean prefix(String symbol) {
    return symbol.endsWith("-integral")
        || symbol.startsWith("limit-")
        || symbol.equals("differential-d");
  }
}
