package io.sluice.ingest.math;

import io.sluice.ingest.html.tree.Attr;
import io.sluice.ingest.html.tree.HtmlTree;
import io.sluice.ingest.html.tree.Tag;
import java.util.Arrays;

/**
 * Content MathML (MathML 3, chapter 4) as LaTeX: operators between their arguments with as many
 * parentheses as needed, functions before theirs. Elements below {@link Presentation#DEPTH} levels
 * give their text.
 */
final class Content {
  private final HtmlTree tree;
  private final Elements elements;
  private final TexBuffer out;
  private int depth;

  Content(HtmlTree tree, TexBuffer out) {
    this.tree = tree;
    this.elements = new Elements(tree);
    this.out = out;
  }

  /** Whether an element belongs to content MathML. */
  static boolean marks(int tag) {
    return tag == Tag.APPLY || tag == Tag.CI || tag == Tag.CN || tag == Tag.CSYMBOL;
  }

  /** Writes an element that stands alone. */
  void write(int node) {
    write(node, Operators.LOOSE);
  }

  /** Writes an element; in parentheses where it binds less than its place asks for. */
  private void write(int node, int least) {
    if (depth >= Presentation.DEPTH) {
      out.words(elements.text(node));
      return;
    }
    depth++;
    int start = out.length();
    int binds = element(node);
    if (binds < least) {
      out.trim(start);
      out.insert(start, "(");
      out.put(")");
    }
    depth--;
  }

  private int element(int node) {
    int[] children = elements.children(node);
    String name = tree.name(node);
    switch (name) {
      case "ci", "csymbol" -> {
        identifier(node, children);
        return Operators.ATOM;
      }
      case "cn" -> {
        number(node);
        return Operators.ATOM;
      }
      case "apply", "bind", "reln" -> {
        return children.length == 0 ? Operators.ATOM : apply(children);
      }
      case "set" -> {
        return list("\\{", children, "\\}");
      }
      case "list", "vector", "tuple" -> {
        return list("(", children, ")");
      }
      case "interval" -> {
        return list("[", children, "]");
      }
      case "matrix" -> {
        return matrix(children);
      }
      case "piecewise" -> {
        return piecewise(children);
      }
      case "lambda" -> {
        return lambda(children);
      }
      case "share",
          "bvar",
          "condition",
          "domainofapplication",
          "lowlimit",
          "uplimit",
          "degree",
          "logbase",
          "momentabout",
          "fn",
          "cs",
          "cbytes",
          "cerror",
          "math",
          "annotation-xml",
          "semantics" -> {
        return children(node, children);
      }
      default -> {
        if (children.length > 0) {
          return children(node, children);
        }
        out.put(named(name));
        return Operators.ATOM;
      }
    }
  }

  private int children(int node, int[] children) {
    if (children.length == 0) {
      out.words(elements.text(node));
      return Operators.ATOM;
    }
    if (children.length == 1 && depth < Presentation.DEPTH) {
      depth++;
      int binds = element(children[0]);
      depth--;
      return binds;
    }
    for (int child : children) {
      write(child, Operators.LOOSE);
    }
    return Operators.PRODUCT;
  }

  private static String named(String name) {
    Operators.Infix infix = Operators.INFIX.get(name);
    if (infix != null) {
      return infix.sign();
    }
    String known = Operators.NAMED.get(name);
    if (known != null) {
      return known;
    }
    return Symbols.function(name) ? "\\" + name : "\\operatorname{" + name + "}";
  }

  private void identifier(int node, int[] children) {
    if (children.length > 0) {
      new Presentation(tree, out).row(children);
      return;
    }
    String name = elements.text(node);
    String written = Written.name(name);
    if (written != null) {
      out.put(written);
    } else if (name.codePointCount(0, name.length()) == 1) {
      out.characters(name);
    } else if (!name.isEmpty() && Alphanumerics.variant(name.codePointAt(0)) != null) {
      out.styled(null, name);
    } else if (name.matches("\\\\[A-Za-z]+")) {
      out.put(name);
    } else if (Symbols.function(name)) {
      out.put("\\" + name);
    } else if (name.chars().allMatch(Character::isLetter)) {
      out.put("\\mathrm{" + name + "}");
    } else {
      out.words(name);
    }
  }

