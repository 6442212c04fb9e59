package io.sluice.ingest.html.select;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.html.block.BlockWalk;
import io.sluice.ingest.html.block.Blocks;
import io.sluice.ingest.html.tree.HtmlParser;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class MainContentTest {
  private static final String TEXT =
      "The river rose slowly through the night, and by the morning, when the wind had turned, "
          + "half of the lower town stood under water; nobody had expected it so early.";

  private final HtmlParser parser = new HtmlParser();
  private final BlockWalk walk = new BlockWalk();

  private Blocks blocks(String html) {
    byte[] bytes = html.getBytes(UTF_8);
    return walk.walk(parser.parse(bytes, 0, bytes.length));
  }

  private static String page(String body) {
    return "<html><head><title>High water</title></head><body>" + body + "</body></html>";
  }

  @Test
  void aPageWithoutTextHasNoContent() {
    assertEquals(new BitSet(), new MainContent(false).choose(blocks(""), null));
    assertEquals(new BitSet(), new MainContent(false).choose(blocks("<p> <p>&nbsp;"), "u"));
  }

  @Test
  void theSamePageGivesTheSameProbabilitiesAgain() {
    MainContent content = new MainContent(false);
    String html =
        page("<div><h1>High water</h1><p>" + TEXT + "</p></div><nav><a href=x>Home</a></nav>");
    Blocks one = blocks(html);
    float[] first = Arrays.copyOf(content.probabilities(one, "u"), one.size());
    content.probabilities(blocks(page("<ul><li>x<li>y</ul>".repeat(400))), "forum/topic");
    Blocks again = blocks(html);
    assertTrue(
        Arrays.equals(first, Arrays.copyOf(content.probabilities(again, "u"), again.size())));
  }

  @Test
  void commentsAreTakenOnlyWhereTheyAreWanted() {
    String html =
        page(
            "<article><h1>High water</h1>"
                + ("<p>" + TEXT + "</p>").repeat(8)
                + "</article><div id=comments><ol class=commentlist><li class=comment><p>Well said,"
                + " and about time too, I think.</p></li></ol></div>");
    Blocks page = blocks(html);
    int comment = page.size() - 1;
    assertEquals(false, new MainContent(false).choose(page, null).get(comment));
    assertEquals(true, new MainContent(true).choose(page, null).get(comment));
    assertTrue(new MainContent(false).choose(page, null).get(2));
  }

  @Test
  void everyFeatureHasItsPlace() {
    Model model = Model.shipped();
    Features features = new Features(model.names(), model.texts());
    Blocks page = blocks(page("<div>" + ("<p>" + TEXT + "</p>").repeat(300) + "</div>"));
    int[] rows = features.of(page, "https://a.example/forum/thread-1");
    assertTrue(rows.length >= page.size() * Features.COUNT);
    int url = Features.NAMES.indexOf("urlForum");
    assertEquals(2, Forest.number(rows[url]));
    assertEquals(2, Forest.number(rows[(page.size() - 1) * Features.COUNT + url]));
    assertEquals(0, Forest.number(rows[Features.NAMES.indexOf("forum")]));
    for (int i = 0; i < page.size() * Features.COUNT; i++) {
      assertTrue(Float.isFinite(Forest.number(rows[i])), Features.NAMES.get(i % Features.COUNT));
    }
  }

  @Test
  void namesOfElementsAreReadWordByWord() {
    String[] words = {"post", "post-body", "body", "@main", "#articlebody", "mainstory", "x"};
    long[] hashes = Arrays.stream(words).mapToLong(Lexicon::hash).toArray();
    NameWords names = new NameWords(new Lexicon(hashes, new float[] {1, 2, 4, 8, 16, 32, 64}));
    Blocks page =
        blocks(
            "<div class='postBody x9' role=main>a</div><div id=POST-2-body itemprop=articleBody>b"
                + "</div><div class='post body'>c</div><div>d</div><x-post>e</x-post>");
    float[] found = new float[5];
    for (int i = 0; i < 5; i++) {
      found[i] = names.weigh(page.tree(), page.containerElement(page.holder(i)));
    }
    assertTrue(Arrays.equals(new float[] {15, 23, 5, 0, 1}, found), () -> Arrays.toString(found));
  }

  @Test
  void aForestAddsItsTrees() {
    ByteBuffer bytes = ByteBuffer.allocate(200);
    bytes.putInt(2).putInt(4).putInt(0).putInt(3);
    bytes.putShort((short) 1).putShort((short) 1).putShort((short) 2).putFloat(0.5f);
    bytes.putShort((short) -1).putShort((short) 0).putShort((short) 0).putFloat(-2);
    bytes.putShort((short) -1).putShort((short) 0).putShort((short) 0).putFloat(3);
    bytes.putShort((short) -1).putShort((short) 0).putShort((short) 0).putFloat(0.25f);
    Forest forest = Forest.read(bytes.flip());
    assertEquals(-1.75f, forest.score(row(9, 9, 0.5f), 1));
    assertEquals(3.25f, forest.score(row(0, 0.6f), 0));
  }

  private static int[] row(float... numbers) {
    int[] row = new int[numbers.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = Forest.ordered(numbers[i]);
    }
    return row;
  }

  @Test
  void numbersAreOrderedAsIntegers() {
    float[] numbers = {-Float.MAX_VALUE, -2, -1.5f, 0, Float.MIN_VALUE, 0.3f, 7, 1e30f};
    for (int i = 0; i < numbers.length; i++) {
      assertEquals(numbers[i], Forest.number(Forest.ordered(numbers[i])));
      assertTrue(i == 0 || Forest.ordered(numbers[i - 1]) < Forest.ordered(numbers[i]));
    }
    assertEquals(Forest.ordered(0), Forest.ordered(-0f));
  }

  @Test
  void probabilitiesFollowTheLogisticFunction() {
    for (float odds : new float[] {-90, -5.5f, -1, 0, 0.3f, 2, 30}) {
      assertEquals(1 / (1 + Math.exp(-odds)), Forest.probability(odds), 1e-4);
    }
    assertNotEquals(Forest.probability(0.1f), Forest.probability(0.2f));
  }

  @Test
  void wordsOfAddressesTellForums() {
    assertEquals(
        2,
        NameWords.forumWords(
            "https://bbs.a.example/forum.php?x=1".replace("bbs", "b") + "&mod=viewthread"));
    assertEquals(0, NameWords.forumWords(null));
  }
}
