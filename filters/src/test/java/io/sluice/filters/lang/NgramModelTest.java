package io.sluice.filters.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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
    NgramModel model = NgramModel.shared();
    String[] texts = {
      "hello",
      "the quick brown fox jumps over the lazy dog, and then it sleeps.",
      "le lendemain matin le port était calme et les bateaux dormaient encore le long du quai",
      "на следующее утро в гавани было тихо и лодки неподвижно стояли у причала",
      "während der nacht fiel schnee. am morgen lagen die boote unter einer weißen decke",
      "अगली सुबह बंदरगाह शांत था और नावें घाट के पास खड़ी थीं"
    };
    for (String text : texts) {
      Map<String, Double> expected = new TreeMap<>();
      for (opennlp.tools.langdetect.Language each : reference.predictLanguages(text)) {
        expected.put(each.getLang(), each.getConfidence());
      }
      double[] sums = new double[model.languages()];
      Set<Integer> seen = new HashSet<>();
      for (int n = 1; n <= 3; n++) {
        for (int i = 0; i + n <= text.length(); i++) {
          long key = 0;
          for (int k = i; k < i + n; k++) {
            key = key << 16 | text.charAt(k);
          }
          int slot = model.slot(key);
          if (slot >= 0 && seen.add(slot)) {
            model.add(slot, sums);
          }
        }
      }
      double greatest = Arrays.stream(sums).max().orElseThrow();
      double total = Arrays.stream(sums).map(s -> Math.exp(s - greatest)).sum();
      for (int i = 0; i < sums.length; i++) {
        double probability = Math.exp(sums[i] - greatest) / total;
        assertEquals(expected.get(model.language(i)), probability, 1e-5, text);
      }
    }
  }
}
