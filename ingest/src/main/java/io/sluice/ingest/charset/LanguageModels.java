package io.sluice.ingest.charset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The letter statistics among the resources; how they are made is told in {@code
 * ingest/models/charset}.
 *
 * @param letters languages with an alphabet, each in each of its charsets
 * @param characters languages without one
 */
record LanguageModels(List<ByteModel> letters, List<CharacterModel> characters) {
  private static final String RESOURCE = "charset-languages.txt";
  private static final float STEP = 1 / 8f;

  LanguageModels {
    letters = List.copyOf(letters);
    characters = List.copyOf(characters);
  }

  static LanguageModels load() {
    List<ByteModel> letters = new ArrayList<>();
    List<CharacterModel> characters = new ArrayList<>();
    try (InputStream in = LanguageModels.class.getResourceAsStream(RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] parts = line.split("\t");
        if (parts[0].equals("alphabet")) {
          LetterModel model = alphabet(parts, lines);
          for (String charset : model.charsets()) {
            letters.add(new ByteModel(charset, model));
          }
        } else if (parts[0].equals("ideographs")) {
          characters.add(ideographs(parts, lines));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + RESOURCE, e);
    }
    return new LanguageModels(letters, characters);
  }

  private static LetterModel alphabet(String[] parts, BufferedReader lines) throws IOException {
    int symbols = LetterModel.BASIC + parts[3].length();
    float[][] costs = new float[symbols][symbols];
    for (float[] row : costs) {
      String line = lines.readLine();
      for (int i = 0; i < symbols; i++) {
        row[i] = (line.charAt(i) - 33) * STEP;
      }
    }
    return new LetterModel(parts[1], List.of(parts[2].split(" ")), parts[3], costs);
  }

  private static CharacterModel ideographs(String[] parts, BufferedReader lines)
      throws IOException {
    byte[] eighths = new byte[1 << 16];
    for (int i = Integer.parseInt(parts[3]); i > 0; i--) {
      String line = lines.readLine();
      int tab = line.indexOf('\t');
      byte cost = Byte.parseByte(line.substring(0, tab));
      for (int k = tab + 1; k < line.length(); k++) {
        eighths[line.charAt(k)] = cost;
      }
    }
    return new CharacterModel(parts[1], List.of(parts[2].split(" ")), eighths);
  }
}
