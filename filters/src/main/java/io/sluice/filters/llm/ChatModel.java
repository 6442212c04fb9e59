package io.sluice.filters.llm;

import java.util.List;

/** A language model that continues a conversation. Safe for use by many threads. */
public interface ChatModel extends AutoCloseable {
  /**
   * Asks for one continuation; trying again is the model's own business.
   *
   * @param messages the conversation, oldest first
   * @param seed which sample: samples of one conversation differ in it, and a model that knows
   *     seeds answers the same for the same
   * @throws LlmException where no usable answer came, or the thread was interrupted
   */
  Completion complete(List<ChatMessage> messages, long seed) throws LlmException;

  @Override
  default void close() {}
}
