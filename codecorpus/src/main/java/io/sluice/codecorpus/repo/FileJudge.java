package io.sluice.codecorpus.repo;

import io.sluice.codecorpus.license.Licenses;
import io.sluice.codecorpus.quality.CodeMeter;
import io.sluice.codecorpus.quality.LanguageRules;
import io.sluice.codecorpus.quality.QualityScore;
import io.sluice.codecorpus.quality.Verdict;
import io.sluice.ingest.model.Document;
import io.sluice.ingest.model.DocumentId;
import io.sluice.ingest.model.Judged;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.model.Measures;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.model.Score;
import io.sluice.ingest.model.Signal;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;

/**
 * One file to a judged document. The path is judged before the file is read, its bytes before they
 * are text, its text before it is measured; what was measured is stored in either case.
 */
final class FileJudge {
  private final String source;
  private final String repo;
  private final FileTree tree;
  private final RepoFacts facts;
  private final CodeRuleSet rules;
  private final int maxBytes;
  private final ObjectInserter.Formatter blobs = new ObjectInserter.Formatter();
  private long bytesRead;

  FileJudge(
      String source, String repo, FileTree tree, RepoFacts facts, CodeRuleSet rules, int maxBytes) {
    this.source = source;
    this.repo = repo;
    this.tree = tree;
    this.facts = facts;
    this.rules = rules;
    this.maxBytes = maxBytes;
  }

  /** Bytes of files read so far. */
  long bytesRead() {
    return bytesRead;
  }

  /** The judged document of file {@code index}. */
  Judged judge(int index) {
    RepoFile file = tree.files().get(index);
    try {
      return judge(index, file);
    } catch (RuntimeException | StackOverflowError e) {
      return Judged.failed(document(file, file.blobId()).build(), e);
    }
  }

  private Judged judge(int index, RepoFile file) {
    Optional<Verdict> path = rules.paths().judgePath(file.path());
    if (path.isPresent()) {
      return rejected(unread(file), path.get());
    }
    if (file.size() > maxBytes) {
      String detail = "bytes " + file.size() + ", allowed " + maxBytes;
      return Judged.rejected(unread(file).build(), Reason.TOO_LARGE, detail);
    }
    byte[] bytes;
    try {
      bytes = tree.read(index, maxBytes);
    } catch (IOException e) {
      return Judged.rejected(unread(file).build(), Reason.UNREADABLE_INPUT, e.getMessage());
    }
    bytesRead += bytes.length;
    String blob = file.blobId() != null ? file.blobId() : blobId(bytes);
    SourceText decoded = SourceText.of(bytes);
    if (decoded.problem() != null) {
      return Judged.rejected(
          document(file, blob).signal(Signal.BYTES, bytes.length).build(),
          decoded.problem(),
          decoded.detail());
    }
    return judgeText(file, document(file, blob), decoded.text());
  }

  private Judged judgeText(RepoFile file, Document.Builder document, String text) {
    String license = Licenses.ofHeader(text).orElseGet(() -> facts.license(file.path()));
    document.text(text).license(license);
    Optional<String> language = rules.languages().detect(file.name(), text);
    if (language.isEmpty()) {
      return Judged.rejected(
          document.signal(Signal.CHARACTERS, text.codePointCount(0, text.length())).build(),
          Reason.CODE_UNKNOWN_LANGUAGE,
          file.name());
    }
    document.lang(language.get());
    LanguageRules quality = rules.quality().of(language.get());
    Measures<Signal> signals = CodeMeter.measure(text, quality);
    double score = quality.score().of(signals);
    document
        .signals(signals)
        .score(Score.CODE_QUALITY, score)
        .meta("code_score", QualityScore.VERSION);
    Optional<Verdict> header = rules.paths().judgeHeader(text);
    if (header.isPresent()) {
      return rejected(document, header.get());
    }
    if (!rules.licenses().permits(license)) {
      return Judged.rejected(
          document.build(), Reason.CODE_LICENSE, license == null ? "not known" : license);
    }
    Optional<Verdict> limit = quality.judge(signals);
    return limit.isPresent() ? rejected(document, limit.get()) : Judged.kept(document.build());
  }

  /**
   * The text of a file that was kept before.
   *
   * @throws IOException if it is no longer what it was
   */
  String reread(int index, String blob) throws IOException {
    RepoFile file = tree.files().get(index);
    byte[] bytes = tree.read(index, maxBytes);
    String now = file.blobId() != null ? file.blobId() : blobId(bytes);
    String text = SourceText.of(bytes).text();
    if (!now.equals(blob) || text == null) {
      throw new IOException(
          file.path()
              + ": changed while the repository was read; remedy: read it once it is still");
    }
    return text;
  }

  private static Judged rejected(Document.Builder document, Verdict verdict) {
    return Judged.rejected(document.build(), verdict.reason(), verdict.detail());
  }

  private Document.Builder unread(RepoFile file) {
    Document.Builder document = document(file, file.blobId());
    return file.size() < 0 ? document : document.signal(Signal.BYTES, (double) file.size());
  }

  private Document.Builder document(RepoFile file, String blob) {
    String address = blob == null ? "unread" : blob;
    FileTree.Facts whole = tree.facts();
    return Document.builder(
            Kind.CODE, source, DocumentId.of(source, "file", repo, file.path(), address))
        .path(file.path())
        .repo(repo)
        .url(whole.url())
        .timestamp(whole.time())
        .meta("blob", blob)
        .meta("commit", whole.commit())
        .meta("executable", file.executable() ? "true" : null);
  }

  /** Git's name for a blob of these bytes, so that ids do not depend on how a tree is read. */
  private String blobId(byte[] bytes) {
    return blobs.idFor(Constants.OBJ_BLOB, bytes).name();
  }
}
