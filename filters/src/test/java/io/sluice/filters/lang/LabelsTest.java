package io.sluice.filters.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.ingest.config.UserError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {
  @ParameterizedTest
  @CsvSource({
    "en, eng",
    "zh, cmn",
    "als, gsw",
    "zho_Hant, cmn",
    "cmn_Hani, cmn",
    "arb_Arab, arb",
    "tlh_Latn, tlh",
    "zu, zul",
    "nonsense, und",
    "x, und",
    "'', und"
  })
  void readsLabelsOfSeveralModels(String label, String code) {
    assertEquals(code, new Labels(List.of(label)).code(0));
  }

  @Test
  void givesEveryLabelOfTheEmbeddedModelACodeOfItsOwn() {
    Labels labels = LanguageModel.embedded().labels();
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < labels.count(); i++) {
      codes.add(labels.code(i));
    }
    assertEquals(176, codes.size());
    assertFalse(codes.contains("und"));
  }

  @Test
  void knowsTheScriptsOfALanguage() {
    Labels labels = new Labels(List.of("sr", "srp_Cyrl", "srp"));
    boolean[] latin = labels.writing(Scripts.LATIN);
    assertTrue(latin[0]);
    assertFalse(latin[1]);
    assertTrue(latin[2]);
    assertEquals(Scripts.HAN, Scripts.number("Hant"));
    assertEquals(-1, Scripts.number("Qaaa"));
  }

  @Test
  void namesAModelThatIsNotThere() {
    assertThrows(UserError.class, () -> LanguageModel.of(new LanguageConfig("absent/lid.bin")));
  }
}
