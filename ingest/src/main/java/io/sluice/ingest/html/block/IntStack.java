package io.sluice.ingest.html.block;

import java.util.Arrays;

/** Numbers, the last one first. */
final class IntStack {
  private int[] values = new int[32];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  void clear() {
    size = 0;
  }

  void push(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  int pop() {
    return values[--size];
  }

  /** The last one; the stack must not be empty. */
  int top() {
    return values[size - 1];
  }
}
