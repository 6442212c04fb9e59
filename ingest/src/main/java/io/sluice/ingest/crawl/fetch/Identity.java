package io.sluice.ingest.crawl.fetch;

import io.sluice.ingest.config.Key;
import io.sluice.ingest.config.UserError;
import java.io.Serializable;

/**
 * Who crawls: what servers are told, and what robots.txt files name.
 *
 * @param name the product token (RFC 9309 section 2.2.1)
 * @param version the product's version
 * @param contact where a site's owner finds who crawls: a page or an e-mail address
 */
public record Identity(
    @Key(
            doc = "product token: how servers and robots.txt files name the crawler",
            preset = "sluice")
        String name,
    @Key(doc = "version in the user agent", preset = "'0.1'") String version,
    @Key(
            doc = "page or e-mail address where a site's owner finds who crawls; must be given",
            preset = "null")
        String contact)
    implements Serializable {

  public Identity {
    // RFC 9309 allows letters, _ and - alone: a token with more would never be matched
    if (!name.matches("[A-Za-z_-]+")) {
      throw new IllegalArgumentException("name: got '" + name + "', allowed: letters, - and _");
    }
    if (!version.matches("[A-Za-z0-9._-]+")) {
      throw new IllegalArgumentException(
          "version: got '" + version + "', allowed: letters, digits, - . and _");
    }
    if (contact != null && !contact.matches("https?://[!-~]+\\.[!-~]+|[!-~]+@[!-~]+\\.[!-~]+")) {
      throw new IllegalArgumentException(
          "contact: got '" + contact + "', allowed: https://… or an e-mail address");
    }
  }

  /**
   * The User-Agent field.
   *
   * @throws UserError where there is no contact
   */
  public String userAgent() {
    if (contact == null) {
      throw new UserError(
          "crawl.identity.contact: no contact is given",
          "give a page or an e-mail address where the owner of a site can reach you");
    }
    return name + "/" + version + " (+" + contact + ")";
  }
}
