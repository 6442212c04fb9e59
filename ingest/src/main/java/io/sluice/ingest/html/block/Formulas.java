package io.sluice.ingest.html.block;

import io.sluice.ingest.html.tree.Attr;
import io.sluice.ingest.html.tree.HtmlTree;
import io.sluice.ingest.html.tree.Tag;
import io.sluice.ingest.math.MathMl;
import java.util.Locale;

/**
 * Finds a page's formulas as TeX: in scripts of MathJax, annotations and alternative texts of
 * MathML, attributes of renderings, images, and elements that hold nothing but TeX; MathML without
 * any of these is converted.
 */
final class Formulas {
  private static final int LONGEST = 20_000;

  private static final int[] VALUES = {
    Attr.DATA_TEX, Attr.DATA_LATEX, Attr.DATA_MATH, Attr.DATA_FORMULA, Attr.DATA_EXPR, Attr.LATEX
  };

  private final MathText mathText = new MathText();
  private HtmlTree tree;
  private boolean display;
  private boolean fruitless;
  private int fruitlessEnd;

  void begin(HtmlTree page) {
    tree = page;
    fruitless = false;
  }

  /** Whether the formula found last stands by itself. */
  boolean display() {
    return display;
  }

  /** The TeX of a script, without delimiters; null where it holds none. */
  String ofScript(int script) {
    String type = tree.value(script, Attr.TYPE);
    if (type == null) {
      return null;
    }
    type = type.strip().toLowerCase(Locale.ROOT);
    if (!type.startsWith("math/") && !type.startsWith("text/tex")) {
      return null;
    }
    boolean block = type.contains("mode=display");
    if (!type.startsWith("math/mml")) {
      return bare(text(script), block);
    }
    String mathml = text(script);
    String converted = mathText.toLatex(mathml);
    return converted == null ? null : bare(converted, mathml.contains("display=\"block\""));
  }

  /** The TeX of a {@code math} element: annotation, alternative text, else converted. */
  String ofMath(int math) {
    boolean block = MathMl.display(tree, math);
    for (int name : new int[] {Attr.DATA_LATEX, Attr.DATA_TEX}) {
      String value = tree.value(math, name);
      if (value != null && !value.isBlank()) {
        return bare(value, block);
      }
    }
    return bare(MathMl.toLatex(tree, math), block);
  }

  /** The TeX of an image of a formula, or null where the image shows something else. */
  String ofImage(int image) {
    String tex = FormulaImage.tex(tree, image);
    return tex == null ? null : bare(tex, isAlone(image));
  }

  /** Whether an image is all that a paragraph holds. */
  private boolean isAlone(int image) {
    int parent = tree.parent(image);
    return parent != HtmlTree.NONE
        && Act.of(tree.tag(parent)) == Act.BLOCK
        && isBlank(tree.previousSibling(image))
        && isBlank(tree.nextSibling(image));
  }

