package io.sluice.mixer.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sluice.ingest.model.Kind;
import io.sluice.ingest.text.HumanNumber;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTableTest {
  private static final Inventory INVENTORY =
      Inventory.of(
          InventorySpec.DEFAULT,
          List.of("eng"),
          List.of(),
          0,
          List.of(
              new Cell(Kind.WEB, "cc", "eng", 19, -1, 0, 0, 2_000, 1_000_000, 4),
              new Cell(Kind.WEB, "cc", "eng", 3, -1, 0, 0, 20, 312_400_000, 4),
              new Cell(Kind.CODE, "git", "java", -1, 19, 0, 0, 7, 700, 4)));
  private static final String WEB =
      "{name: web, kinds: [web], epochs_by_level: {high: 3.2, low: 0.001}}";

  private static Plan plan(String... components) {
    return Planner.plan(Recipes.stage(5_000_000, components), INVENTORY);
  }

  @Test
  void aPlanIsATableAStage() {
    assertEquals(
        """
        Plan of recipe test (scale 1.0, seed 7): 5.0M tokens asked, 3.5M planned

        s: 5.0M tokens asked, 3.5M planned, 1.5M missing; sequences of 4096, concat, 1 shard
          component  documents  available   asked  planned  epochs   short  filled  bound by
          web             2.0k     313.4M    3.5M     3.5M    0.01       0       0
            high          2.0k       1.0M             3.2M    3.20
            low             20     312.4M           312.4k   <0.01
          code               7        700  500.0k     2.8k    4.00  497.2k       0  max epochs
          books              0          0   50.0k        0    0.00   50.0k       0  missing kind

        Seen over all stages
          kind    quality  available  planned  epochs
          web        high       1.0M     3.2M    3.20
          web         low     312.4M   312.4k   <0.01
          code  tier high        700     2.8k    4.00
        """,
        PlanTable.text(
            plan(
                WEB,
                "{name: code, kinds: [code], share: 0.1}",
                "{name: books, kinds: [book], share: 0.01}")));
  }

  @Test
  void numbersAreSaidAsPeopleSayThem() {
    assertEquals(
        List.of("0", "999", "1.0k", "999.9k", "1.0M", "312.4M", "15.0T", "9.2E", "-1.5k"),
        List.of(
                0L,
                999L,
                1000L,
                999_900L,
                999_950L,
                312_400_000L,
                15_000_000_000_000L,
                Long.MAX_VALUE,
                -1500L)
            .stream()
            .map(HumanNumber::of)
            .toList());
    assertEquals("+5", HumanNumber.signed(5));
    assertEquals("0", HumanNumber.signed(0));
    assertEquals("0.00", HumanNumber.epochs(0));
  }

  @Test
  void twoPlansAreComparedByComponent() {
    PlanComparison comparison =
        PlanComparison.of(
            plan(WEB, "{name: code, kinds: [code], share: 0.0001}"),
            plan(WEB, "{name: books, kinds: [book], share: 0.01}"));
    assertEquals(
        List.of(
            new PlanComparison.Row("s", null, 3_512_900L, 3_512_400L, null, null),
            new PlanComparison.Row(
                "s", "web", 3_512_400L, 3_512_400L, 3.5124 / 313.4, 3.5124 / 313.4),
            new PlanComparison.Row("s", "code", 500L, null, 500.0 / 700, null),
            new PlanComparison.Row("s", "books", null, 0L, null, 0.0)),
        comparison.rows());
    assertEquals(
        """
                   test  test  difference  epochs  epochs there
          s        3.5M  3.5M        -500
            web    3.5M  3.5M           0    0.01          0.01
            code    500     -        -500    0.71
            books     -     0           0                  0.00
        """,
        comparison.text());
  }

  @Test
  void jsonHasTheSameNumbers() throws Exception {
    var json = Json.MAPPER.readTree(plan(WEB).json());
    assertEquals(3_512_400, json.at("/stages/0/components/0/planned").asLong());
    assertEquals("concat", json.at("/stages/0/packing").asText());
    assertEquals(3.2, json.at("/stages/0/components/0/groups/0/epochs").asDouble());
    assertEquals("web", json.at("/exposures/0/kind").asText());
  }
}
