package io.sluice.filters.privacy;

import io.sluice.ingest.model.Signal;

/** Kinds of private data. */
public enum PrivateKind {
  EMAIL("<EMAIL>", Signal.EMAILS),
  IP_ADDRESS("<IP_ADDRESS>", Signal.IP_ADDRESSES),
  PHONE_NUMBER("<PHONE_NUMBER>", Signal.PHONE_NUMBERS),
  IDENTITY_NUMBER("<IDENTITY_NUMBER>", Signal.IDENTITY_NUMBERS),
  SECRET("<SECRET>", Signal.SECRETS);

  private final String mask;
  private final Signal signal;

  PrivateKind(String mask, Signal signal) {
    this.mask = mask;
    this.signal = signal;
  }

  /** What stands in the text instead. */
  public String mask() {
    return mask;
  }

  /** The signal that counts this kind. */
  public Signal signal() {
    return signal;
  }
}
