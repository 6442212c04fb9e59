package io.sluice.ingest.model;

import java.util.Arrays;

/**
 * Measured numbers by name: a flat array over an enum, where NaN stands for "not measured". Filled
 * by one thread while a document is being judged; not to be changed once the document is built.
 */
public final class Measures<K extends Enum<K>> {
  private final K[] keys;
  private final float[] values;

  private Measures(Class<K> type) {
    this.keys = type.getEnumConstants();
    this.values = new float[keys.length];
    Arrays.fill(values, Float.NaN);
  }

  /** No signal measured yet. */
  public static Measures<Signal> signals() {
    return new Measures<>(Signal.class);
  }

  /** No score measured yet. */
  public static Measures<Score> scores() {
    return new Measures<>(Score.class);
  }

  /** Sets one value and returns this. */
  public Measures<K> put(K key, double value) {
    values[key.ordinal()] = (float) value;
    return this;
  }

  /** The value, NaN where it was not measured. */
  public float get(K key) {
    return values[key.ordinal()];
  }

  /** Whether a value was measured. */
  public boolean has(K key) {
    return !Float.isNaN(values[key.ordinal()]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Measures<?> that
        && Arrays.equals(keys, that.keys)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (K key : keys) {
      if (has(key)) {
        text.append(text.length() > 1 ? ", " : "").append(key).append('=').append(get(key));
      }
    }
    return text.append('}').toString();
  }
}
