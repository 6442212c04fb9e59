package io.sluice.filters.privacy;

import io.sluice.ingest.config.Key;
import java.io.Serializable;

/** Kinds of private data that are masked. */
public record PrivacyConfig(
    @Key(doc = "E-mail addresses", preset = "true") boolean emails,
    @Key(doc = "Public IP addresses, versions 4 and 6", preset = "true") boolean ipAddresses,
    @Key(doc = "Phone numbers: international ones and those of some countries", preset = "true")
        boolean phoneNumbers,
    @Key(
            doc = "Identity, bank account and card numbers whose check digits are right",
            preset = "true")
        boolean identityNumbers,
    @Key(doc = "Keys and tokens of services, private keys", preset = "true") boolean secrets)
    implements Serializable {
  boolean uses(PrivateKind kind) {
    return switch (kind) {
      case EMAIL -> emails;
      case IP_ADDRESS -> ipAddresses;
      case PHONE_NUMBER -> phoneNumbers;
      case IDENTITY_NUMBER -> identityNumbers;
      case SECRET -> secrets;
    };
  }
}
