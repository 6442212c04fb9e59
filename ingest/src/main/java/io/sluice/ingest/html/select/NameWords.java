package io.sluice.ingest.html.select;

import io.sluice.ingest.html.tree.Attr;
import io.sluice.ingest.html.tree.HtmlTree;
import io.sluice.ingest.html.tree.Tag;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/**
 * Reads the words that an element is named by: those of its class and id, split at signs, digits
 * and humps, each alone and with the one before it in the same name ({@code post}, {@code body},
 * {@code post-body}); its role after {@code @}, its itemprop after {@code #}, its itemtype after
 * {@code +}.
 */
final class NameWords {
  /** Named as a reader's comment, or a set of them. */
  static final int COMMENT = 1;

  /** Named as part of a forum: a thread, a post, an answer. */
  static final int FORUM = 2;

  private static final int LONGEST = 400;
  private static final long MIXER = 0x9e3779b97f4a7c15L;
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int SLOTS = 1 << 13;
  private static final int[] NAMING = {
    Attr.CLASS, Attr.ID, Attr.ROLE, Attr.ITEMPROP, Attr.ITEMTYPE
  };
  private static final int[] MARKS = {0, 0, '@', '#', '+'};

  private static final Lexicon KINDS =
      kinds(
          """
          comment comments commentlist commentarea commentbox commentary disqus respond responses
          replies reply cmt cmnt kommentar kommentare kommentarer comentarios comentario commentaires
          commenti pinglun huifu liuyan yorum reacties komentar +comment +usercomments #comment
          """,
          """
          forum forums thread threads topic topics bbs discuss discussion discussions viewtopic
          showthread viewthread postbody postlist postmessage question questions answer answers qa
          wenda tieba louzhu ipb vbulletin phpbb xenforo flarum discourse +discussionforumposting
          +question +answer +qapage #acceptedanswer #suggestedanswer
          """);

  private final Lexicon lexicon;
  private final Consumer<String> listener;
  private final StringBuilder word = new StringBuilder();
  private String before = "";
  private float sum;
  private int kinds;
  private long signature;

  // what names weighed when they were met last, by a hash of them: pages repeat theirs
  private final long[] knownPrints = new long[SLOTS];
  private final float[] knownSums = new float[SLOTS];
  private final byte[] knownKinds = new byte[SLOTS];
  private final long[] knownSignatures = new long[SLOTS];

  NameWords(Lexicon lexicon) {
    this(lexicon, null);
  }

  /** With someone who is told every word, to learn weights from. */
  NameWords(Lexicon lexicon, Consumer<String> listener) {
    this.lexicon = lexicon;
    this.listener = listener;
  }

  private static Lexicon kinds(String comment, String forum) {
    String[] comments = comment.strip().split("\\s+");
    String[] forums = forum.strip().split("\\s+");
    long[] hashes = new long[comments.length + forums.length];
    float[] kinds = new float[hashes.length];
    for (int i = 0; i < hashes.length; i++) {
      boolean first = i < comments.length;
      hashes[i] = Lexicon.hash(first ? comments[i] : forums[i - comments.length]);
      kinds[i] = first ? COMMENT : FORUM;
    }
    return new Lexicon(hashes, kinds);
  }

  /** What the element that was weighed last is named as: {@link #COMMENT}, {@link #FORUM}. */
  int kinds() {
    return kinds;
  }

  /** How many words of a web address are those of forums; 0 for null. */
  static int forumWords(String url) {
    int found = 0;
    if (url != null) {
      for (String word : url.toLowerCase(java.util.Locale.ROOT).split("[^a-z]+")) {
        found += KINDS.weight(Lexicon.hash(word)) == FORUM ? 1 : 0;
      }
    }
    return found;
  }

  /** The sum of the weights of an element's words. */
  float weigh(HtmlTree tree, int element) {
    boolean custom = tree.tag(element) == Tag.OTHER;
    if (!custom && !tree.hasAttributes(element)) {
      kinds = 0;
      signature = Lexicon.hash(Lexicon.SEED, tree.tag(element));
      return 0;
    }
    long print = print(tree, element, custom) ^ (long) tree.tag(element) << 1;
    int slot = (int) (print >>> 51);
    if (listener == null && knownPrints[slot] == print) {
      kinds = knownKinds[slot];
      signature = knownSignatures[slot];
      return knownSums[slot];
    }
    sum = 0;
    kinds = 0;
    for (int i = 0; i < NAMING.length; i++) {
      read(tree, tree.attribute(element, NAMING[i]), MARKS[i]);
    }
    if (custom) {
      read(tree.source(), tree.start(element), tree.end(element), 0);
    }
    signature = signatureOf(tree, element);
    knownPrints[slot] = print;
    knownSignatures[slot] = signature;
    knownSums[slot] = sum;
    knownKinds[slot] = (byte) kinds;
    return sum;
  }

