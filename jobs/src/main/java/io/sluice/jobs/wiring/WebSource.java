package io.sluice.jobs.wiring;

import io.sluice.ingest.html.Extracted;
import io.sluice.ingest.html.MainText;
import io.sluice.ingest.model.Document;
import io.sluice.ingest.model.DocumentId;
import io.sluice.ingest.model.Judged;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.model.Signal;
import io.sluice.ingest.stage.DocumentSource;
import io.sluice.ingest.stage.InputItem;
import io.sluice.ingest.stage.Reading;
import io.sluice.ingest.warc.WarcLimits;
import io.sluice.ingest.warc.WarcPage;
import io.sluice.ingest.warc.WarcPages;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;

/** The fused web pass: WARC record → page → main text → {@link TextPass}. */
record WebSource(WarcLimits limits, TextPass.Settings text) implements DocumentSource {

  @Override
  public Reader start() {
    return new PageReader(limits, new MainText(), new TextPass(text));
  }

  private record PageReader(WarcLimits limits, MainText mainText, TextPass pass) implements Reader {
    @Override
    public Reading open(InputItem item, Configuration hadoop) throws IOException {
      return new Pages(item, WarcPages.open(item.path(), hadoop, limits), mainText, pass);
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
        if (page.status() != 200) {
          return Judged.rejected(document, Reason.HTTP_STATUS, "status " + page.status());
        }
        if (!isHtml(page.contentType())) {
          return Judged.rejected(document, Reason.CONTENT_TYPE, String.valueOf(page.contentType()));
        }
        Extracted extracted = mainText.extract(page.body(), page.charsetFromHeader(), page.url());
        Document full = document(page, extracted);
        return full.text().isBlank()
            ? Judged.rejected(full, Reason.EMPTY_TEXT, null)
            : pass.page(full);
      } catch (RuntimeException error) {
        return Judged.failed(document, error);
      }
    }

    private Document.Builder document(WarcPage page) {
      String id = DocumentId.of(item.source(), page.url(), String.valueOf(page.date()));
      return Document.builder(Kind.WEB, item.source(), id).url(page.url()).timestamp(page.date());
    }

    private Document document(WarcPage page, Extracted extracted) {
      double size = Math.max(1, extracted.sourceChars());
      return document(page)
          .text(extracted.text())
          .meta("title", extracted.title().isEmpty() ? null : extracted.title())
          .meta("html_lang", extracted.htmlLang())
          .signal(Signal.HTML_CODE, extracted.hasCode() ? 1 : 0)
          .signal(Signal.HTML_MATH, extracted.hasMath() ? 1 : 0)
          .signal(Signal.HTML_TEXT_RATIO, Math.min(1, extracted.text().length() / size))
          .signal(Signal.LINK_DENSITY, extracted.linkDensity())
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
    public long bytes() {
      return pages.bytes();
    }

    @Override
    public void close() throws IOException {
      pages.close();
    }
  }
}