  private void number(int node) {
    StringBuilder first = new StringBuilder();
    StringBuilder second = new StringBuilder();
    boolean behind = false;
    for (int at = tree.firstChild(node); at != HtmlTree.NONE; at = tree.nextSibling(at)) {
      if (tree.tag(at) == Tag.TEXT) {
        (behind ? second : first).append(tree.text(at));
      } else {
        behind |= tree.name(at).equals("sep");
        // the HTML parser takes what follows <sep/> for its content
        (behind ? second : first).append(elements.text(at));
      }
    }
    String a = Elements.collapse(first);
    String b = Elements.collapse(second);
    String type = elements.attribute(node, Attr.TYPE);
    if (b.isEmpty()) {
      out.characters(a);
      return;
    }
    switch (type == null ? "" : type) {
      case "rational" -> out.put("\\frac{" + a + "}{" + b + "}");
      case "e-notation" -> out.put(a + " \\times 10^{" + b + "}");
      case "complex-cartesian" -> out.put("(" + a + "+" + b + "i)");
      case "complex-polar" -> out.put(a + "e^{" + b + "i}");
      default -> out.put(a + " " + b);
    }
  }

  // ---- application ----

  private int apply(int[] parts) {
    String name = tree.name(parts[0]);
    int[] arguments = arguments(parts);
    int count = arguments.length;
    if (name.equals("csymbol")) {
      int binds = written(elements.text(parts[0]), arguments);
      if (binds >= 0) {
        return binds;
      }
    }
    Operators.Infix infix = Operators.INFIX.get(name);
    if (infix != null && count > 1) {
      return between(name, infix, arguments);
    }
    String[] around = Operators.AROUND.get(name);
    if (around != null && count == 1) {
      boolean behind = around[0].isEmpty();
      out.put(around[0]);
      write(arguments[0], behind ? Operators.ATOM : Operators.LOOSE);
      out.put(around[1]);
      return behind ? Operators.POWER : Operators.ATOM;
    }
    switch (name) {
      case "minus" -> {
        return minus(arguments);
      }
      case "divide", "quotient" -> {
        if (count == 2) {
          out.put("\\frac");
          group(arguments[0]);
          group(arguments[1]);
          return Operators.ATOM;
        }
      }
      case "power" -> {
        if (count == 2) {
          write(arguments[0], Operators.ATOM);
          script("^", arguments[1]);
          return Operators.POWER;
        }
      }
      case "exp" -> {
        if (count == 1) {
          out.put("e");
          script("^", arguments[0]);
          return Operators.POWER;
        }
      }
      case "root" -> {
        return root(parts, arguments);
      }
      case "sum", "product", "int", "limit", "forall", "exists", "min", "max", "inf", "sup" -> {
        return bound(name, parts, arguments);
      }
      case "diff", "partialdiff" -> {
        return derivative(name.equals("diff") ? "d" : "\\partial", parts, arguments);
      }
      case "selector" -> {
        if (count > 1) {
          write(arguments[0], Operators.ATOM);
          out.put("_");
          int start = out.length();
          out.open();
          commas(Arrays.copyOfRange(arguments, 1, count));
          out.closeScript(start);
          return Operators.ATOM;
        }
      }
      default -> {
        // a function
      }
    }
    return function(parts, name, arguments);
  }

  /** Parts of an application that are neither its operator nor a qualifier. */
  private int[] arguments(int[] parts) {
    int[] arguments = new int[parts.length];
    int count = 0;
    for (int i = 1; i < parts.length; i++) {
      if (!qualifier(tree.name(parts[i]))) {
        arguments[count++] = parts[i];
      }
    }
    return Arrays.copyOf(arguments, count);
  }

  private static boolean qualifier(String name) {
    return switch (name) {
      case "bvar",
          "lowlimit",
          "uplimit",
          "degree",
          "condition",
          "logbase",
          "domainofapplication",
          "momentabout" ->
          true;
      default -> false;
    };
  }

  private int part(int[] parts, String name) {
    for (int part : parts) {
      if (tree.name(part).equals(name)) {
        return part;
      }
    }
    return HtmlTree.NONE;
  }