  /** A hash of the tag and class of the element that was weighed last, numbers left out. */
  long signature() {
    return signature;
  }

  private static long signatureOf(HtmlTree tree, int element) {
    long hash = Lexicon.hash(Lexicon.SEED, tree.tag(element));
    int value = tree.attribute(element, Attr.CLASS);
    if (value == HtmlTree.NONE) {
      return hash;
    }
    byte[] source = tree.source();
    int end = Math.min(tree.valueEnd(value), tree.valueStart(value) + 64);
    for (int i = tree.valueStart(value); i < end; i++) {
      int b = source[i];
      if (b < '0' || b > '9') {
        hash = Lexicon.hash(hash, b);
      }
    }
    return hash;
  }

  /** A hash of all that names an element; never 0. */
  private static long print(HtmlTree tree, int element, boolean custom) {
    byte[] source = tree.source();
    long print = 1;
    if (custom) {
      print = mix(print, source, tree.start(element), tree.end(element));
    }
    for (int name : NAMING) {
      int value = tree.attribute(element, name);
      if (value != HtmlTree.NONE) {
        int start = tree.valueStart(value);
        int end = Math.min(tree.valueEnd(value), start + LONGEST);
        print = mix(print + name, source, start, end);
      }
    }
    return print | 1;
  }

  private static long mix(long before, byte[] source, int start, int end) {
    long hash = before * MIXER + (end - start);
    int i = start;
    for (; i + 8 <= end; i += 8) {
      hash = (hash ^ (long) EIGHT.get(source, i)) * MIXER;
      hash ^= hash >>> 32;
    }
    long rest = 0;
    for (; i < end; i++) {
      rest = (rest << 8) | (source[i] & 0xff);
    }
    hash = (hash ^ rest) * MIXER;
    return hash ^ hash >>> 29;
  }

  private void read(HtmlTree tree, int attribute, int mark) {
    if (attribute == HtmlTree.NONE) {
      return;
    }
    int start = tree.valueStart(attribute);
    int end = Math.min(tree.valueEnd(attribute), start + LONGEST);
    byte[] source = tree.source();
    if (mark == '+') {
      for (int i = start; i < end; i++) {
        start = source[i] == '/' ? i + 1 : start;
      }
    }
    read(source, start, end, mark);
  }

  private void read(byte[] source, int start, int end, int mark) {
    long seed = mark == 0 ? Lexicon.SEED : Lexicon.hash(Lexicon.SEED, mark);
    long pairBefore = 0;
    int i = start;
    while (i < end) {
      int c = source[i];
      if (!isLetter(c)) {
        // the words of two names are no pair
        pairBefore = c <= ' ' && c >= 0 ? 0 : pairBefore;
        i++;
        continue;
      }
      int first = i;
      long hash = seed;
      long pair = pairBefore == 0 ? 0 : Lexicon.hash(pairBefore, '-');
      boolean small = false;
      while (i < end) {
        int letter = source[i];
        if (!isLetter(letter) || (small && letter < 'a' && mark == 0)) {
          break;
        }
        small |= letter >= 'a';
        letter |= 0x20;
        hash = Lexicon.hash(hash, letter);
        pair = pair == 0 ? 0 : Lexicon.hash(pair, letter);
        i++;
      }
      if (i - first >= 2) {
        sum += lexicon.weight(hash) + (pair == 0 ? 0 : lexicon.weight(pair));
        kinds |= (int) KINDS.weight(hash);
        if (listener != null) {
          tell(source, first, i, mark, pair != 0);
        }
        pairBefore = mark == 0 ? hash : 0;
      }
    }
  }

  private void tell(byte[] source, int start, int end, int mark, boolean pair) {
    word.setLength(0);
    if (mark != 0) {
      word.append((char) mark);
    }
    for (int i = start; i < end; i++) {
      word.append((char) (source[i] | 0x20));
    }
    String said = word.toString();
    listener.accept(said);
    if (pair) {
      listener.accept(before + '-' + said);
    }
    before = said;
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
