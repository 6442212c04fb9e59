package io.sluice.codecorpus.fim;

import static io.sluice.codecorpus.fim.FimPart.MIDDLE;
import static io.sluice.codecorpus.fim.FimPart.MIDDLE_SENTINEL;
import static io.sluice.codecorpus.fim.FimPart.PREFIX;
import static io.sluice.codecorpus.fim.FimPart.PREFIX_SENTINEL;
import static io.sluice.codecorpus.fim.FimPart.SUFFIX;
import static io.sluice.codecorpus.fim.FimPart.SUFFIX_SENTINEL;

import java.util.List;

/** In which order the three spans of a document are written (arXiv 2207.14255, sections 3, D). */
public enum FimOrder {
  /** Prefix, suffix, middle: {@code <prefix>P<suffix>S<middle>M}. */
  PSM(PREFIX_SENTINEL, PREFIX, SUFFIX_SENTINEL, SUFFIX, MIDDLE_SENTINEL, MIDDLE),

  /**
   * Suffix, prefix, middle in the variant that the paper trains beside PSM (its appendix D): {@code
   * <prefix><suffix>S<middle>PM}. Prefix and middle follow each other without a sentinel, so that
   * PSM and SPM share what they learn.
   */
  SPM(PREFIX_SENTINEL, SUFFIX_SENTINEL, SUFFIX, MIDDLE_SENTINEL, PREFIX, MIDDLE);

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<FimPart> parts;

  FimOrder(FimPart... parts) {
    this.parts = List.of(parts);
  }

  /** The sentinels and spans in the order in which they are written. */
  public List<FimPart> parts() {
    return parts;
  }
}
