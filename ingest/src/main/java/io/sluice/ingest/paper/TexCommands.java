package io.sluice.ingest.paper;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the commands and environments of LaTeX and its common packages mean for plain text. */
final class TexCommands {
  /** Environments of formulas: kept as they are between double dollars. */
  static final Set<String> MATH =
      starred(
          """
          equation align alignat flalign gather multline eqnarray displaymath math dmath IEEEeqnarray
          empheq subequations
          """);

  /** Environments kept as they are, white space and all. */
  static final Set<String> VERBATIM = starred("verbatim Verbatim lstlisting minted alltt");

  /** Environments that draw, list references or hold code for TeX: left out with all they hold. */
  static final Set<String> DROPPED =
      starred(
          """
          thebibliography tikzpicture pgfpicture picture filecontents xy asy tikzcd pspicture CJKbib
          comment bibdiv biblist keywords CCSXML acronym forest circuitikz
          """);

  /** Floats, of which the caption and, in tables, the rows are kept. */
  static final Set<String> FIGURES = starred("figure wrapfigure SCfigure sidewaysfigure subfigure");

  static final Set<String> TABLES =
      starred("tabular tabularx tabulary longtable tabu supertabular");

  static final Set<String> LISTS =
      words("itemize enumerate description list compactitem compactenum inparaenum trivlist");

  /** Arguments that follow the beginning of an environment, to be left out. */
  static final Map<String, Integer> ENVIRONMENT_ARGUMENTS =
      Map.ofEntries(
          Map.entry("minipage", 1),
          Map.entry("multicols", 1),
          Map.entry("tabular", 1),
          Map.entry("tabular*", 2),
          Map.entry("tabularx", 2),
          Map.entry("tabulary", 2),
          Map.entry("longtable", 1),
          Map.entry("supertabular", 1),
          Map.entry("tabu", 1),
          Map.entry("wrapfigure", 2),
          Map.entry("wraptable", 2),
          Map.entry("subfigure", 1),
          Map.entry("adjustbox", 1),
          Map.entry("list", 2),
          Map.entry("alltt", 0),
          Map.entry("minted", 1),
          Map.entry("spacing", 1),
          Map.entry("adjustwidth", 2),
          Map.entry("textblock", 1),
          Map.entry("column", 1));

  /** Levels of headings, outermost first. */
  static final Map<String, Integer> HEADINGS =
      Map.of(
          "part", 0,
          "chapter", 1,
          "section", 2,
          "subsection", 3,
          "subsubsection", 4,
          "paragraph", 5,
          "subparagraph", 6);

  /**
   * Commands whose arguments are not all text: a letter an argument, {@code d} dropped and {@code
   * k} kept. Optional arguments are dropped.
   */
  static final Map<String, String> ARGUMENTS = arguments();

  /** Commands that stand for characters. */
  static final Map<String, String> SYMBOLS = symbols();

  /** Accents as combining characters. */
  static final Map<String, String> ACCENTS =
      Map.ofEntries(
          Map.entry("`", "\u0300"),
          Map.entry("'", "\u0301"),
          Map.entry("^", "\u0302"),
          Map.entry("~", "\u0303"),
          Map.entry("=", "\u0304"),
          Map.entry("u", "\u0306"),
          Map.entry(".", "\u0307"),
          Map.entry("\"", "\u0308"),
          Map.entry("r", "\u030A"),
          Map.entry("H", "\u030B"),
          Map.entry("v", "\u030C"),
          Map.entry("d", "\u0323"),
          Map.entry("c", "\u0327"),
          Map.entry("k", "\u0328"));

  private TexCommands() {}

  static Set<String> words(String list) {
    return Set.of(list.strip().split("\\s+"));
  }

  private static Set<String> starred(String list) {
    StringBuilder both = new StringBuilder(list);
    for (String name : list.strip().split("\\s+")) {
      both.append(' ').append(name).append('*');
    }
    return words(both.toString());
  }

