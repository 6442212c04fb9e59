package io.sluice.jobs.wiring;

import io.sluice.ingest.charset.Mojibake;
import io.sluice.ingest.columns.ColumnMapping;
import io.sluice.ingest.columns.ParquetSource;
import io.sluice.ingest.html.Extracted;
import io.sluice.ingest.html.MainText;
import io.sluice.ingest.html.meta.PageMeta;
import io.sluice.ingest.html.render.TextForm;
import io.sluice.ingest.jsonl.JsonlSource;
import io.sluice.ingest.model.Document;
import io.sluice.ingest.model.DocumentId;
import io.sluice.ingest.model.Judged;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.model.Outcome;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.model.Signal;
import io.sluice.ingest.stage.ByteRange;
import io.sluice.ingest.stage.DocumentSource;
import io.sluice.ingest.stage.InputItem;
import io.sluice.ingest.stage.Reading;
import io.sluice.ingest.warc.WarcLimits;
import io.sluice.ingest.warc.WarcPage;
import io.sluice.ingest.warc.WarcPages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/**
 * The fused web pass: WARC record → page → main text → {@link TextPass}. Texts that were extracted
 * already (WET, Parquet, JSON lines) skip extraction alone.
 *
 * @param splitBytes greatest size of what one task reads of a file
 * @param inputs how files are read, by source; what is not among them speaks for itself
 */
record WebSource(
    WarcLimits limits,
    long splitBytes,
    long maxRowGroupBytes,
    Map<String, WebInput> inputs,
    TextForm form,
    boolean comments,
    TextPass.Settings text)
    implements DocumentSource {

  WebSource {
    inputs = new TreeMap<>(inputs);
  }

  @Override
  public List<ByteRange> slices(InputItem item) {
    return ByteRange.cover(item.bytes(), splitBytes);
  }

  @Override
  public Reader start() {
    return new PageReader(this, new MainText(form, comments), new TextPass(text));
  }

  ParquetSource parquet(WebInput input) {
    return new ParquetSource(
        new ColumnMapping(input.columns()), limits.maxRecordBytes(), maxRowGroupBytes, splitBytes);
  }

  private JsonlSource jsonl(WebInput input) {
    return new JsonlSource(new ColumnMapping(input.columns()), limits.maxRecordBytes(), splitBytes);
  }

  private record PageReader(WebSource source, MainText mainText, TextPass pass) implements Reader {
    @Override
    public Reading open(InputItem item, Configuration hadoop) throws IOException {
      return open(item, ByteRange.WHOLE, hadoop);
    }

    @Override
    public Reading open(InputItem item, ByteRange slice, Configuration hadoop) throws IOException {
      WebInput input =
          source
              .inputs()
              .getOrDefault(item.source(), WebInput.of(new Input(item.source(), List.of())));
      return switch (input.format().of(item, hadoop)) {
        case JSONL -> texts(source.jsonl(input).start().open(item, slice, hadoop));
        case PARQUET -> texts(source.parquet(input).start().open(item, slice, hadoop));
        default -> {
          WarcPages pages = WarcPages.open(item.path(), slice, hadoop, source.limits());
          yield new Pages(item, pages, mainText, pass);
        }
      };
    }

    private Reading texts(Reading reading) {
      return new Texts(reading, pass);
    }
  }

  private record Pages(InputItem item, WarcPages pages, MainText mainText, TextPass pass)
      implements Reading {

    @Override
    public Judged next() throws IOException {
      WarcPage page = pages.next();
      return page == null ? null : judge(page);
    }

    private Judged judge(WarcPage page) {
      Document document = document(page).build();
      try {
        if (page.problem() != null) {
          return Judged.rejected(document, page.problem(), page.detail());
        }
        if (page.origin() == WarcPage.Origin.CONVERSION) {
          return judged(converted(page), pass);
        }
        if (page.status() != 200) {
          return Judged.rejected(document, Reason.HTTP_STATUS, "status " + page.status());
        }
        if (!isHtml(page.contentType())) {
          return Judged.rejected(document, Reason.CONTENT_TYPE, String.valueOf(page.contentType()));
        }
        Extracted extracted = mainText.extract(page.body(), page.charsetFromHeader(), page.url());
        return judged(document(page, extracted), pass);
      } catch (RuntimeException error) {
        return Judged.failed(document, error);
      }
    }

    private Document.Builder document(WarcPage page) {
      if (page.origin() == WarcPage.Origin.DAMAGE) {
        String place = "byte " + page.offset();
        return Document.builder(
                Kind.WEB, item.source(), DocumentId.of(item.source(), item.path(), place))
            .path(item.path());
      }
      String id = DocumentId.of(item.source(), page.url(), String.valueOf(page.date()));
      return Document.builder(Kind.WEB, item.source(), id).url(page.url()).timestamp(page.date());
    }

    private Document converted(WarcPage page) {
      return document(page)
          .text(new String(page.body(), StandardCharsets.UTF_8))
          .meta("identified_languages", page.languages())
          .build();
    }

    private Document document(WarcPage page, Extracted extracted) {
      int bytes = extracted.text().getBytes(StandardCharsets.UTF_8).length;
      double size = Math.max(1, extracted.sourceBytes());
      PageMeta meta = extracted.meta();
      return document(page)
          .text(extracted.text())
          .meta("title", meta.title().isEmpty() ? null : meta.title())
          .meta("author", meta.author())
          .meta("published", meta.published())
          .meta("modified", meta.modified())
          .meta("canonical_url", meta.canonicalUrl())
          .meta("site_name", meta.siteName())
          .meta("description", meta.description())
          .meta("html_lang", meta.language())
          .meta("charset", extracted.charset())
          .signal(Signal.HTML_CODE, extracted.hasCode() ? 1 : 0)
          .signal(Signal.HTML_MATH, extracted.hasMath() ? 1 : 0)
          .signal(Signal.HTML_TEXT_RATIO, Math.min(1, bytes / size))
          .signal(Signal.LINK_DENSITY, extracted.linkDensity())
          .signal(Signal.MOJIBAKE, Mojibake.share(extracted.text()))
          .build();
    }

    /** A page without a type is taken for HTML, as browsers do. */
    private static boolean isHtml(String contentType) {
      return contentType == null
          || contentType.equals("text/html")
          || contentType.equals("application/xhtml+xml");
    }

    @Override
    public long records() {
      return pages.records();
    }

    @Override
    public long skipped() {
      return pages.skipped();
    }

    @Override
    public long bytes() {
      return pages.bytes();
    }

    @Override
    public void close() throws IOException {
      pages.close();
    }
  }

  /** Texts that others have extracted. */
  private record Texts(Reading reading, TextPass pass) implements Reading {
    @Override
    public Judged next() throws IOException {
      Judged read = reading.next();
      if (read == null || read.outcome() != Outcome.KEPT) {
        return read;
      }
      try {
        return judged(read.document(), pass);
      } catch (RuntimeException error) {
        return Judged.failed(read.document(), error);
      }
    }

    @Override
    public long records() {
      return reading.records();
    }

    @Override
    public long bytes() {
      return reading.bytes();
    }

    @Override
    public void close() throws IOException {
      reading.close();
    }
  }

  private static Judged judged(Document document, TextPass pass) {
    return document.text().isBlank()
        ? Judged.rejected(document, Reason.EMPTY_TEXT, null)
        : pass.page(document);
  }
}
