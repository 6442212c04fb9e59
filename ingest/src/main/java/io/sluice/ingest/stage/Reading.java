package io.sluice.ingest.stage;

import io.sluice.ingest.model.Judged;
import java.io.IOException;

/**
 * An item being read. Memory holds one record at a time. The reader counts its records itself, so
 * that the conservation law compares two independent counts.
 */
public interface Reading extends AutoCloseable {

  /**
   * The next judged document, or null at the end.
   *
   * @throws IOException where the rest of the item cannot be read (clipped, corrupt); what came
   *     before stands, and the item is recorded as rejected with the message
   */
  Judged next() throws IOException;

  /** Records read so far that must each have given one judged document. */
  long records();

  /** Records passed over so far, since they hold no document by what they are. */
  default long skipped() {
    return 0;
  }

  /** Bytes of the item consumed so far. */
  long bytes();

  @Override
  void close() throws IOException;
}
