package io.sluice.mixer.spark;

import io.sluice.ingest.config.UserError;
import io.sluice.mixer.spark.DocumentFileReader.StoredDocument;
import io.sluice.mixer.tokenize.DocumentEncoder;
import io.sluice.mixer.tokenize.MiddleFiller;
import io.sluice.mixer.tokenize.TokenSequence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.apache.spark.util.TaskCompletionListener;
import scala.Tuple2;

/**
 * Chosen documents, sorted by file and row, to shuffle records: each file is opened once, each
 * document read once, and tokenized once but for the epochs in which it is cut.
 */
final class DocumentTokens implements Iterator<Tuple2<byte[], byte[]>> {
  private final Iterator<Row> chosen;
  private final MixSettings settings;
  private final Configuration conf;
  private final DocumentEncoder encoder;
  private String fileName;
  private DocumentFileReader file;
  private long row;
  private StoredDocument document;
  private TokenSequence whole;

  /**
   * @param chosen rows of file, row, id, component, epoch, sorted by the first two
   */
  DocumentTokens(Iterator<Row> chosen, MixSettings settings, Configuration conf) {
    this.chosen = chosen;
    this.settings = settings;
    this.conf = conf;
    this.encoder = new DocumentEncoder(settings.tokenizer(), settings.filler());
    TaskContext task = TaskContext.get();
    if (task != null) {
      task.addTaskCompletionListener((TaskCompletionListener) context -> close());
    }
  }

  @Override
  public boolean hasNext() {
    boolean more = chosen.hasNext();
    if (!more) {
      close();
    }
    return more;
  }

  @Override
  public Tuple2<byte[], byte[]> next() {
    Row choice = chosen.next();
    String id = choice.getString(2);
    int component = choice.getInt(3);
    int epoch = choice.getInt(4);
    boolean same = seek(choice.getString(0), choice.getLong(1));
    if (!document.id().equals(id)) {
      throw new UserError(
          "row " + row + " of " + fileName + " is document " + document.id() + ", not " + id,
          "the file changed after the inventory was made: make the inventory again");
    }
    if (!same) {
      whole = null;
    }
    return new Tuple2<>(
        MixRecord.key(settings.seed(), settings.stage(), id, epoch),
        MixRecord.value(component, document.kind(), tokens(id, epoch)));
  }

  private TokenSequence tokens(String id, int epoch) {
    MiddleFiller.Cuts cuts =
        encoder.cuts(document.kind(), id, epoch, document.text(), document.segments());
    if (cuts != null) {
      return encoder.filled(document.text(), cuts);
    }
    if (whole == null) {
      whole = encoder.whole(document.text(), document.segments());
    }
    return whole;
  }

  /** Goes to a document; true where it is the one we are at. */
  private boolean seek(String name, long at) {
    try {
      if (!name.equals(fileName)) {
        close();
        file = DocumentFileReader.open(name, conf);
        fileName = name;
      } else if (row == at) {
        return true;
      }
      document = file.read(at);
      row = at;
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read row " + at + " of " + name, e);
    }
  }

  private void close() {
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot close " + fileName, e);
      }
      file = null;
      fileName = null;
    }
  }
}
