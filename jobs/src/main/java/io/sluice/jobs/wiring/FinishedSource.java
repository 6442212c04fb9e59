package io.sluice.jobs.wiring;

import io.sluice.ingest.model.Document;
import io.sluice.ingest.model.Judged;
import io.sluice.ingest.model.Outcome;
import io.sluice.ingest.stage.ByteRange;
import io.sluice.ingest.stage.DocumentSource;
import io.sluice.ingest.stage.InputItem;
import io.sluice.ingest.stage.Reading;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** A source whose kept documents go through the {@link TextPass}, each as its kind wants. */
record FinishedSource(DocumentSource source, TextPass.Settings text) implements DocumentSource {

  @Override
  public Reader start() {
    return new Finishing(source.start(), new TextPass(text));
  }

  @Override
  public List<ByteRange> slices(InputItem item) {
    return source.slices(item);
  }

  private record Finishing(Reader reader, TextPass pass) implements Reader {
    @Override
    public Reading open(InputItem item, Configuration hadoop) throws IOException {
      return new Finished(reader.open(item, hadoop), pass);
    }

    @Override
    public Reading open(InputItem item, ByteRange slice, Configuration hadoop) throws IOException {
      return new Finished(reader.open(item, slice, hadoop), pass);
    }

    @Override
    public void close() {
      reader.close();
    }
  }

  private record Finished(Reading reading, TextPass pass) implements Reading {
    @Override
    public Judged next() throws IOException {
      Judged judged = reading.next();
      if (judged == null || judged.outcome() != Outcome.KEPT) {
        return judged;
      }
      Document document = judged.document();
      try {
        return switch (document.kind()) {
          case CODE -> pass.code(document);
          case REPO, REASONING -> Judged.kept(pass.counted(document));
          default -> pass.unjudged(document);
        };
      } catch (RuntimeException error) {
        return Judged.failed(document, error);
      }
    }

    @Override
    public long records() {
      return reading.records();
    }

    @Override
    public long skipped() {
      return reading.skipped();
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
}
