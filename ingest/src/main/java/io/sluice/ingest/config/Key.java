package io.sluice.ingest.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One key of a configuration section, on the component of a record. The key's name is the
 * component's name in snake case. Components may be {@code String}, {@code int}, {@code long},
 * {@code double}, {@code boolean}, an enum (written in lower case), another such record, or a
 * {@code List} or {@code Map<String, …>} of these; boxed types and strings may be null.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
  /** What {@link #preset()} says where a key must be given. */
  String REQUIRED = "\u0000required";

  /** What the key means, its unit and range, in one line; shown by {@code sluice config}. */
  String doc();

  /** The value where the key is absent, written as YAML; {@code null} for none. */
  String preset() default REQUIRED;

  /** Smallest number allowed. */
  double min() default Double.NEGATIVE_INFINITY;

  /** Greatest number allowed. */
  double max() default Double.POSITIVE_INFINITY;
}
