package io.sluice.ingest.stage;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * Reads input items to judged documents: the plain part of a source job. An instance is sent to
 * every task, so that whatever is costly or not serializable (models, analyzers) is made in {@link
 * #start()}.
 */
public interface DocumentSource extends Serializable {

  /**
   * The slices in which an item may be read, each by a task of its own. Whatever they are, their
   * records together are the item's, in order. Called on the driver, which opens no file for it.
   */
  default List<ByteRange> slices(InputItem item) {
    return List.of(ByteRange.WHOLE);
  }

  /** A reader for one task. Called once a task; the reader then reads many items in turn. */
  Reader start();

  /** Reads items, one after another. Used by one thread. */
  interface Reader extends AutoCloseable {
    /**
     * Opens one item.
     *
     * @throws IOException where the item cannot be opened at all; the item is then recorded as
     *     rejected with reason {@code unreadable_input}, and the run goes on
     */
    Reading open(InputItem item, Configuration hadoop) throws IOException;

    /**
     * Opens one slice of an item: one of those that {@link DocumentSource#slices} gave.
     *
     * @throws IOException as {@link #open(InputItem, Configuration)}
     */
    default Reading open(InputItem item, ByteRange slice, Configuration hadoop) throws IOException {
      return open(item, hadoop);
    }

    @Override
    default void close() {}
  }
}
