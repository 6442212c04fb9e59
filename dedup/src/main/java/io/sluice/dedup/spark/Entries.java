package io.sluice.dedup.spark;

import io.sluice.dedup.cluster.PackedEntries;
import io.sluice.dedup.sketch.Signature;
import io.sluice.ingest.stage.ContractViolation;
import io.sluice.ingest.text.Hash128;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * A task's bucket entries: one for the exact hash of each document and one for each of its bands,
 * in blobs by part of the key space. Rows of (part, blob).
 */
final class Entries implements Iterator<Row> {
  /** Reads these columns, in this order. */
  static final String[] COLUMNS = {"id", "file", "signature", "scope", "high", "low"};

  private static final long EXACT_SEED = 1;
  private static final long SCOPE_SEED = 2;

  private final Iterator<Row> documents;
  private final boolean exact;
  private final boolean minhash;
  private final PackedEntries packed;

  /** Keys of the document at hand and how far they have been given. */
  private long[] keys = new long[0];

  private int count;
  private int given;
  private long high;
  private long low;
  private int rest;
  private Row next;

  Entries(Iterator<Row> documents, boolean exact, boolean minhash, int parts) {
    this.documents = documents;
    this.exact = exact;
    this.minhash = minhash;
    this.packed = new PackedEntries(parts);
  }

  @Override
  public boolean hasNext() {
    while (next == null) {
      if (given < count) {
        long key = keys[given++];
        next = row(packed.part(key), packed.add(key, high, low));
      } else if (documents.hasNext()) {
        take(documents.next());
      } else if (rest < packed.parts()) {
        next = row(rest, packed.rest(rest));
        rest++;
      } else {
        return false;
      }
    }
    return true;
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Row row = next;
    next = null;
    return row;
  }

  /** A row of blobs, or null where there is no blob. */
  static Row row(int part, byte[] blob) {
    return blob == null ? null : RowFactory.create(part, blob);
  }

  private void take(Row document) {
    count = 0;
    given = 0;
    if (document.isNullAt(2)) {
      return;
    }
    Signature signature = signature(document);
    long scope = document.isNullAt(3) ? 0 : Hash128.of(SCOPE_SEED, document.getString(3)).high();
    high = document.getLong(4);
    low = document.getLong(5);
    int bands = minhash && !signature.empty() ? signature.bands() : 0;
    if (keys.length < bands + 1) {
      keys = new long[bands + 1];
    }
    if (exact) {
      Hash128 hash = signature.exactHash();
      keys[count++] = Hash128.mix(hash.high() + Hash128.mix(hash.low() ^ scope) + EXACT_SEED);
    }
    for (int i = 0; i < bands; i++) {
      // Bands of different numbers never meet.
      keys[count++] = Hash128.mix((signature.band(i) ^ scope) + (i + 2) * 0x9e3779b97f4a7c15L);
    }
  }

  private static Signature signature(Row document) {
    try {
      return Signature.of(document.<byte[]>getAs(2));
    } catch (IllegalArgumentException e) {
      ContractViolation violation =
          new ContractViolation(
              "document " + document.get(0) + " of " + document.get(1) + ": " + e.getMessage());
      violation.initCause(e);
      throw violation;
    }
  }
}
