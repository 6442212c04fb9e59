package io.sluice.mixer.tokenize;

import java.util.List;

/** Special tokens that Sluice adds after a vocabulary's own, in the order of their ids. */
final class Specials {
  static final String END_OF_TEXT = "<|endoftext|>";
  static final String CODE_PREFIX = "<|code_prefix|>";
  static final String CODE_MIDDLE = "<|code_middle|>";
  static final String CODE_SUFFIX = "<|code_suffix|>";
  static final String MASK = "[gMASK]";
  static final String START = "<sop>";
  static final String THINK = "<think>";
  static final String THINK_END = "</think>";
  static final String CALL = "<tool_call>";
  static final String CALL_END = "</tool_call>";
  static final String KEY = "<arg_key>";
  static final String KEY_END = "</arg_key>";
  static final String VALUE = "<arg_value>";
  static final String VALUE_END = "</arg_value>";
  static final String RESPONSE = "<tool_response>";
  static final String RESPONSE_END = "</tool_response>";

  static final List<String> ADDED =
      List.of(
          CODE_PREFIX,
          CODE_MIDDLE,
          CODE_SUFFIX,
          MASK,
          START,
          "<|system|>",
          "<|user|>",
          "<|assistant|>",
          "<|observation|>",
          THINK,
          THINK_END,
          CALL,
          CALL_END,
          KEY,
          KEY_END,
          VALUE,
          VALUE_END,
          RESPONSE,
          RESPONSE_END);

  private Specials() {}
}
