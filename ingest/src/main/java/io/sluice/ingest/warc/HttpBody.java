package io.sluice.ingest.warc;

import io.sluice.ingest.model.Reason;

/**
 * A response's body with its codings undone.
 *
 * @param bytes the body; empty where it cannot be used
 * @param problem why it cannot be used as a whole, or null
 * @param detail the problem in words, or null
 */
@SuppressWarnings("ArrayRecordComponent") // passed on at once, never compared
record HttpBody(byte[] bytes, Reason problem, String detail) {
  private static final byte[] NOTHING = {};

  static HttpBody of(byte[] bytes) {
    return new HttpBody(bytes, null, null);
  }

  static HttpBody none(Reason problem, String detail) {
    return new HttpBody(NOTHING, problem, detail);
  }
}
