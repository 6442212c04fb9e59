package io.sluice.ingest.html.block;

import static io.sluice.ingest.html.block.Characters.COMMA;
import static io.sluice.ingest.html.block.Characters.DIGIT;
import static io.sluice.ingest.html.block.Characters.DOUBLE;
import static io.sluice.ingest.html.block.Characters.END;
import static io.sluice.ingest.html.block.Characters.INVISIBLE;
import static io.sluice.ingest.html.block.Characters.LETTER;
import static io.sluice.ingest.html.block.Characters.SPACE;
import static io.sluice.ingest.html.block.Characters.STOP;
import static io.sluice.ingest.html.block.Characters.UNSPACED;
import static io.sluice.ingest.html.block.Characters.UPPER;

/** Counts what a range of UTF-8 bytes holds. */
final class TextScan {
  /** Whether white space came last. */
  private boolean spaced;

  /** Says that white space, or a block's beginning, comes before the next text. */
  void space() {
    spaced = true;
  }

  /**
   * Adds a text's counts to those at {@code at}.
   *
   * @return weight of the text: 0 where nothing of it is to be seen
   */
  int add(byte[] text, int start, int end, boolean linked, int[] facts, int at) {
    int weight = 0;
    int words = 0;
    int stops = 0;
    int ends = 0;
    int commas = 0;
    int digits = 0;
    int upper = 0;
    int symbols = 0;
    int last = facts[at + Fact.LAST];
    // words and stops are told by what stands before, also in the leaf before
    boolean inWord = false;
    boolean afterStop = true;
    boolean joined = last != 0 && !spaced;
    boolean space = spaced;
    int i = start;
    while (i < end) {
      int c = text[i];
      int kind;
      if (c >= 0) {
        kind = Characters.ascii(c);
        i++;
      } else {
        int length = Utf8.length(c);
        c = Utf8.decode(text, i, end);
        kind = Characters.of(c);
        i += length;
      }
      if ((kind & (SPACE | INVISIBLE)) != 0) {
        if ((kind & SPACE) != 0) {
          inWord = false;
          afterStop = true;
          joined = false;
          space = true;
        }
        continue;
      }
      if (joined) {
        int before = last < 128 ? Characters.ascii(last) : Characters.of(last);
        inWord = (before & (LETTER | DIGIT)) != 0;
        afterStop = (before & STOP) != 0;
        joined = false;
      }
      last = c;
      space = false;
      weight += (kind & DOUBLE) != 0 ? 2 : 1;
      if ((kind & (LETTER | DIGIT)) != 0) {
        // the rest of a word in ASCII is counted in a loop of its own
        while (c >= 0 && c < 128 && i < end && text[i] >= 0) {
          int next = Characters.ascii(text[i]);
          if ((next & (LETTER | DIGIT)) == 0) {
            break;
          }
          last = text[i++];
          weight++;
          digits += next >> 4 & 1;
          upper += next >> 3 & 1;
        }
        if (!inWord || (kind & UNSPACED) != 0) {
          words++;
        }
        inWord = true;
        afterStop = false;
        digits += (kind & DIGIT) != 0 ? 1 : 0;
        upper += (kind & UPPER) != 0 ? 1 : 0;
      } else if ((kind & STOP) != 0) {
        if (!afterStop) {
          stops++;
          ends += (kind & END) != 0 ? 1 : 0;
        }
        commas += (kind & COMMA) != 0 ? 1 : 0;
        inWord = false;
        afterStop = true;
      } else {
        symbols++;
        inWord = inWord && (c == '\'' || c == 0x2019);
        afterStop = false;
      }
    }
    spaced = space;
    if (weight == 0) {
      return 0;
    }
    facts[at + Fact.WEIGHT] += weight;
    facts[at + Fact.LINKED] += linked ? weight : 0;
    facts[at + Fact.WORDS] += words;
    facts[at + Fact.STOPS] += stops;
    facts[at + Fact.ENDS] += ends;
    facts[at + Fact.COMMAS] += commas;
    facts[at + Fact.DIGITS] += digits;
    facts[at + Fact.UPPER] += upper;
    facts[at + Fact.SYMBOLS] += symbols;
    facts[at + Fact.LAST] = last;
    return weight;
  }
}
