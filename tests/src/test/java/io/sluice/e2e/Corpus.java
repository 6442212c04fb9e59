package io.sluice.e2e;

import io.sluice.e2e.Warcs.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/**
 * A small corpus of which it is known, by the way it is made, what becomes of each record. Pages
 * are dealt to the WARC files in turn; then come a file that is cut off and one that is no WARC.
 */
public final class Corpus {
  /** WARC files that pages are dealt to. */
  static final int WARCS = 10;

  /** English pages of which each is about something else; those of the cut file not counted. */
  static final int ENGLISH = 80;

  /** Chinese pages of which each is about something else. */
  static final int CHINESE = 24;

  /** Pages with the text of another page, at another address. */
  static final int COPIES = 6;

  /** Pages with the text of another page but for three words. */
  static final int NEAR_COPIES = 6;

  /** Pages with the sentences of another page in other words. */
  static final int PARAPHRASES = 4;

  /** Pages in a language that the pipeline does not keep. */
  static final int FRENCH = 2;

  /** Pages of fewer words than the rules ask for. */
  static final int SHORT = 5;

  /** Pages of one paragraph over and over. */
  static final int REPEATED = 3;

  /** Pages without text. */
  static final int EMPTY = 2;

  /** Records that are no pages. */
  static final int PDF = 3;

  /** Answers with status 404. */
  static final int NOT_FOUND = 4;

  /** Whole pages of the WARC file that is cut off. */
  static final int BEFORE_CUT = 3;

  private final Path root;

  private Corpus(Path root) {
    this.root = root;
  }

  /** Writes the corpus, the recipe and the pipeline into an empty folder. */
  static Corpus write(Path root) throws IOException {
    Corpus corpus = new Corpus(root);
    corpus.web();
    corpus.papers();
    corpus.code();
    corpus.configuration();
    return corpus;
  }

  /** The pipeline's YAML. */
  public Path pipeline() {
    return root.resolve("pipeline.yaml");
  }

  /** The recipe's YAML. */
  Path recipe() {
    return root.resolve("recipe.yaml");
  }

  private void web() throws IOException {
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < ENGLISH; i++) {
      pages.add(page("en/" + i, "en", english(i)));
    }
    for (int i = 0; i < CHINESE; i++) {
      pages.add(page("zh/" + i, "zh", Prose.chinese(500 + i).paragraphs(6)));
    }
    for (int i = 0; i < COPIES; i++) {
      pages.add(page("copy/" + i, "en", english(i)));
    }
    for (int i = 0; i < NEAR_COPIES; i++) {
      pages.add(page("near/" + i, "en", nearly(english(20 + i))));
    }
    for (int i = 0; i < PARAPHRASES; i++) {
      pages.add(page("again/" + i, "en", inOtherWords(english(40 + i))));
    }
    for (int i = 0; i < SHORT; i++) {
      Prose prose = Prose.chinese(900 + i);
      String three = prose.sentence() + prose.sentence() + prose.sentence();
      pages.add(page("short/" + i, "zh", List.of(three)));
    }
    for (int i = 0; i < FRENCH; i++) {
      pages.add(page("fr/" + i, "fr", List.of(Prose.FRENCH, Prose.english(970 + i).noun())));
    }
    for (int i = 0; i < REPEATED; i++) {
      String paragraph = Prose.english(950 + i).paragraphs(1).get(0);
      pages.add(page("repeated/" + i, "en", List.of(paragraph, paragraph, paragraph)));
    }
    for (int i = 0; i < EMPTY; i++) {
      pages.add(page("empty/" + i, "en", List.of()));
    }
    for (int i = 0; i < PDF; i++) {
      pages.add(new Page(url("pdf/" + i), "application/pdf", "%PDF-1.7 " + i));
    }
    for (int file = 0; file < WARCS; file++) {
      List<Page> dealt = new ArrayList<>();
      for (int i = file; i < pages.size(); i += WARCS) {
        dealt.add(pages.get(i));
      }
      byte[] warc = Warcs.file(dealt);
      write("web/crawl-" + file + ".warc.gz", file < NOT_FOUND ? gone(warc, file) : warc);
    }
    List<Page> whole = new ArrayList<>();
    for (int i = 0; i < BEFORE_CUT; i++) {
      whole.add(page("cut/" + i, "en", english(300 + i)));
    }
    int end = Warcs.file(whole).length;
    whole.add(page("cut/" + BEFORE_CUT, "en", english(300 + BEFORE_CUT)));
    byte[] longer = Warcs.file(whole);
    write("web/cut-off.warc.gz", Arrays.copyOf(longer, (end + longer.length) / 2));
    write(
        "web/no-warc.warc.gz", "This is a letter, not a crawl.\n".getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] gone(byte[] warc, int number) {
    byte[] record = Warcs.answer(url("gone/" + number), "404 Not Found", "<p>Not here.</p>");
    byte[] both = Arrays.copyOf(warc, warc.length + record.length);
    System.arraycopy(record, 0, both, warc.length, record.length);
    return both;
  }

