package io.sluice.mixer.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sluice.ingest.model.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComponentMatcherTest {

  private static CellKey web(String lang, int quality, int length) {
    return new CellKey(Kind.WEB, "cc", lang, quality, -1, length, 0);
  }

  private static ComponentMatcher matcher(String... components) {
    Recipe recipe = Recipes.stage(1000, components);
    return new ComponentMatcher(recipe, recipe.stages().get(0));
  }

  @Test
  void theFirstComponentThatFitsHasTheDocument() {
    ComponentMatcher matcher =
        matcher(
            "{name: a, kinds: [web], languages: [eng], epochs: 1}",
            "{name: b, kinds: [web], epochs: 1}",
            "{name: c, epochs: 1}");
    assertEquals(0, matcher.match(web("eng", 3, 0)));
    assertEquals(1, matcher.match(web("deu", 3, 0)));
    assertEquals(2, matcher.match(new CellKey(Kind.BOOK, "b", "eng", -1, -1, 5, 0)));
  }

  @Test
  void aLanguageChoosesItsScriptsAndNoLongerNames() {
    ComponentMatcher matcher = matcher("{name: a, languages: [cmn, srp_Latn], epochs: 1}");
    assertEquals(
        List.of(0, 0, -1, -1, 0, -1),
        List.of("cmn", "cmn_Hani", "cmnx", "srp", "srp_Latn", "und").stream()
            .map(lang -> matcher.match(web(lang, 3, 0)))
            .toList());
  }

  @Test
  void sourcesLevelsTiersAndLengthsChoose() {
    ComponentMatcher matcher =
        matcher(
            "{name: s, sources: [wiki], epochs: 1}",
            "{name: l, levels: [high, unscored], min_tokens: 4096, max_tokens: 32768, epochs: 1}",
            "{name: t, tiers: [medium], epochs: 1}");
    assertEquals(0, matcher.match(new CellKey(Kind.WEB, "wiki", "eng", 0, -1, 0, 0)));
    assertEquals(-1, matcher.match(web("eng", 19, 1))); // under 4,096 tokens
    assertEquals(1, matcher.match(web("eng", 19, 2)));
    assertEquals(1, matcher.match(web("eng", -1, 3))); // under 32,768 tokens
    assertEquals(-1, matcher.match(web("eng", 19, 4)));
    assertEquals(-1, matcher.match(web("eng", 18, 2)));
    assertEquals(2, matcher.match(new CellKey(Kind.CODE, "git", "java", -1, 5, 0, 0)));
    assertEquals(-1, matcher.match(new CellKey(Kind.CODE, "git", "java", -1, 4, 0, 0)));
  }

  @Test
  void epochsByGroupHoldTheNamedGroupsAndLeaveTheRest() {
    ComponentMatcher matcher =
        matcher("{name: a, epochs_by_level: {high: 2, low: 0}}", "{name: b, epochs: 1}");
    assertEquals(0, matcher.match(web("eng", 19, 0)));
    assertEquals(0, matcher.match(web("eng", 0, 0)));
    assertEquals(1, matcher.match(web("eng", 12, 0)));
    assertEquals(1, matcher.match(web("eng", -1, 0)));
    assertEquals("high", matcher.group(0, web("eng", 19, 0)));
    assertEquals("all", matcher.group(1, web("eng", 12, 0)));
  }

  @Test
  void duplicatesCanDecide() {
    ComponentMatcher matcher =
        matcher("{name: a, max_epochs: 8, epochs_by_cluster: {\"1\": 1, 100-999: 8}}");
    assertEquals(0, matcher.match(new CellKey(Kind.WEB, "fw2", "deu", -1, -1, 0, 4)));
    assertEquals("100-999", matcher.group(0, new CellKey(Kind.WEB, "fw2", "deu", -1, -1, 0, 4)));
    assertEquals(-1, matcher.match(new CellKey(Kind.WEB, "fw2", "deu", -1, -1, 0, 1)));
  }
}
