package io.sluice.ingest.stage;

import java.io.IOException;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;

/**
 * Reads input items to judged documents: the plain part of a source job. An instance is sent to
 * every task, so that whatever is costly or not serializable (models, analyzers) is made in {@link
 * #start()}.
 */
public interface DocumentSource extends Serializable {

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

    @Override
    default void close() {}
  }
}
