package io.sluice.filters.llm;

import java.io.IOException;

/** The model gave no usable answer, after every try. The message names the endpoint. */
public final class LlmException extends IOException {
  private static final long serialVersionUID = 1L;

  LlmException(String message, Throwable cause) {
    super(message, cause);
  }
}