  /** Operators of which a converter only knew how they were written; -1 for others. */
  private int written(String name, int[] arguments) {
    int count = arguments.length;
    if (count == 2 && (name.equals("superscript") || name.equals("subscript"))) {
      boolean below = name.equals("subscript");
      write(arguments[0], Operators.ATOM);
      script(below ? "_" : "^", arguments[1]);
      return below ? Operators.ATOM : Operators.POWER;
    }
    if (count == 2 && name.equals("binomial")) {
      out.put("\\binom");
      group(arguments[0]);
      group(arguments[1]);
      return Operators.ATOM;
    }
    String infix = Written.infix(name);
    if (infix != null && count > 1) {
      return between("", new Operators.Infix(infix, Operators.SUM), arguments);
    }
    String[] around = Written.around(name);
    if (around != null) {
      return list(around[0], arguments, around[1]);
    }
    String separator = Written.separator(name);
    if (separator == null) {
      return -1;
    }
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        out.put(separator);
        out.space();
      }
      write(arguments[i], Operators.LOOSE);
    }
    return Operators.LOOSE;
  }

  /** Whether an operator, scripts aside, stands before its argument without parentheses. */
  private boolean prefix(int operator) {
    int at = operator;
    for (int[] parts = elements.children(at);
        tree.tag(at) == Tag.APPLY && parts.length > 1;
        parts = elements.children(at)) {
      at = parts[1];
    }
    return switch (tree.name(at)) {
      case "sum", "product", "int", "limit", "partialdiff", "diff", "forall", "exists" -> true;
      case "csymbol" -> Written.prefix(elements.text(at));
      default -> false;
    };
  }

  private int between(String name, Operators.Infix infix, int[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (i > 0) {
        if (infix.sign().isEmpty()) {
          boolean numbers = elements.tag(arguments[i]) == Tag.CN;
          if (numbers) {
            out.between("\\cdot");
          }
        } else {
          out.between(infix.sign());
        }
      }
      write(
          arguments[i],
          name.equals("plus")
              ? Operators.SUM
              : Math.min(Operators.ATOM, infix.binds() + (i > 0 ? 1 : 0)));
    }
    return infix.binds();
  }

  private int minus(int[] arguments) {
    if (arguments.length == 2) {
      write(arguments[0], Operators.SUM);
      out.between("-");
      write(arguments[1], Operators.PRODUCT);
    } else {
      out.put("-");
      for (int argument : arguments) {
        write(argument, Operators.PRODUCT);
      }
    }
    return Operators.SUM;
  }

  private int root(int[] parts, int[] arguments) {
    out.put("\\sqrt");
    int degree = part(parts, "degree");
    if (degree != HtmlTree.NONE && !elements.text(degree).equals("2")) {
      out.put("[");
      write(degree, Operators.LOOSE);
      out.put("]");
    }
    int start = out.length();
    out.open();
    for (int argument : arguments) {
      write(argument, Operators.LOOSE);
    }
    out.close(start);
    return Operators.ATOM;
  }

  private int bound(String name, int[] parts, int[] arguments) {
    out.put(
        switch (name) {
          case "product" -> "\\prod";
          case "limit" -> "\\lim";
          default -> "\\" + name;
        });
    int variable = part(parts, "bvar");
    int low = part(parts, "lowlimit");
    int high = part(parts, "uplimit");
    int condition = part(parts, "condition");
    boolean integral = name.equals("int");
    boolean quantifier = name.equals("forall") || name.equals("exists");
    if (low != HtmlTree.NONE
        || condition != HtmlTree.NONE
        || (variable != HtmlTree.NONE && !integral)) {
      if (quantifier) {
        out.space();
      } else {
        out.put("_");
      }
      int start = out.length();
      if (!quantifier) {
        out.open();
      }
      if (condition != HtmlTree.NONE) {
        write(condition, Operators.LOOSE);
      } else {
        if (variable != HtmlTree.NONE && !integral) {
          write(variable, Operators.LOOSE);
          out.put(low == HtmlTree.NONE ? "" : name.equals("limit") ? "\\to" : "=");
        }
        if (low != HtmlTree.NONE) {
          write(low, Operators.LOOSE);
        }
      }
      if (quantifier) {
        out.put(":");
      } else {
        out.closeScript(start);
      }
    }
    if (high != HtmlTree.NONE) {
      script("^", high);
    }
    out.space();
    if (arguments.length > 1 && variable == HtmlTree.NONE) {
      list("(", arguments, ")");
    } else {
      for (int argument : arguments) {
        write(
            argument, integral ? Operators.SUM : quantifier ? Operators.LOOSE : Operators.PRODUCT);
      }
    }
    if (integral && variable != HtmlTree.NONE) {
      out.put("\\,d");
      write(variable, Operators.ATOM);
    }
    return quantifier ? Operators.LOOSE : Operators.SUM;
  }

  private int derivative(String sign, int[] parts, int[] arguments) {
    int variable = part(parts, "bvar");
    if (variable == HtmlTree.NONE) {
      out.put(sign);
      for (int argument : arguments) {
        write(argument, Operators.ATOM);
      }
      return Operators.PRODUCT;
    }
    int[] inner = elements.children(variable);
    int degree = part(inner, "degree");
    out.put("\\frac{" + sign);
    if (degree != HtmlTree.NONE) {
      script("^", degree);
    }
    out.space();
    for (int argument : arguments) {
      write(argument, Operators.ATOM);
    }
    out.put("}{" + sign);
    out.space();
    for (int part : inner) {
      if (part != degree) {
        write(part, Operators.ATOM);
      }
    }
    if (degree != HtmlTree.NONE) {
      script("^", degree);
    }
    out.put("}");
    return Operators.ATOM;
  }

  private int function(int[] parts, String name, int[] arguments) {
    if (name.equals("log") && part(parts, "logbase") != HtmlTree.NONE) {
      out.put("\\log");
      script("_", part(parts, "logbase"));
    } else {
      write(parts[0], Operators.ATOM);
    }
    if (arguments.length == 0) {
      return Operators.ATOM;
    }
    if (arguments.length == 1 && prefix(parts[0])) {
      out.space();
      write(arguments[0], Operators.PRODUCT);
      return Operators.SUM;
    }
    int argument = elements.tag(arguments[0]);
    if (arguments.length == 1
        && out.endsWithCommand()
        && (argument == Tag.CI || argument == Tag.CN)) {
      out.space();
      write(arguments[0], Operators.ATOM);
      return Operators.PRODUCT;
    }
    return list("(", arguments, ")");
  }

  // ---- constructors ----

  private int list(String open, int[] parts, String close) {
    out.put(open);
    int bound = part(parts, "bvar");
    int condition = part(parts, "condition");
    if (bound != HtmlTree.NONE && condition != HtmlTree.NONE) {
      int last = parts[parts.length - 1];
      write(last == condition ? bound : last, Operators.LOOSE);
      out.between("\\mid");
      write(condition, Operators.LOOSE);
    } else {
      commas(parts);
    }
    out.put(close);
    return Operators.ATOM;
  }

  private void commas(int[] parts) {
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        out.put(",");
        out.space();
      }
      write(parts[i], Operators.LOOSE);
    }
  }

  private int matrix(int[] rows) {
    out.put("\\begin{pmatrix} ");
    for (int i = 0; i < rows.length; i++) {
      if (i > 0) {
        out.put(" \\\\ ");
      }
      int[] cells = elements.children(rows[i]);
      for (int k = 0; k < cells.length; k++) {
        if (k > 0) {
          out.put(" & ");
        }
        write(cells[k], Operators.LOOSE);
      }
    }
    out.put(" \\end{pmatrix}");
    return Operators.ATOM;
  }

  private int piecewise(int[] pieces) {
    out.put("\\begin{cases} ");
    for (int i = 0; i < pieces.length; i++) {
      if (i > 0) {
        out.put(" \\\\ ");
      }
      int[] cells = elements.children(pieces[i]);
      for (int k = 0; k < cells.length; k++) {
        if (k > 0) {
          out.put(" & ");
        }
        write(cells[k], Operators.LOOSE);
      }
      if (tree.name(pieces[i]).equals("otherwise")) {
        out.put(" & \\text{otherwise}");
      }
    }
    out.put(" \\end{cases}");
    return Operators.ATOM;
  }

  private int lambda(int[] parts) {
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        out.between(i == parts.length - 1 ? "\\mapsto" : ",");
      }
      write(parts[i], Operators.LOOSE);
    }
    return Operators.LOOSE;
  }

  private void group(int node) {
    int start = out.length();
    out.open();
    write(node, Operators.LOOSE);
    out.close(start);
  }

  private void script(String mark, int node) {
    out.trim(0);
    out.put(mark);
    int start = out.length();
    out.open();
    out.beginScript();
    write(node, Operators.LOOSE);
    out.endScript();
    out.closeScript(start);
  }
}