  private static List<String> english(int number) {
    return Prose.english(100 + number).paragraphs(5);
  }

  private static List<String> nearly(List<String> paragraphs) {
    List<String> changed = new ArrayList<>(paragraphs);
    String[] words = changed.get(1).split(" ");
    words[3] = "remarkable";
    words[19] = "elsewhere";
    words[35] = "afterwards";
    changed.set(1, String.join(" ", words));
    return changed;
  }

  /** Every article and auxiliary another: hardly five words in a row stay, the meaning does. */
  private static List<String> inOtherWords(List<String> paragraphs) {
    return paragraphs.stream()
        .map(
            text ->
                text.replace(" the ", " this ")
                    .replace("The ", "This ")
                    .replace(" a ", " one ")
                    .replace(" and ", " plus ")
                    .replace(" was ", " is ")
                    .replace(" would ", " will "))
        .toList();
  }

  private static String url(String path) {
    return "https://example.org/" + path;
  }

  private static Page page(String path, String lang, List<String> paragraphs) {
    return Warcs.html(url(path), lang, paragraphs);
  }

  private void papers() throws IOException {
    write("papers/book.txt", String.join("\n\n", Prose.english(700).paragraphs(40)) + "\n");
    write("papers/leaflet.txt", Prose.english(701).sentence() + "\n");
    List<String> body = Prose.english(702).paragraphs(12);
    write(
        "papers/paper.tex",
        "\\documentclass{article}\n\\title{On Sums}\n\\author{A. Author}\n\\begin{document}\n\\maketitle\n"
            + "\\begin{abstract}\n"
            + body.get(0)
            + "\n\\end{abstract}\n\\section{First}\n"
            + String.join("\n\n", body.subList(1, 6))
            + "\nLet $n > 0$. Then \\begin{equation} \\sum_{k=1}^{n} k = \\frac{n(n+1)}{2}. \\end{equation}\n"
            + "\\section{Second}\n"
            + String.join("\n\n", body.subList(6, 12))
            + "\n\\end{document}\n");
    write("papers/broken.tex.gz", "no gzip at all\n");
  }

  private void code() throws IOException {
    write("code/tools/LICENSE", "Apache License\nVersion 2.0, January 2004\n");
    for (int i = 0; i < 6; i++) {
      write("code/tools/src/Tool" + i + ".java", SourceCode.java("Tool" + i, 800 + i));
    }
    write("code/tools/src/Tiny.java", "// a class\nclass Tiny {}\n");
    write("code/tools/logo.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2});
    write("code/tools/node_modules/left/pad.js", SourceCode.java("Pad", 890));
    for (int i = 0; i < 6; i++) {
      write("code/shop/shop/part" + i + ".py", SourceCode.python(820 + i));
    }
    write("code/shop/shop/again.py", SourceCode.python(820));
    PersonIdent who =
        new PersonIdent("A", "a@example.org", Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);
    try (Git git =
        Git.init()
            .setDirectory(root.resolve("code/shop").toFile())
            .setInitialBranch("main")
            .call()) {
      git.add().addFilepattern(".").call();
      git.commit().setMessage("first").setAuthor(who).setCommitter(who).setSign(false).call();
    } catch (GitAPIException e) {
      throw new IOException("no git repository could be made", e);
    }
    // What is not committed is not read.
    write("code/shop/shop/draft.py", SourceCode.python(840));
  }

  private void configuration() throws IOException {
    write(
        "pipeline.yaml",
        """
        web:
          inputs:
            - {name: crawl, paths: ['ROOT/web/*.warc.gz']}
          files_per_part: 1
          languages: [eng, cmn]
        papers:
          inputs:
            - {name: library, paths: ['ROOT/papers']}
        code:
          inputs:
            - {name: hub, paths: ['ROOT/code']}
        semdedup:
          prune: {epsilon: 0.12, clusters: 3}
        mix:
          recipe: 'ROOT/recipe.yaml'
        """
            .replace("ROOT", root.toString()));
    write(
        "recipe.yaml",
        """
        name: e2e
        seed: 11
        shard_tokens: 8192
        stages:
          - name: general
            tokens: 1M
            seq_len: 256
            packing: concat
            fim_rate: 0.5
            components:
              - {name: books-papers, kinds: [book, paper], epochs: 1}
              - {name: code, kinds: [code], epochs: 2}
              # What was found twice is read twice.
              - {name: english, kinds: [web], languages: [eng], epochs_by_cluster: {'1': 1, '2': 2}}
              - {name: chinese, kinds: [web], languages: [cmn], epochs: 3}
          - name: repositories
            tokens: 1M
            seq_len: 1024
            packing: best_fit
            components:
              - {name: repos, kinds: [repo], epochs: 1}
          - name: best
            tokens: 20000
            seq_len: 512
            packing: best_fit
            components:
              - {name: english, kinds: [web], levels: [high, medium_high, medium], share: 0.5}
              - {name: code, kinds: [code], share: 0.3}
        """);
  }

  private void write(String path, String text) throws IOException {
    write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private void write(String path, byte[] bytes) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }
}
