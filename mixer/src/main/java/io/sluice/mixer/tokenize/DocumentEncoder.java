package io.sluice.mixer.tokenize;

import io.sluice.ingest.model.Kind;
import io.sluice.ingest.model.Segment;
import java.util.Arrays;
import java.util.List;

/** One document to tokens, with the token that ends it. */
public final class DocumentEncoder {
  private final Tokenizer tokenizer;
  private final ChatTemplate template;
  private final MiddleFiller filler;

  /**
   * @param config vocabulary and template
   * @param filler where source code is cut for fill-in-the-middle
   */
  public DocumentEncoder(TokenizerConfig config, MiddleFiller filler) {
    this.tokenizer = config.tokenizer();
    this.template = new ChatTemplate(tokenizer, config.turnEndLoss());
    this.filler = filler;
  }

  /**
   * The tokens of a document in an epoch. Dialogues are written by the template; source code may be
   * cut for fill-in-the-middle; all else is ordinary text whose every token carries loss.
   *
   * @param segments who wrote which part, or null
   * @param epoch 0-based
   * @return at least one token: the last is the end of the document
   */
  public TokenSequence encode(
      Kind kind, String id, int epoch, String text, List<Segment> segments) {
    MiddleFiller.Cuts cuts = cuts(kind, id, epoch, text, segments);
    return cuts == null ? whole(text, segments) : filled(text, cuts);
  }

  /** Where a document is cut in an epoch, or null where it is not: then epochs do not differ. */
  public MiddleFiller.Cuts cuts(
      Kind kind, String id, int epoch, String text, List<Segment> segments) {
    boolean code = kind == Kind.CODE && (segments == null || segments.isEmpty());
    return code ? filler.cut(id, epoch, text) : null;
  }

  /** The tokens of a document that is not cut. */
  public TokenSequence whole(String text, List<Segment> segments) {
    if (segments != null && !segments.isEmpty()) {
      return template.encode(segments);
    }
    int[] ids = tokenizer.encodeOrdinary(text);
    int[] ended = Arrays.copyOf(ids, ids.length + 1);
    ended[ids.length] = tokenizer.endOfDocument();
    return new TokenSequence(ended, null);
  }

  /**
   * The tokens of source code cut in three. Prefix-suffix-middle is {@code PRE prefix SUF suffix
   * MID middle}; suffix-prefix-middle is {@code PRE SUF suffix MID prefix middle}, the variant that
   * Bavarian et al. train jointly (section 3 and appendix D): the model sees one order of
   * sentinels. The three parts are encoded apart.
   */
  public TokenSequence filled(String text, MiddleFiller.Cuts cuts) {
    int[] prefix = tokenizer.encodeOrdinary(text.substring(0, cuts.first()));
    int[] middle = tokenizer.encodeOrdinary(text.substring(cuts.first(), cuts.second()));
    int[] suffix = tokenizer.encodeOrdinary(text.substring(cuts.second()));
    int[] ids = new int[prefix.length + middle.length + suffix.length + 4];
    int at = 0;
    ids[at++] = tokenizer.special(Specials.CODE_PREFIX);
    if (!cuts.suffixFirst()) {
      at = append(prefix, ids, at);
    }
    ids[at++] = tokenizer.special(Specials.CODE_SUFFIX);
    at = append(suffix, ids, at);
    ids[at++] = tokenizer.special(Specials.CODE_MIDDLE);
    if (cuts.suffixFirst()) {
      at = append(prefix, ids, at);
    }
    at = append(middle, ids, at);
    ids[at] = tokenizer.endOfDocument();
    return new TokenSequence(ids, null);
  }

  private static int append(int[] part, int[] ids, int at) {
    System.arraycopy(part, 0, ids, at, part.length);
    return at + part.length;
  }
}
