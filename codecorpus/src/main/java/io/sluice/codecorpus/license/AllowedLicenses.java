package io.sluice.codecorpus.license;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The licences that files may be under. An empty list allows everything. {@code NOASSERTION} in the
 * list allows files without a known licence. Letter case does not matter, and {@code GPL-2.0} in
 * the list covers {@code GPL-2.0-only}, {@code GPL-2.0-or-later} and {@code GPL-2.0+}.
 */
public final class AllowedLicenses {
  /** SPDX's word for "no licence is known". */
  public static final String UNKNOWN = "NOASSERTION";

  private final Set<String> allowed;

  /** Licences as SPDX identifiers. */
  public AllowedLicenses(List<String> identifiers) {
    this.allowed =
        identifiers.stream()
            .map(id -> id.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a file under this SPDX expression, or null where none is known, may be kept. */
  public boolean permits(String license) {
    if (allowed.isEmpty()) {
      return true;
    }
    if (license == null) {
      return holds(UNKNOWN);
    }
    return SpdxExpression.parse(license)
        .map(expression -> expression.satisfiedBy(this::holds))
        .orElse(false);
  }

  private boolean holds(String license) {
    String id = license.toLowerCase(Locale.ROOT);
    return allowed.contains(id) || allowed.contains(id.replaceFirst("(-only|-or-later|\\+)$", ""));
  }
}
