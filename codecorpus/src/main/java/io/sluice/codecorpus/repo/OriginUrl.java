package io.sluice.codecorpus.repo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address that a repository was cloned from, fit to be stored. */
final class OriginUrl {
  private static final Pattern URL =
      Pattern.compile("(https?|ssh|git)://(?:[^/@]*@)*([^/@?#]+)(/[^?#]*)?.*");
  private static final Pattern SCP = Pattern.compile("(?:[^/@:]+@)?([\\w.-]+\\.[\\w-]+):([^?#]+)");

  private OriginUrl() {}

  /** The address without user, password and query; null for local paths and what is no address. */
  static String clean(String url) {
    if (url == null) {
      return null;
    }
    Matcher address = URL.matcher(url.strip());
    if (address.matches()) {
      String path = address.group(3) == null ? "" : address.group(3);
      return address.group(1) + "://" + address.group(2) + path;
    }
    Matcher scp = SCP.matcher(url.strip());
    return scp.matches() ? "ssh://" + scp.group(1) + "/" + scp.group(2) : null;
  }
}