  private static Map<String, String> arguments() {
    Map<String, String> map = new HashMap<>();
    put(
        map,
        "d",
        """
        vspace hspace includegraphics usepackage documentclass pagestyle thispagestyle pagenumbering
        bibliographystyle bibliography addbibresource printbibliography index glsadd hypersetup color
        label vskip input include graphicspath author date thanks address email affiliation
        institute keywords pacs maketitle bibitem nocite cite citep citet citealp citealt citeauthor
        citeyear citeyearpar parencite textcite autocite footcite Cite Citep Citet supercite onlinecite
        ref eqref pageref autoref cref Cref nameref vref thref hyphenation newif theoremstyle
        numberwithin captionsetup lstset tikzset usetikzlibrary geometry bibinfo listoffigures
        linespread fontfamily newlength newcounter stepcounter refstepcounter setstretch cline
        cmidrule noalign orcid inst affil ead subjclass DOI doi received accepted preprint
        titlerunning authorrunning correspondingauthor tableofcontents marginpar todo phantom
        vphantom hphantom newgeometry includepdf usebox sisetup definecolors cellcolor rowcolor columncolor arraystretch
        """);
    put(
        map,
        "dd",
        """
        setlength addtolength setcounter addtocounter rule markboth fontsize definecolorset newcolumntype
        DeclareMathAlphabet specialrule setkeys hyperdef
        """);
    put(map, "ddd", "addcontentsline definecolor providecolor titleformat titlespacing");
    put(
        map,
        "dk",
        "textcolor href raisebox scalebox rotatebox parbox colorbox foreignlanguage hyperlink hypertarget makebox framebox adjustbox");
    put(map, "ddk", "resizebox multicolumn multirow fcolorbox");
    return Map.copyOf(map);
  }

  private static void put(Map<String, String> map, String signature, String names) {
    for (String name : words(names)) {
      map.put(name, signature);
    }
  }

  private static Map<String, String> symbols() {
    return Map.ofEntries(
        Map.entry("&", "&"),
        Map.entry("%", "%"),
        Map.entry("$", "$"),
        Map.entry("#", "#"),
        Map.entry("_", "_"),
        Map.entry("{", "{"),
        Map.entry("}", "}"),
        Map.entry(" ", " "),
        Map.entry("\n", " "),
        Map.entry("\t", " "),
        Map.entry(",", " "),
        Map.entry(";", " "),
        Map.entry(":", " "),
        Map.entry("quad", " "),
        Map.entry("qquad", " "),
        Map.entry("enspace", " "),
        Map.entry("thinspace", " "),
        Map.entry("hfill", " "),
        Map.entry("textbackslash", "\\"),
        Map.entry("textasciitilde", "~"),
        Map.entry("textasciicircum", "^"),
        Map.entry("textunderscore", "_"),
        Map.entry("textbar", "|"),
        Map.entry("textless", "<"),
        Map.entry("textgreater", ">"),
        Map.entry("textendash", "–"),
        Map.entry("textemdash", "—"),
        Map.entry("textdegree", "°"),
        Map.entry("textregistered", "®"),
        Map.entry("texttrademark", "™"),
        Map.entry("textmu", "µ"),
        Map.entry("ldots", "…"),
        Map.entry("dots", "…"),
        Map.entry("textellipsis", "…"),
        Map.entry("S", "§"),
        Map.entry("P", "¶"),
        Map.entry("copyright", "©"),
        Map.entry("pounds", "£"),
        Map.entry("euro", "€"),
        Map.entry("dag", "†"),
        Map.entry("ddag", "‡"),
        Map.entry("ss", "ß"),
        Map.entry("o", "ø"),
        Map.entry("O", "Ø"),
        Map.entry("l", "ł"),
        Map.entry("L", "Ł"),
        Map.entry("ae", "æ"),
        Map.entry("AE", "Æ"),
        Map.entry("oe", "œ"),
        Map.entry("OE", "Œ"),
        Map.entry("aa", "å"),
        Map.entry("AA", "Å"),
        Map.entry("i", "i"),
        Map.entry("j", "j"),
        Map.entry("TeX", "TeX"),
        Map.entry("LaTeX", "LaTeX"),
        Map.entry("LaTeXe", "LaTeX2e"),
        Map.entry("BibTeX", "BibTeX"),
        Map.entry("lq", "‘"),
        Map.entry("rq", "’"));
  }
}
