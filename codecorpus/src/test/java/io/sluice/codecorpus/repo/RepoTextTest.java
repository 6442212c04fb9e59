package io.sluice.codecorpus.repo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RepoTextTest {
  @Test
  void aHeaderIsOneLineWhateverThePath() {
    assertEquals("<file src/a.py>\n", RepoText.header("src/a.py"));
    assertEquals("<file a%0Ab%3Cc%3E%25.py>\n", RepoText.header("a\nb<c>%.py"));
    assertEquals(
        "<file dir/über 中\ud83d\ude00.py>\n", RepoText.header("dir/über 中\ud83d\ude00.py"));
    assertEquals("<file a%E2%80%A8b%C2%85.py>\n", RepoText.header("a\u2028b\u0085.py"));
    assertEquals("<file >\n", RepoText.header(""));
  }

  @Test
  void textsEndInALineEndAndLengthsAreExact() {
    StringBuilder out = new StringBuilder();
    RepoText.append(out, "a", "x");
    RepoText.append(out, "b", "y\n");
    assertEquals("<file a>\nx\n<file b>\ny\n", out.toString());
    assertEquals(out.length(), RepoText.length("a", "x") + RepoText.length("b", "y\n"));
  }
}
