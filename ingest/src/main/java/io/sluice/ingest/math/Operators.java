package io.sluice.ingest.math;

import java.util.Map;

/** The operators, functions and constants of content MathML, by the names of their elements. */
final class Operators {
  // how tightly what is written binds
  static final int LOOSE = 0;
  static final int RELATION = 1;
  static final int SUM = 2;
  static final int PRODUCT = 3;
  static final int POWER = 4;
  static final int ATOM = 5;

  /** Operators between arguments, and how tightly they bind. */
  static final Map<String, Infix> INFIX =
      Map.ofEntries(
          Map.entry("eq", new Infix("=", RELATION)),
          Map.entry("neq", new Infix("\\ne", RELATION)),
          Map.entry("lt", new Infix("<", RELATION)),
          Map.entry("gt", new Infix(">", RELATION)),
          Map.entry("leq", new Infix("\\le", RELATION)),
          Map.entry("geq", new Infix("\\ge", RELATION)),
          Map.entry("equivalent", new Infix("\\equiv", RELATION)),
          Map.entry("approx", new Infix("\\approx", RELATION)),
          Map.entry("implies", new Infix("\\Rightarrow", LOOSE)),
          Map.entry("in", new Infix("\\in", RELATION)),
          Map.entry("notin", new Infix("\\notin", RELATION)),
          Map.entry("subset", new Infix("\\subseteq", RELATION)),
          Map.entry("prsubset", new Infix("\\subset", RELATION)),
          Map.entry("notsubset", new Infix("\\nsubseteq", RELATION)),
          Map.entry("notprsubset", new Infix("\\not\\subset", RELATION)),
          Map.entry("tendsto", new Infix("\\to", RELATION)),
          Map.entry("factorof", new Infix("\\mid", RELATION)),
          Map.entry("plus", new Infix("+", SUM)),
          Map.entry("union", new Infix("\\cup", SUM)),
          Map.entry("setdiff", new Infix("\\setminus", SUM)),
          Map.entry("or", new Infix("\\lor", SUM)),
          Map.entry("xor", new Infix("\\oplus", SUM)),
          Map.entry("intersect", new Infix("\\cap", PRODUCT)),
          Map.entry("and", new Infix("\\land", PRODUCT)),
          Map.entry("times", new Infix("", PRODUCT)),
          Map.entry("cartesianproduct", new Infix("\\times", PRODUCT)),
          Map.entry("vectorproduct", new Infix("\\times", PRODUCT)),
          Map.entry("scalarproduct", new Infix("\\cdot", PRODUCT)),
          Map.entry("outerproduct", new Infix("\\otimes", PRODUCT)),
          Map.entry("compose", new Infix("\\circ", PRODUCT)),
          Map.entry("rem", new Infix("\\bmod", PRODUCT)));

  /** Operators written around their argument. */
  static final Map<String, String[]> AROUND =
      Map.of(
          "abs", new String[] {"\\left|", "\\right|"},
          "card", new String[] {"\\left|", "\\right|"},
          "determinant", new String[] {"\\left|", "\\right|"},
          "floor", new String[] {"\\lfloor ", "\\rfloor"},
          "ceiling", new String[] {"\\lceil ", "\\rceil"},
          "conjugate", new String[] {"\\overline{", "}"},
          "mean", new String[] {"\\langle ", "\\rangle"},
          "factorial", new String[] {"", "!"},
          "transpose", new String[] {"", "^{T}"},
          "inverse", new String[] {"", "^{-1}"});

  /** Functions, constants and sets. */
  static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("infinity", "\\infty"),
          Map.entry("pi", "\\pi"),
          Map.entry("exponentiale", "e"),
          Map.entry("imaginaryi", "i"),
          Map.entry("eulergamma", "\\gamma"),
          Map.entry("emptyset", "\\emptyset"),
          Map.entry("integers", "\\mathbb{Z}"),
          Map.entry("reals", "\\mathbb{R}"),
          Map.entry("rationals", "\\mathbb{Q}"),
          Map.entry("naturalnumbers", "\\mathbb{N}"),
          Map.entry("complexes", "\\mathbb{C}"),
          Map.entry("primes", "\\mathbb{P}"),
          Map.entry("true", "\\text{true}"),
          Map.entry("false", "\\text{false}"),
          Map.entry("notanumber", "\\text{NaN}"),
          Map.entry("real", "\\Re"),
          Map.entry("imaginary", "\\Im"),
          Map.entry("not", "\\lnot"),
          Map.entry("divergence", "\\nabla\\cdot"),
          Map.entry("grad", "\\nabla"),
          Map.entry("curl", "\\nabla\\times"),
          Map.entry("laplacian", "\\nabla^{2}"),
          Map.entry("sech", "\\operatorname{sech}"),
          Map.entry("csch", "\\operatorname{csch}"),
          Map.entry("arccot", "\\operatorname{arccot}"),
          Map.entry("arcsinh", "\\operatorname{arcsinh}"),
          Map.entry("arccosh", "\\operatorname{arccosh}"),
          Map.entry("arctanh", "\\operatorname{arctanh}"),
          Map.entry("lcm", "\\operatorname{lcm}"),
          Map.entry("variance", "\\operatorname{Var}"),
          Map.entry("sdev", "\\sigma"),
          Map.entry("sum", "\\sum"),
          Map.entry("product", "\\prod"),
          Map.entry("int", "\\int"),
          Map.entry("limit", "\\lim"),
          Map.entry("partialdiff", "\\partial"),
          Map.entry("diff", "d"),
          Map.entry("minus", "-"),
          Map.entry("divide", "/"),
          Map.entry("forall", "\\forall"),
          Map.entry("exists", "\\exists"),
          Map.entry("ident", "\\operatorname{id}"));

  /**
   * An operator between arguments.
   *
   * @param sign its LaTeX, empty where arguments only stand side by side
   * @param binds how tightly it binds
   */
  record Infix(String sign, int binds) {}

  private Operators() {}
}
