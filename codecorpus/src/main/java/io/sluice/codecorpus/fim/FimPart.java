package io.sluice.codecorpus.fim;

/** One piece of a document's written form: a sentinel token or a span of its text. */
public enum FimPart {
  /** The tokenizer's prefix sentinel, such as {@code <|code_prefix|>}. */
  PREFIX_SENTINEL,
  /** The tokenizer's suffix sentinel, such as {@code <|code_suffix|>}. */
  SUFFIX_SENTINEL,
  /** The tokenizer's middle sentinel, such as {@code <|code_middle|>}. */
  MIDDLE_SENTINEL,
  /** Text before the first cut. */
  PREFIX,
  /** Text between the cuts. */
  MIDDLE,
  /** Text after the second cut. */
  SUFFIX
}
