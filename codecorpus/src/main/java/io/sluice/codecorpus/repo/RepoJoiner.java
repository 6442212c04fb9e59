package io.sluice.codecorpus.repo;

import io.sluice.ingest.model.Document;
import io.sluice.ingest.model.DocumentId;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.model.Score;
import io.sluice.ingest.model.Signal;
import io.sluice.ingest.text.Hash128;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Joins the kept files of a repository in the order of {@link FileOrder}, in the form of {@link
 * RepoText}, into documents of at most a number of UTF-16 units; a file that is longer with its
 * header stands alone. Texts are held while all of them together are within that number; beyond it
 * they are let go and read once more.
 */
final class RepoJoiner {
  /** What is remembered of a kept file. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Member(
      int file,
      String id,
      String blob,
      String language,
      String license,
      float score,
      int chars,
      int[] imports) {}

  private final String source;
  private final String repo;
  private final FileTree tree;
  private final FileJudge judge;
  private final ImportResolver resolver;
  private final int maxChars;

  private final List<Member> members = new ArrayList<>();
  private final Map<Integer, String> texts = new HashMap<>();
  private long held;
  private boolean holding = true;
  private List<List<Member>> groups;
  private int part;

  RepoJoiner(
      String source,
      String repo,
      FileTree tree,
      FileJudge judge,
      ImportResolver resolver,
      int maxChars) {
    this.source = source;
    this.repo = repo;
    this.tree = tree;
    this.judge = judge;
    this.resolver = resolver;
    this.maxChars = maxChars;
  }

  /** Remembers a kept file. */
  void add(int file, Document document) {
    String text = document.text();
    members.add(
        new Member(
            file,
            document.id(),
            document.meta().get("blob"),
            document.lang(),
            document.license(),
            document.scores().get(Score.CODE_QUALITY),
            RepoText.length(document.path(), text),
            resolver.imports(document.lang(), file, text)));
    held += text.length();
    holding &= held <= maxChars;
    if (holding) {
      texts.put(file, text);
    } else {
      texts.clear();
    }
  }

  /**
   * The next document, or null.
   *
   * @throws IOException if a file can no longer be read
   */
  Document next() throws IOException {
    if (groups == null) {
      groups = groups(ordered());
    }
    return part < groups.size() ? document(groups.get(part++)) : null;
  }

  private List<Member> ordered() {
    Map<Integer, Integer> places = new HashMap<>();
    for (int i = 0; i < members.size(); i++) {
      places.put(members.get(i).file(), i);
    }
    int[][] imports = new int[members.size()][];
    for (int i = 0; i < imports.length; i++) {
      imports[i] =
          Arrays.stream(members.get(i).imports())
              .filter(places::containsKey)
              .map(places::get)
              .toArray();
    }
    List<Member> ordered = new ArrayList<>();
    for (int place : FileOrder.order(imports)) {
      ordered.add(members.get(place));
    }
    return ordered;
  }

  private List<List<Member>> groups(List<Member> ordered) {
    List<List<Member>> result = new ArrayList<>();
    long chars = 0;
    for (Member member : ordered) {
      if (result.isEmpty() || chars + member.chars() > maxChars) {
        result.add(new ArrayList<>());
        chars = 0;
      }
      result.get(result.size() - 1).add(member);
      chars += member.chars();
    }
    return result;
  }

  private Document document(List<Member> group) throws IOException {
    StringBuilder text = new StringBuilder(group.stream().mapToInt(Member::chars).sum());
    Map<String, Long> languages = new TreeMap<>();
    TreeSet<String> licenses = new TreeSet<>();
    double score = 0;
    Hash128 address = new Hash128(0, 0);
    for (Member member : group) {
      String path = tree.files().get(member.file()).path();
      String body = texts.remove(member.file());
      RepoText.append(text, path, body != null ? body : judge.reread(member.file(), member.blob()));
      languages.merge(member.language(), (long) member.chars(), Long::sum);
      if (member.license() != null) {
        licenses.add(member.license());
      }
      score += (double) member.score() * member.chars();
      address = Hash128.of(address.high(), address.hex() + member.id());
    }
    FileTree.Facts facts = tree.facts();
    return Document.builder(
            Kind.REPO, source, DocumentId.of(source, "repo", repo, RepoText.VERSION, address.hex()))
        .repo(repo)
        .url(facts.url())
        .timestamp(facts.time())
        .license(RepoFacts.join(licenses))
        .lang(main(languages))
        .text(text.toString())
        .signal(Signal.FILES, group.size())
        .signal(Signal.CHARACTERS, (double) text.codePoints().count())
        .signal(Signal.BYTES, (double) bytes(text))
        .score(Score.CODE_QUALITY, score / text.length())
        .meta("repo_format", RepoText.VERSION)
        .meta("part", part + "/" + groups.size())
        .meta("commit", facts.commit())
        .meta("links", String.valueOf(facts.links()))
        .meta("submodules", String.valueOf(facts.submodules()))
        .build();
  }

  /** The language of most characters, the first by name among equals. */
  private static String main(Map<String, Long> languages) {
    return languages.entrySet().stream()
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .orElseThrow()
        .getKey();
  }

  private static long bytes(CharSequence text) {
    return text.codePoints()
        .mapToLong(c -> c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4)
        .sum();
  }
}