  private boolean isBlank(int sibling) {
    if (sibling == HtmlTree.NONE) {
      return true;
    }
    if (tree.tag(sibling) != Tag.TEXT) {
      return false;
    }
    for (int i = tree.start(sibling); i < tree.end(sibling); i++) {
      if (tree.source()[i] > ' ' || tree.source()[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * The TeX of an element that by its marks may stand for a formula; null where it holds none. What
   * it renders has its source in a script behind it: such gives the empty text.
   */
  String ofElement(int node, int marks) {
    if (fruitless && node == fruitlessEnd) {
      fruitless = false;
    }
    boolean block = (marks & ClassNames.DISPLAY) != 0 || isDisplay(node);
    if ((marks & ClassNames.MATH_VALUE) != 0) {
      String value = ofValue(node, marks, block);
      if (value != null) {
        return value;
      }
    }
    if ((marks & ClassNames.RENDERED_MATH) != 0 && isBeforeScript(node)) {
      return "";
    }
    if ((marks & (ClassNames.RENDERED_MATH | ClassNames.MATH)) != 0 && !fruitless) {
      String found = within(node, marks, block);
      if (found != null) {
        return found;
      }
      fruitless = true;
      fruitlessEnd = tree.after(node, HtmlTree.DOCUMENT);
    }
    if ((marks & ClassNames.TEX) != 0) {
      return ofText(node, block);
    }
    if ((marks & ClassNames.MATH_VALUE) != 0) {
      String mathml = tree.value(node, Attr.DATA_MATHML);
      String converted = mathml == null ? null : mathText.toLatex(mathml);
      return converted == null ? null : bare(converted, block);
    }
    return null;
  }

  private boolean isDisplay(int node) {
    String value = tree.value(node, Attr.DISPLAY);
    return value != null && (value.equals("true") || value.equals("block"));
  }

  private String ofValue(int node, int marks, boolean block) {
    int math = ClassNames.MATH | ClassNames.RENDERED_MATH | ClassNames.TEX;
    for (int name : VALUES) {
      int attribute = tree.attribute(node, name);
      if (attribute == HtmlTree.NONE
          || tree.valueEnd(attribute) - tree.valueStart(attribute) > LONGEST) {
        continue;
      }
      String value = tree.value(attribute);
      boolean sure = name == Attr.DATA_TEX || name == Attr.DATA_LATEX || (marks & math) != 0;
      if (!value.isBlank() && (sure || Tex.isLikely(value) || isNamed(node))) {
        return bare(value, block || isNamedDisplay(node));
      }
    }
    return null;
  }

  private boolean isNamed(int node) {
    String names = tree.value(node, Attr.CLASS);
    return names != null && names.toLowerCase(Locale.ROOT).contains("math");
  }

  private boolean isNamedDisplay(int node) {
    String names = tree.value(node, Attr.CLASS);
    return names != null && (names.contains("block") || names.contains("display"));
  }

  /** Whether a script with the formula's source follows a rendering. */
  private boolean isBeforeScript(int node) {
    int at = node;
    for (int steps = 0; steps < 4; steps++) {
      at = tree.nextSibling(at);
      if (at == HtmlTree.NONE) {
        return false;
      }
      if (tree.tag(at) == Tag.SCRIPT) {
        String type = tree.value(at, Attr.TYPE);
        return type != null && type.startsWith("math/");
      }
      if (tree.tag(at) == Tag.TEXT && !text(at).isBlank()) {
        return false;
      }
    }
    return false;
  }

  /** The formula in a box of source and renderings. */
  private String within(int root, int marks, boolean block) {
    int image = HtmlTree.NONE;
    int math = HtmlTree.NONE;
    for (int node = root; node != HtmlTree.NONE; node = tree.next(node, root)) {
      switch (tree.tag(node)) {
        case Tag.MATH -> math = math == HtmlTree.NONE ? node : math;
        case Tag.IMG -> image = image == HtmlTree.NONE ? node : image;
        case Tag.SCRIPT -> {
          String script = ofScript(node);
          if (script != null) {
            display |= block;
            return script;
          }
        }
        default -> {
          int latex = tree.attribute(node, Attr.DATA_LATEX);
          if (latex != HtmlTree.NONE && tree.valueEnd(latex) > tree.valueStart(latex)) {
            return bare(tree.value(latex), block);
          }
        }
      }
    }
    String found = math != HtmlTree.NONE ? ofMath(math) : null;
    if (found == null && image != HtmlTree.NONE) {
      found = tree.value(image, Attr.ALT);
      found = found == null || found.isBlank() ? ofImage(image) : bare(found, false);
    }
    if (found == null && math == HtmlTree.NONE && tree.tag(root) == Tag.SPAN) {
      // nothing but the glyphs of a rendering
      String glyphs = text(root).replace("\u200b", "").strip();
      found = glyphs.isEmpty() || (marks & ClassNames.MATH) == 0 ? null : bare(glyphs, block);
    }
    display |= block;
    return found;
  }

  /** The TeX of an element that holds a text and nothing else. */
  private String ofText(int node, boolean block) {
    int child = tree.firstChild(node);
    if (child == HtmlTree.NONE
        || tree.tag(child) != Tag.TEXT
        || tree.nextSibling(child) != HtmlTree.NONE
        || tree.end(child) - tree.start(child) > LONGEST) {
      return null;
    }
    String text = tree.text(child);
    return text.isBlank() ? null : bare(text, block);
  }

  private String text(int root) {
    StringBuilder text = new StringBuilder();
    for (int node = root; node != HtmlTree.NONE; node = tree.next(node, root)) {
      if (tree.tag(node) == Tag.TEXT) {
        text.append(tree.text(node));
      }
    }
    return text.toString();
  }

  private String bare(String source, boolean block) {
    Tex.Formula formula = Tex.bare(source, block);
    display = formula.display();
    return formula.tex();
  }
}
