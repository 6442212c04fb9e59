package io.sluice.mixer.tokenize;

import io.sluice.ingest.model.Role;
import io.sluice.ingest.model.Segment;
import java.util.List;

/**
 * The written form of dialogues and trajectories, as in GLM-4.5's published template (arXiv
 * 2508.06471, section 3.1; {@code zai-org/GLM-4.5}): roles and the marks of reasoning, tool calls
 * and tool results are special tokens, argument values stand as they are.
 *
 * <pre>
 * [gMASK]&lt;sop&gt;&lt;|system|&gt;
 * text&lt;|user|&gt;
 * text&lt;|assistant|&gt;
 * &lt;think&gt;reasoning&lt;/think&gt;
 * words
 * &lt;tool_call&gt;name
 * &lt;arg_key&gt;key&lt;/arg_key&gt;
 * &lt;arg_value&gt;value&lt;/arg_value&gt;
 * &lt;/tool_call&gt;&lt;|observation|&gt;
 * &lt;tool_response&gt;
 * result
 * &lt;/tool_response&gt;
 * </pre>
 *
 * <p>What a segment's text holds: an assistant's, the lines above from {@code <think>} on, read by
 * {@link AssistantText}; an observation's, one result, with or without its {@code <tool_response>}
 * lines; a system's and a user's, plain text. Marks in any other place are ordinary text, so a page
 * that a tool returned cannot forge a turn. Consecutive observations share one role token.
 *
 * <p>Loss follows {@link Segment#loss()}. Role tokens carry none, but where asked for, the token
 * that ends a turn with loss does: it is the model's own stop token in this form. The end of the
 * document carries loss when the last segment does.
 */
public final class ChatTemplate {
  /** Version of this form, in configurations and manifests. */
  public static final String VERSION = "glm-4.5-1";

  private static final String RESPONSE_OPEN = Specials.RESPONSE + "\n";
  private static final String RESPONSE_CLOSE = "\n" + Specials.RESPONSE_END;

  private final Tokenizer tokenizer;
  private final boolean turnEndLoss;

  /**
   * @param turnEndLoss whether the role token after a turn with loss carries loss
   */
  public ChatTemplate(Tokenizer tokenizer, boolean turnEndLoss) {
    this.tokenizer = tokenizer;
    this.turnEndLoss = turnEndLoss;
  }

  /**
   * The tokens of a dialogue.
   *
   * @param segments the turns in order, at least one
   */
  public TokenSequence encode(List<Segment> segments) {
    SequenceBuilder out = new SequenceBuilder(tokenizer);
    out.special(Specials.MASK, false);
    out.special(Specials.START, false);
    Segment before = null;
    for (Segment segment : segments) {
      boolean sameTurn =
          before != null && before.role() == Role.OBSERVATION && segment.role() == Role.OBSERVATION;
      if (!sameTurn) {
        boolean ends = turnEndLoss && before != null && before.loss();
        out.special("<|" + segment.role().id() + "|>", ends);
      }
      boolean loss = segment.loss();
      out.text("\n", loss);
      switch (segment.role()) {
        case ASSISTANT -> AssistantText.write(segment.text(), loss, out);
        case OBSERVATION -> response(segment.text(), loss, out);
        default -> out.text(segment.text(), loss);
      }
      before = segment;
    }
    out.id(tokenizer.endOfDocument(), before != null && before.loss());
    return out.build();
  }

  private static void response(String text, boolean loss, SequenceBuilder out) {
    boolean wrapped =
        text.startsWith(RESPONSE_OPEN)
            && text.endsWith(RESPONSE_CLOSE)
            && text.length() >= RESPONSE_OPEN.length() + RESPONSE_CLOSE.length();
    String result =
        wrapped
            ? text.substring(RESPONSE_OPEN.length(), text.length() - RESPONSE_CLOSE.length())
            : text;
    out.special(Specials.RESPONSE, loss);
    out.text("\n" + result + "\n", loss);
    out.special(Specials.RESPONSE_END, loss);
  }
}
