package io.sluice.mixer.tokenize;

/**
 * Reads the structure of an assistant's turn. Marks become special tokens only where the written
 * form has them: {@code <think>} opening the turn with its first {@code </think>}; {@code
 * <tool_call>} at the start of a line when a whole call follows, down to its {@code </tool_call>}.
 * All else is ordinary text. A value ends at the first {@code </arg_value>} after which the call
 * goes on or ends, so values may hold marks of their own.
 */
final class AssistantText {
  private static final String KEY_TO_VALUE = Specials.KEY_END + "\n" + Specials.VALUE;

  private final String text;
  private final boolean loss;
  private final SequenceBuilder out;

  private AssistantText(String text, boolean loss, SequenceBuilder out) {
    this.text = text;
    this.loss = loss;
    this.out = out;
  }

  static void write(String text, boolean loss, SequenceBuilder out) {
    new AssistantText(text, loss, out).write();
  }

  private void write() {
    int at = 0;
    if (text.startsWith(Specials.THINK)) {
      int end = text.indexOf(Specials.THINK_END);
      if (end >= 0) {
        marked(Specials.THINK, Specials.THINK.length(), end, Specials.THINK_END);
        at = end + Specials.THINK_END.length();
      }
    }
    int written = at;
    int call = lineStart(at);
    while (call >= 0) {
      int end = callEnd(call);
      if (end < 0) {
        call = lineStart(call + 1);
        continue;
      }
      out.text(text.substring(written, call), loss);
      writeCall(call, end);
      written = end;
      call = lineStart(end);
    }
    out.text(text.substring(written), loss);
  }

  /** The next {@code <tool_call>} that starts a line or the text, or -1. */
  private int lineStart(int from) {
    int call = text.indexOf(Specials.CALL, from);
    while (call > 0 && text.charAt(call - 1) != '\n') {
      call = text.indexOf(Specials.CALL, call + 1);
    }
    return call;
  }

  /** Where the call that opens at {@code call} ends, after its mark, or -1 if it is no call. */
  private int callEnd(int call) {
    int at = nameEnd(call);
    while (at >= 0 && text.startsWith(Specials.KEY, at)) {
      int value = valueStart(at);
      int end = value < 0 ? -1 : valueEnd(value);
      at = end < 0 ? -1 : end + Specials.VALUE_END.length() + 1;
    }
    return at >= 0 && text.startsWith(Specials.CALL_END, at) ? at + Specials.CALL_END.length() : -1;
  }

  /** The start of the line after the function's name, or -1. */
  private int nameEnd(int call) {
    int from = call + Specials.CALL.length();
    int end = text.indexOf('\n', from);
    return end <= from || text.indexOf('<', from) < end ? -1 : end + 1;
  }

  /** The start of the value of the key that opens at {@code key}, or -1. */
  private int valueStart(int key) {
    int line = text.indexOf('\n', key);
    int keyEnd = line - Specials.KEY_END.length();
    return keyEnd >= key + Specials.KEY.length() && text.startsWith(KEY_TO_VALUE, keyEnd)
        ? keyEnd + KEY_TO_VALUE.length()
        : -1;
  }

  private int valueEnd(int from) {
    int end = text.indexOf(Specials.VALUE_END + "\n", from);
    while (end >= 0) {
      int next = end + Specials.VALUE_END.length() + 1;
      if (text.startsWith(Specials.CALL_END, next) || valueFollows(next)) {
        return end;
      }
      end = text.indexOf(Specials.VALUE_END + "\n", end + 1);
    }
    return -1;
  }

  private boolean valueFollows(int at) {
    return text.startsWith(Specials.KEY, at) && valueStart(at) >= 0;
  }

  private void writeCall(int call, int end) {
    int at = nameEnd(call);
    out.special(Specials.CALL, loss);
    out.text(text.substring(call + Specials.CALL.length(), at), loss);
    while (text.startsWith(Specials.KEY, at)) {
      int value = valueStart(at);
      int valueEnd = valueEnd(value);
      int keyEnd = value - KEY_TO_VALUE.length();
      marked(Specials.KEY, at + Specials.KEY.length(), keyEnd, Specials.KEY_END);
      out.text("\n", loss);
      marked(Specials.VALUE, value, valueEnd, Specials.VALUE_END);
      out.text("\n", loss);
      at = valueEnd + Specials.VALUE_END.length() + 1;
    }
    out.special(Specials.CALL_END, loss);
    if (at + Specials.CALL_END.length() != end) {
      throw new IllegalStateException("a call was read in two ways at character " + call);
    }
  }

  private void marked(String open, int from, int to, String close) {
    out.special(open, loss);
    out.text(text.substring(from, to), loss);
    out.special(close, loss);
  }
}
