package io.sluice.filters.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.junit.jupiter.api.Test;

/** OpenNLP's own evaluation is the reference. */
class NgramModelTest {
  @Test
  void givesTheProbabilitiesOfOpenNlp() throws Exception {
    LanguageDetectorME reference;
    try (InputStream in = getClass().getResourceAsStream("/langdetect-183.bin")) {
      reference = new LanguageDetectorME(new LanguageDetectorModel(new BufferedInputStream(in)));
    }
    LanguageIdentifier identifier = new LanguageIdentifier();
    String[] texts = {
      "hello",
      "the quick brown fox jumps over the lazy dog, and then it sleeps.",
      "le lendemain matin le port était calme et les bateaux dormaient encore le long du quai",
      "на следующее утро в гавани было тихо и лодки неподвижно стояли у причала",
      "während der nacht fiel schnee. am morgen lagen die boote unter einer weißen decke",
      "अगली सुबह बंदरगाह शांत था और नावें घाट के पास खड़ी थीं"
    };
    for (String text : texts) {
      Map<String, Double> merged = new TreeMap<>();
      for (opennlp.tools.langdetect.Language each : reference.predictLanguages(text)) {
        merged.put(each.getLang(), each.getConfidence());
      }
      // Estonian, Latvian and Persian under two codes count by their mean.
      double halved = 0;
      for (String[] same : new String[][] {{"ekk", "est"}, {"lvs", "lav"}, {"pes", "fas"}}) {
        double mean = (merged.remove(same[0]) + merged.get(same[1])) / 2;
        merged.put(same[1], mean);
        halved += mean;
      }
      Language language = identifier.identify(text);
      double best = merged.values().stream().mapToDouble(p -> p).max().orElseThrow();
      assertEquals(merged.get(language.code()), best, text);
      assertEquals(best / (1 - halved), language.score(), 1e-5, text);
    }
  }
}
