package io.sluice.mixer.shard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sluice.ingest.config.UserError;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.run.Files;
import io.sluice.ingest.run.Json;
import io.sluice.mixer.tokenize.Tokenizer;
import io.sluice.mixer.tokenize.TokenizerConfig;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What a stage's folder holds, as {@code manifest.json}, written last: a folder without one is not
 * finished. Keys are in snake case; nothing in it depends on when or where it was written.
 *
 * @param format version of the shards' columns and of this file
 * @param stage the stage's name in the recipe
 * @param recipe the recipe's name
 * @param recipeHash hash of the recipe
 * @param tokenizer the vocabulary's name
 * @param tokenizerFingerprint see {@link Tokenizer#fingerprint()}
 * @param vocabularySize one more than the greatest id
 * @param endOfDocument the id that ends documents and fills rows
 * @param template version of the written form of dialogues
 * @param seed the stage's seed
 * @param seqLen tokens in a row
 * @param packing how documents became rows
 * @param sequences number of rows
 * @param tokens tokens of documents
 * @param padding tokens that fill rows
 * @param documents number of documents, each epoch counted
 * @param components tokens by component, with its epochs
 * @param kinds the names of the values of {@code doc_kinds}
 * @param shards the files in training order
 */
public record StageManifest(
    String format,
    String stage,
    String recipe,
    String recipeHash,
    String tokenizer,
    String tokenizerFingerprint,
    int vocabularySize,
    int endOfDocument,
    String template,
    long seed,
    int seqLen,
    String packing,
    long sequences,
    long tokens,
    long padding,
    long documents,
    List<Component> components,
    List<String> kinds,
    List<ShardFile> shards) {

  /** The format that this version writes and reads. */
  public static final String FORMAT = "sluice-shards-1";

  private static final String FILE = "manifest.json";

  public StageManifest {
    components = List.copyOf(components);
    kinds = List.copyOf(kinds);
    shards = List.copyOf(shards);
  }

  /** Tokens of one component over all its epochs. */
  public record Component(String name, long documents, long tokens, List<Epoch> epochs) {
    public Component {
      epochs = List.copyOf(epochs);
    }
  }

  /** One epoch of a component, 0-based; the last may be a part of all its documents. */
  public record Epoch(int epoch, long documents, long tokens) {}

  /**
   * The manifest of a stage that was just written.
   *
   * @param components the components' names by number
   */
  public static StageManifest of(
      String stage,
      String recipe,
      String recipeHash,
      TokenizerConfig tokenizer,
      long seed,
      int seqLen,
      String packing,
      List<String> components,
      StageLedger ledger) {
    Tokenizer vocabulary = tokenizer.tokenizer();
    return new StageManifest(
        FORMAT,
        stage,
        recipe,
        recipeHash,
        vocabulary.name(),
        vocabulary.fingerprint(),
        vocabulary.vocabularySize(),
        vocabulary.endOfDocument(),
        tokenizer.template(),
        seed,
        seqLen,
        packing,
        ledger.rows(),
        ledger.tokens(),
        ledger.padding(),
        ledger.documents(),
        components(components, ledger),
        Arrays.stream(Kind.values()).map(Kind::id).toList(),
        ledger.files());
  }

  private static List<Component> components(List<String> names, StageLedger ledger) {
    return IntStream.range(0, names.size())
        .mapToObj(
            number -> {
              List<Epoch> epochs =
                  ledger.parts().stream()
                      .filter(part -> part.component() == number)
                      .map(part -> new Epoch(part.epoch(), part.documents(), part.tokens()))
                      .toList();
              return new Component(
                  names.get(number),
                  epochs.stream().mapToLong(Epoch::documents).sum(),
                  epochs.stream().mapToLong(Epoch::tokens).sum(),
                  epochs);
            })
        .toList();
  }

  /** Publishes the folder. */
  public void write(Path folder, Configuration conf) throws IOException {
    Path file = new Path(folder, FILE);
    FileSystem system = Files.system(file, conf);
    Json.write(system, file, this);
  }

  /**
   * Reads a folder's manifest.
   *
   * @throws UserError if there is none, or it cannot be understood
   */
  public static StageManifest read(Path folder, Configuration conf) throws IOException {
    Path file = new Path(folder, FILE);
    StageManifest manifest;
    try (InputStream in = Files.system(file, conf).open(file)) {
      manifest = json().readValue(in.readAllBytes(), StageManifest.class);
    } catch (FileNotFoundException e) {
      throw new UserError(
          "no shards in " + folder + ": it has no " + FILE,
          "name the folder of one stage, and let mix finish: the manifest is written last");
    } catch (JsonProcessingException e) {
      throw new UserError(
          "cannot read " + file + ": " + e.getOriginalMessage(), "write the stage again with mix");
    }
    if (!FORMAT.equals(manifest.format)) {
      throw new UserError(
          "format in " + file + ": got " + manifest.format + ", allowed " + FORMAT,
          "read these shards with the version of Sluice that wrote them");
    }
    return manifest;
  }

  /**
   * Empties a folder of what an earlier run left: the manifest first, so that it never stands
   * beside shards that it does not describe, then shards, finished or not.
   */
  public static void clear(Path folder, Configuration conf) throws IOException {
    FileSystem system = Files.system(folder, conf);
    system.delete(new Path(folder, FILE), false);
    if (!system.exists(folder)) {
      return;
    }
    for (FileStatus file : system.listStatus(folder)) {
      if (ShardSchema.isShard(file.getPath().getName())) {
        system.delete(file.getPath(), false);
      }
    }
  }

  private static ObjectMapper json() {
    return JsonMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .enable(SerializationFeature.INDENT_OUTPUT)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .build();
  }
}
