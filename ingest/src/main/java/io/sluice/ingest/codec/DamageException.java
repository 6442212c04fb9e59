package io.sluice.ingest.codec;

import java.io.IOException;

/** Bytes of a file that cannot be read as what they should be; what follows may be readable. */
public final class DamageException extends IOException {
  private static final long serialVersionUID = 1L;

  private final long offset;

  /**
   * @param offset where the damaged member or record begins, in bytes of the file as stored
   * @param what what is wrong there
   */
  public DamageException(long offset, String what) {
    super(what);
    this.offset = offset;
  }

  /** Where the damaged member or record begins, in bytes of the file as stored. */
  public long offset() {
    return offset;
  }
}
