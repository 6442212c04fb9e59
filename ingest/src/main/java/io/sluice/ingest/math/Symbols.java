package io.sluice.ingest.math;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What characters are in LaTeX's math mode. */
final class Symbols {
  private static final String RESOURCE = "symbols.txt";

  /** Functions that have a command of their own. */
  private static final Set<String> FUNCTIONS =
      words(
          "arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim"
              + " liminf limsup ln log max min Pr sec sin sinh sup tan tanh");

  /** Those of them that take what stands under them as a limit. */
  private static final Set<String> LIMITS =
      words("det gcd inf lim liminf limsup max min Pr sup argmax argmin colim");

  private static final String RELATIONS =
      "=<>≤≥≠≡∼≃≈≅≍≐∝≪≫≦≧⩽⩾≺≻⪯⪰≼≽⊂⊃⊆⊇⊊⊋∈∉∋⊢⊣⊨←→↔⇐⇒⇔⟵⟶⟷⟸⟹⟺↦⟼↪↩⇌∣∥⊥≔:⊏⊐⊑⊒";
  private static final String BINARIES = "+−-±∓×÷⋅·∗⋆∘∪∩∧∨⊕⊗⊖⊙∖⊔⊓⊎";
  private static final String BIG = "∑∏∐∫∬∭⨌∮∯∰⋂⋃⨆⋁⋀⨀⨂⨁⨄";
  private static final String INTEGRALS = "∫∬∭⨌∮∯∰";
  private static final String OPENING = "([{⟨〈⌊⌈⟮⟦";
  private static final String CLOSING = ")]}⟩〉⌋⌉⟯⟧";
  private static final String EITHER = "|‖∣∥/\\";

  private static final Map<Integer, String> TABLE = load();

  private Symbols() {}

  private static Set<String> words(String list) {
    return Set.of(list.split(" "));
  }

  private static Map<Integer, String> load() {
    Map<Integer, String> table = new HashMap<>();
    try (InputStream in = Symbols.class.getResourceAsStream(RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int space = line.indexOf(' ');
        if (!line.startsWith("# A ")) {
          table.put(line.codePointAt(0), line.substring(space + 1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + RESOURCE, e);
    }
    for (char c : "#$%&_{}".toCharArray()) {
      table.put((int) c, "\\" + c);
    }
    table.put((int) '\\', "\\backslash");
    table.put((int) '~', "\\sim");
    table.put((int) '^', "\\wedge");
    table.put(0xA0, "\\ ");
    return Map.copyOf(table);
  }

  /** A character's LaTeX, empty for what is invisible; the character itself where it has none. */
  static String tex(int codePoint) {
    String tex = TABLE.get(codePoint);
    if (tex != null) {
      return tex;
    }
    int plain = Alphanumerics.plain(codePoint);
    if (plain != codePoint) {
      String command = style(Alphanumerics.variant(codePoint));
      return command == null || command.equals("\\mathit")
          ? tex(plain)
          : command + "{" + tex(plain) + "}";
    }
    boolean invisible =
        Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.FORMAT;
    return invisible ? "" : Character.toString(codePoint);
  }

  static boolean function(String name) {
    return FUNCTIONS.contains(name);
  }

  static boolean takesLimits(String name) {
    return LIMITS.contains(name) || (name.length() == 1 && BIG.contains(name));
  }

  static boolean integral(String name) {
    return name.length() == 1 && INTEGRALS.contains(name);
  }

  static boolean relation(String operator) {
    return operator.length() == 1 && RELATIONS.contains(operator);
  }

  static boolean binary(String operator) {
    return operator.length() == 1 && BINARIES.contains(operator);
  }

  static boolean opens(String fence) {
    return fence.length() == 1 && (OPENING.contains(fence) || EITHER.contains(fence));
  }

  static boolean closes(String fence) {
    return fence.length() == 1 && (CLOSING.contains(fence) || EITHER.contains(fence));
  }

  /** The command of an accent over a letter, or over more where {@code wide}; null for none. */
  static String over(String accent, boolean wide) {
    return switch (accent) {
      case "^", "ˆ" -> wide ? "\\widehat" : "\\hat";
      case "\u0302" -> "\\hat";
      case "~", "˜", "∼" -> wide ? "\\widetilde" : "\\tilde";
      case "\u0303" -> "\\tilde";
      case "¯", "‾", "_", "−", "―", "\u0304", "\u0305" -> wide ? "\\overline" : "\\bar";
      case "→", "⟶", "⃗", "⇀" -> wide ? "\\overrightarrow" : "\\vec";
      case "←", "⟵" -> "\\overleftarrow";
      case "↔", "⟷" -> "\\overleftrightarrow";
      case "˙", "\u0307", ".", "⋅" -> "\\dot";
      case "¨", "\u0308", "‥", ".." -> "\\ddot";
      case "\u20db", "...", "…", "⋯" -> "\\dddot";
      case "´", "\u0301" -> "\\acute";
      case "`", "\u0300" -> "\\grave";
      case "˘", "\u0306" -> "\\breve";
      case "ˇ", "\u030c" -> "\\check";
      case "˚", "\u030a" -> "\\mathring";
      case "⏞" -> "\\overbrace";
      case "⎴" -> "\\overbracket";
      default -> null;
    };
  }

  /** The command of an accent under something; null for none. */
  static String under(String accent) {
    return switch (accent) {
      case "_", "¯", "‾", "−", "―", "\u0332", "\u0331" -> "\\underline";
      case "⏟" -> "\\underbrace";
      case "⎵" -> "\\underbracket";
      case "→", "⟶" -> "\\underrightarrow";
      case "←", "⟵" -> "\\underleftarrow";
      default -> null;
    };
  }

  /** The arrow command that takes what stands over and under it; null for no such arrow. */
  static String labelled(String arrow) {
    return switch (arrow) {
      case "→", "⟶" -> "\\xrightarrow";
      case "←", "⟵" -> "\\xleftarrow";
      case "↔", "⟷" -> "\\xleftrightarrow";
      case "⇒", "⟹" -> "\\xRightarrow";
      case "⇐", "⟸" -> "\\xLeftarrow";
      case "⇔", "⟺" -> "\\xLeftrightarrow";
      case "⇌" -> "\\xrightleftharpoons";
      case "↦", "⟼" -> "\\xmapsto";
      default -> null;
    };
  }

  /** The command of a {@code mathvariant}; null for none, or for the letters' usual style. */
  static String style(String variant) {
    return switch (variant == null ? "" : variant) {
      case "bold" -> "\\mathbf";
      case "bold-italic" -> "\\boldsymbol";
      case "double-struck" -> "\\mathbb";
      case "script", "bold-script" -> "\\mathcal";
      case "fraktur", "bold-fraktur" -> "\\mathfrak";
      case "sans-serif", "bold-sans-serif", "sans-serif-italic", "sans-serif-bold-italic" ->
          "\\mathsf";
      case "monospace" -> "\\mathtt";
      case "normal" -> "\\mathrm";
      case "italic" -> "\\mathit";
      default -> null;
    };
  }
}
