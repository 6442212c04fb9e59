package io.sluice.filters.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.config.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockListsTest {
  @TempDir private Path folder;
  private BlockLists lists;

  @BeforeEach
  void load() throws Exception {
    Path urls =
        Files.writeString(
            folder.resolve("urls.txt"),
            "# remark\nspam.example\nHTTPS://www.Host.example/bad/\n*casino # a word\n\n");
    Path words = Files.writeString(folder.resolve("words.txt"), "darn\nÄRGER\n");
    lists = BlockLists.load(List.of(urls.toString()), List.of(words.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "http://spam.example/, spam.example",
    "https://a.b.SPAM.example:8080/x?y=z, spam.example",
    "http://user@spam.example/x, spam.example",
    "http://www.host.example/bad, host.example/bad",
    "http://host.example/bad/page.html#top, host.example/bad",
    "http://other.example/the-casino-page, *casino",
    "http://other.example/casinos, ",
    "http://notspam.example/, ",
    "http://spam.example.org/, ",
    "http://host.example/badly, ",
    "http://host.example/, ",
    "'', "
  })
  void blocksDomainsPathsAndWords(String url, String entry) {
    assertEquals(entry, lists.blocking(url));
  }

  @Test
  void keepsWhatHasNoAddressOrNoList() {
    assertEquals(null, lists.blocking(null));
    assertEquals(null, BlockLists.load(List.of(), List.of()).blocking("http://spam.example"));
  }

  @Test
  void knowsWordsWhateverTheirCase() {
    assertTrue(lists.holdsWord("oh Darn it", 3, 7));
    assertTrue(lists.holdsWord("ärger", 0, 5));
    assertFalse(lists.holdsWord("darned", 0, 6));
    assertFalse(BlockLists.load(List.of(), List.of()).hasWords());
  }

  @Test
  void namesAListThatIsNotThere() {
    UserError error =
        assertThrows(UserError.class, () -> BlockLists.load(List.of("absent.txt"), List.of()));
    assertTrue(error.getMessage().contains("blocked_urls: absent.txt"), error.getMessage());
  }
}
