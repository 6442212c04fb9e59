package io.sluice.ingest.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.ingest.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LatexTest {
  private static PaperText read(String source) {
    return Latex.read(source, name -> null);
  }

  private static String text(String source) {
    return read(source).text();
  }

  @Test
  void readsAPaper() {
    String source =
        """
        % a comment
        \\documentclass[12pt]{article}
        \\usepackage[utf8]{inputenc}
        \\newcommand{\\R}{\\mathbb{R}}
        \\newcommand{\\norm}[2][2]{\\lVert #2 \\rVert_{#1}}
        \\def\\set#1#2{\\{#1 \\mid #2\\}}
        \\DeclareMathOperator{\\im}{im}
        \\newtheorem{thm}{Theorem}[section]
        \\title{On \\emph{small} things\\thanks{Paid for.}}
        \\author{A. Author}
        \\begin{document}
        \\maketitle
        \\begin{abstract}
        We show~\\cite{a,b} that $\\norm{x}  = 1$ on $\\R$. % why
        Still the same.
        \\end{abstract}
        \\section{Introduction}\\label{sec:intro}
        Let $x \\in \\R^n$; see Section~\\ref{sec:intro}, and ``this'' --- 50\\% of it\\footnote{Or more.}.

        \\begin{thm}[Main]\\label{t} We have
        \\begin{equation}\\label{eq}
          \\set{x}{y} = \\im f
        \\end{equation}
        for \\[ a < b. \\] \\end{thm}
        \\begin{proof} Clear. \\end{proof}
        \\subsection*{A list}
        \\begin{itemize}
          \\item one
          \\item[b)] two \\begin{enumerate} \\item inner \\end{enumerate}
        \\end{itemize}
        \\begin{figure}[t]\\centering\\includegraphics[width=3cm]{a.png}
        \\caption{A \\textbf{picture}.}\\label{f}\\end{figure}
        \\begin{table}\\caption{Numbers}\\begin{tabular}{l|r} \\hline a & 1 \\\\ b & 2 \\\\ \\hline
        \\end{tabular}\\end{table}
        \\begin{verbatim}
          if (x) { % no comment
            \\R
        \\end{verbatim}
        G\\"odel, \\'{e}l\\`eve, Erd\\H{o}s, \\ss{} and \\href{http://a.example}{a link}.
        \\bibliography{refs}
        \\begin{thebibliography}{9}\\bibitem{a} Someone.\\end{thebibliography}
        \\end{document}
        after
        """;
    PaperText paper = read(source);
    assertEquals("On small things", paper.title());
    assertEquals(
        """
        # Abstract

        We show that $\\lVert x \\rVert_{2} = 1$ on $\\mathbb{R}$. Still the same.

        # Introduction

        Let $x \\in \\mathbb{R}^n$; see Section, and “this” — 50% of it (Or more.).

        Theorem (Main). We have

        $$\\begin{equation}
        \\{x \\mid y\\} = \\operatorname{im}f
        \\end{equation}$$

        for

        $$a < b.$$

        Proof. Clear.

        ## A list

        - one
        - b) two
          - inner

        A picture.

        Numbers

        a | 1
        b | 2

          if (x) { % no comment
            \\R

        Gödel, élève, Erdős, ß and a link.""",
        paper.text());
  }

  @Test
  void followsInputsInsideTheItem() {
    Map<String, String> files = Map.of("one", "One.", "two.tex", "Two, \\input{one}");
    assertEquals(
        "A One. B\n\nTwo, One.\n\nC",
        Latex.read("A \\input{one} B \\include{two.tex} C \\input missing", files::get).text());
    assertTrue(Latex.read("x \\input{self}", name -> "x \\input{self}").text().startsWith("x x"));
  }

  @Test
  void readsAPieceWithoutADocument() {
    assertEquals("# Thanks\n\nWe thank all.", text("\\section*{Thanks}\nWe thank all.\n"));
  }

  @Test
  void expandsMacrosOnlyAsTexWould() {
    assertEquals("ab", text("\\newcommand\\x{a}\\x b"));
    assertEquals("a b", text("\\newcommand{\\x}{a\\xspace}\\x b"));
    assertEquals("$\\alpha x$", text("\\newcommand{\\al}{\\alpha}$\\al x$"));
    assertEquals("$\\mathbf x$", text("\\def\\v#1{\\mathbf#1}$\\v x$"));
    assertEquals("two", text("\\def\\a{one}\\renewcommand{\\a}{two}\\a"));
    assertEquals("q", text("\\def\\a{q}\\let\\b=\\a\\b"));
    assertEquals("\\a", text("\\def\\a{q}\\verb|\\a|"));
    assertEquals("kept", text("\\iffalse gone \\ifx a \\fi also\\fi kept"));
  }

  @Test
  void bombsAndBrokenSourcesEnd() {
    StringBuilder letters = new StringBuilder("\\newcommand{\\za}{word word }");
    for (char c = 'b'; c <= 'z'; c++) {
      char before = (char) (c - 1);
      letters.append("\\newcommand{\\z").append(c).append("}{");
      letters.append(("\\z" + before + " ").repeat(10)).append('}');
    }
    letters.append("\\zz");
    int many = 100_000;
    List<String> sources =
        List.of(
            letters.toString(),
            "\\def\\a{\\a\\a}\\a",
            "\\def\\a{\\a}\\a",
            "\\def\\a#1{\\a{#1#1}}\\a{x}",
            "\\newcommand{\\a}[1]{#1}" + "\\a{".repeat(many),
            "\\newcommand{".repeat(many),
            "\\def\\x#1{".repeat(many),
            "{".repeat(many),
            "}".repeat(many),
            "\\begin{itemize}".repeat(many),
            "\\begin{equation}".repeat(many),
            "\\begin{verbatim}".repeat(many),
            "\\footnote{".repeat(many) + "}".repeat(many),
            "\\section{".repeat(many) + "}".repeat(many),
            "\\item[".repeat(many),
            "\\cite[".repeat(many),
            "\\verb|".repeat(many),
            "\\begin{".repeat(many),
            "$".repeat(many + 1),
            "$x ".repeat(many),
            "\\[".repeat(many),
            "\\(x".repeat(many),
            "\\caption{".repeat(many),
            "\\title{".repeat(many) + "}".repeat(many),
            "\\".repeat(many + 1),
            "\\iffalse".repeat(many),
            "&".repeat(many),
            "\ud800\\'\ud800",
            "",
            " \n\n\t");
    for (String source : sources) {
      String start = source.substring(0, Math.min(30, source.length()));
      assertTimeoutPreemptively(Duration.ofSeconds(20), () -> text(source), start);
    }
  }

  @Test
  void everyCutOfAPaperEnds() {
    String source =
        "\\newcommand{\\n}[1]{|#1|}\\title{T}\\section{S}$\\n{a}$ \\cite[x]{y} \\begin{align*}a&b\\\\c"
            + "\\end{align*}\\begin{figure}\\caption{C}\\end{figure}\\verb|x| \\footnote{f} \\[z\\] $$q$$";
    for (int cut = 0; cut <= source.length(); cut++) {
      PaperText got = read(source.substring(0, cut));
      assertFalse(got.text().contains("\r"));
    }
  }

  @Test
  void readsArxivPieces() throws IOException {
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(SharedData.file("text_samples/arxiv.jsonl"), UTF_8)) {
      JsonNode row = json.readTree(line);
      String source = row.get("text").asText();
      String text = text(source);
      assertFalse(text.contains("\\cite"), text);
      assertFalse(text.contains("\\section"), text);
      long sections = source.split("\\\\section", -1).length - 1L;
      long headings = text.lines().filter(at -> at.matches("# .+")).count();
      assertTrue(headings <= sections + 1, headings + " of " + sections);
    }
  }
}
