package io.sluice.dedup.spark;

import java.util.Iterator;
import java.util.function.Function;

/** An iterator seen through a function. */
record Mapped<A, B>(Iterator<A> source, Function<A, B> function) implements Iterator<B> {
  @Override
  public boolean hasNext() {
    return source.hasNext();
  }

  @Override
  public B next() {
    return function.apply(source.next());
  }
}
