package io.sluice.codecorpus.license;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A licence expression (SPDX specification 2.3, annex D): identifiers joined by {@code OR}, {@code
 * AND}, {@code WITH} and parentheses; {@code AND} binds more than {@code OR}.
 */
public final class SpdxExpression {
  private static final Pattern TOKEN_BREAK = Pattern.compile("\\s+|(?<=[()])|(?=[()])");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+-]*");
  private static final int MAX_DEPTH = 20;

  private final String text;
  private final Node root;

  private SpdxExpression(String text, Node root) {
    this.text = text;
    this.root = root;
  }

  /** The expression, or none where the text is not one. */
  public static Optional<SpdxExpression> parse(String text) {
    List<String> tokens =
        TOKEN_BREAK.splitAsStream(text.strip()).filter(token -> !token.isBlank()).toList();
    Parser parser = new Parser(tokens);
    Node root = parser.or(0);
    return root == null || parser.at < tokens.size()
        ? Optional.empty()
        : Optional.of(new SpdxExpression(String.join(" ", tokens), root));
  }

  /** The expression with single spaces. */
  public String text() {
    return text;
  }

  /** Whether the expression can be met with licences of this kind alone. */
  public boolean satisfiedBy(Predicate<String> license) {
    return root.satisfied(license);
  }

  private interface Node {
    boolean satisfied(Predicate<String> license);
  }

  /** Recursive descent; null stands for "not an expression". */
  private static final class Parser {
    private final List<String> tokens;
    private int at;

    Parser(List<String> tokens) {
      this.tokens = tokens;
    }

    Node or(int depth) {
      Node left = and(depth);
      while (left != null && take("OR")) {
        Node first = left;
        Node second = and(depth);
        left =
            second == null
                ? null
                : license -> first.satisfied(license) || second.satisfied(license);
      }
      return left;
    }

    private Node and(int depth) {
      Node left = term(depth);
      while (left != null && take("AND")) {
        Node first = left;
        Node second = term(depth);
        left =
            second == null
                ? null
                : license -> first.satisfied(license) && second.satisfied(license);
      }
      return left;
    }

    private Node term(int depth) {
      if (take("(")) {
        Node inner = depth < MAX_DEPTH ? or(depth + 1) : null;
        return take(")") ? inner : null;
      }
      String id = id();
      if (id == null) {
        return null;
      }
      if (!take("WITH")) {
        return license -> license.test(id);
      }
      String exception = id();
      // an exception only adds permissions, so the licence alone is enough
      return exception == null
          ? null
          : license -> license.test(id + " WITH " + exception) || license.test(id);
    }

    private String id() {
      if (at < tokens.size()
          && ID.matcher(tokens.get(at)).matches()
          && !List.of("OR", "AND", "WITH").contains(tokens.get(at))) {
        return tokens.get(at++);
      }
      return null;
    }

    private boolean take(String token) {
      if (at < tokens.size() && tokens.get(at).equalsIgnoreCase(token)) {
        at++;
        return true;
      }
      return false;
    }
  }
}
