package io.sluice.filters.lang;

import com.ibm.icu.text.Transliterator;
import java.util.BitSet;

/** Characters of Chinese writing that are simplified only, or traditional only, by ICU's tables. */
final class HanVariants {
  private static final int FIRST = 0x4e00;
  private static final int LAST = 0x9fff;

  private final BitSet simplified = new BitSet();
  private final BitSet traditional = new BitSet();

  /** Made at first use. */
  private static final class Holder {
    static final HanVariants TABLE = new HanVariants();
  }

  static HanVariants shared() {
    return Holder.TABLE;
  }

  private HanVariants() {
    Transliterator toTraditional = Transliterator.getInstance("Simplified-Traditional");
    Transliterator toSimplified = Transliterator.getInstance("Traditional-Simplified");
    for (int c = FIRST; c <= LAST; c++) {
      String one = Character.toString(c);
      boolean becomesTraditional = !toTraditional.transliterate(one).equals(one);
      boolean becomesSimplified = !toSimplified.transliterate(one).equals(one);
      if (becomesTraditional != becomesSimplified) {
        (becomesTraditional ? simplified : traditional).set(c - FIRST);
      }
    }
  }

  /** 1 for a character that is simplified only, -1 for one that is traditional only, else 0. */
  int side(char c) {
    if (c < FIRST || c > LAST) {
      return 0;
    }
    return simplified.get(c - FIRST) ? 1 : traditional.get(c - FIRST) ? -1 : 0;
  }
}
