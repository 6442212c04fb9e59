package io.sluice.ingest.paper;

import io.sluice.ingest.charset.PageCharset;
import io.sluice.ingest.model.Document;
import io.sluice.ingest.model.DocumentId;
import io.sluice.ingest.model.Judged;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.stage.DocumentSource;
import io.sluice.ingest.stage.InputItem;
import io.sluice.ingest.stage.Reading;
import io.sluice.ingest.text.Hash128;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Papers and books, one document an item: {@code .txt} is a book; {@code .tex}, {@code .tex.gz},
 * {@code .gz}, {@code .tar}, {@code .tar.gz}, {@code .tgz} and a directory are one LaTeX paper.
 */
public final class PaperSource implements DocumentSource {
  private static final long serialVersionUID = 1L;

  private final PapersLimits limits;

  /** A source that reads items within these limits. */
  public PaperSource(PapersLimits limits) {
    this.limits = Objects.requireNonNull(limits, "limits");
  }

  @Override
  public Reader start() {
    return (item, hadoop) -> new OneDocument(read(item, hadoop), item.bytes());
  }

  private Judged read(InputItem item, Configuration hadoop) throws IOException {
    Path path = new Path(item.path());
    String name = path.getName();
    boolean book = name.toLowerCase(Locale.ROOT).matches(".*\\.txt(?:\\.gz)?");
    Kind kind = book ? Kind.BOOK : Kind.PAPER;
    SortedMap<String, byte[]> files;
    try {
      files = PaperFiles.read(path, hadoop, limits.maxBytes());
    } catch (PaperFiles.TooLargeException e) {
      String id = DocumentId.of(item.source(), name, item.fingerprint());
      Document document = Document.builder(kind, item.source(), id).path(name).build();
      return Judged.rejected(document, Reason.TOO_LARGE, e.getMessage());
    }
    String id = DocumentId.of(item.source(), name, contentHash(files));
    Document.Builder document = Document.builder(kind, item.source(), id).path(name);
    PaperText text = book ? book(files) : paper(files);
    if (text == null) {
      return Judged.rejected(document.build(), Reason.PAPER_NO_BODY, "no source file");
    }
    document.text(text.text()).meta("title", text.title().isEmpty() ? null : text.title());
    return judge(document.build());
  }

  private static PaperText book(SortedMap<String, byte[]> files) {
    return PlainText.read(PageCharset.decode(files.get(files.firstKey()), null));
  }

  private static PaperText paper(SortedMap<String, byte[]> files) {
    TexProject project = new TexProject(files);
    String main = project.main();
    return main == null ? null : Latex.read(project.text(main), project::text);
  }

  private Judged judge(Document document) {
    String text = document.text();
    if (text.isBlank()) {
      return Judged.rejected(document, Reason.PAPER_NO_BODY, "no text");
    }
    long odd = text.chars().filter(c -> c == 0xFFFD || (c < ' ' && c != '\n' && c != '\t')).count();
    if (odd * 100 > text.length()) {
      return Judged.rejected(
          document, Reason.UNDECODABLE, odd + " of " + text.length() + " characters are no text");
    }
    int chars = text.codePointCount(0, text.length());
    if (chars < limits.minChars()) {
      return Judged.rejected(
          document,
          Reason.PAPER_TOO_SHORT,
          chars + " characters, least allowed " + limits.minChars());
    }
    return Judged.kept(document);
  }

  private static String contentHash(SortedMap<String, byte[]> files) {
    StringBuilder all = new StringBuilder();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      all.append(file.getKey()).append('\n').append(Hash128.of(0, file.getValue()).hex());
    }
    return Hash128.of(0, all.toString()).hex();
  }

  /** An item that holds one document. */
  private static final class OneDocument implements Reading {
    private final Judged document;
    private final long size;
    private boolean given;

    OneDocument(Judged document, long size) {
      this.document = document;
      this.size = size;
    }

    @Override
    public Judged next() {
      if (given) {
        return null;
      }
      given = true;
      return document;
    }

    @Override
    public long records() {
      return given ? 1 : 0;
    }

    @Override
    public long bytes() {
      return given ? size : 0;
    }

    @Override
    public void close() {}
  }
}
