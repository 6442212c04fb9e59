package io.sluice.ingest.html.select;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.ingest.html.block.BlockWalk;
import io.sluice.ingest.html.block.Blocks;
import io.sluice.ingest.html.block.Leaf;
import io.sluice.ingest.html.tree.HtmlParser;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Writes what the selection model is trained on: {@code FeatureDump PAGES.jsonl.gz OUT [words |
 * P]}.
 *
 * <p>PAGES has a page a line with {@code id} and {@code html}. OUT gets {@code blocks.jsonl} (a
 * page a line: id, the text of each block) and {@code features.bin} (rows of little-endian floats,
 * in the same order); with {@code words}, the words of names and texts too, to learn the lexicons
 * from; with P, a file of the first look's probabilities as little-endian floats, the rows of the
 * second look.
 */
final class FeatureDump {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final boolean withWords;
  private final HtmlParser parser = new HtmlParser();
  private final BlockWalk walk = new BlockWalk();
  private final Features features;
  private final Context context;
  private InputStream firstLook;
  private final StringBuilder said = new StringBuilder();
  private final NameWords names = new NameWords(new Lexicon(new long[0], new float[0]), this::hear);
  private final TextWords texts = new TextWords(new Lexicon(new long[0], new float[0]), this::hear);

  private FeatureDump(boolean withWords) throws IOException {
    this.withWords = withWords;
    Model model = withWords ? null : Model.shipped();
    Lexicon none = new Lexicon(new long[0], new float[0]);
    this.features =
        new Features(withWords ? none : model.names(), withWords ? none : model.texts());
    this.context = new Context(features);
  }

  public static void main(String[] args) throws IOException {
    boolean words = args.length > 2 && args[2].equals("words");
    FeatureDump dump = new FeatureDump(words);
    if (args.length > 2 && !words) {
      dump.firstLook = new BufferedInputStream(Files.newInputStream(Path.of(args[2])), 1 << 16);
    }
    dump.run(Path.of(args[0]), Path.of(args[1]));
  }

  private void hear(String word) {
    said.append(said.length() == 0 ? "" : " ").append(word);
  }

  private void run(Path pages, Path out) throws IOException {
    Files.createDirectories(out);
    List<String> named = new ArrayList<>(Features.NAMES);
    if (firstLook != null) {
      named.addAll(Context.NAMES);
    }
    Files.writeString(out.resolve("names.txt"), String.join("\n", named));
    try (BufferedReader in =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(pages), 1 << 16),
                    StandardCharsets.UTF_8));
        PrintStream text =
            new PrintStream(
                new BufferedOutputStream(
                    Files.newOutputStream(out.resolve(withWords ? "words.jsonl" : "blocks.jsonl")),
                    1 << 16),
                false,
                StandardCharsets.UTF_8);
        OutputStream rows =
            new BufferedOutputStream(Files.newOutputStream(out.resolve("features.bin")), 1 << 20)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        JsonNode page = JSON.readTree(line);
        byte[] html = page.get("html").asText().getBytes(StandardCharsets.UTF_8);
        Blocks blocks = walk.walk(parser.parse(html, 0, html.length));
        text.println(describe(page.get("id").asText(), blocks));
        if (!withWords) {
          write(blocks, page.get("url").asText(), rows);
        }
      }
    }
  }

  private void write(Blocks blocks, String url, OutputStream rows) throws IOException {
    int[] row = features.of(blocks, url);
    int count = blocks.size() * Features.COUNT;
    if (firstLook != null) {
      float[] p = new float[blocks.size()];
      ByteBuffer said = ByteBuffer.wrap(firstLook.readNBytes(p.length * 4));
      said.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(p);
      row = context.of(blocks, row, p);
      count = blocks.size() * (Features.COUNT + Context.NAMES.size());
    }
    ByteBuffer bytes = ByteBuffer.allocate(count * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      bytes.putFloat(Forest.number(row[i]));
    }
    rows.write(bytes.array());
  }

  private ObjectNode describe(String id, Blocks blocks) {
    ObjectNode page = JSON.createObjectNode();
    page.put("id", id);
    ArrayNode lines = page.putArray("texts");
    for (int i = 0; i < blocks.size(); i++) {
      lines.add(text(blocks, i));
    }
    if (withWords) {
      ArrayNode holders = page.putArray("holders");
      ArrayNode blockWords = page.putArray("words");
      ArrayNode inlineWords = page.putArray("inline");
      for (int i = 0; i < blocks.size(); i++) {
        holders.add(blocks.holder(i));
        said.setLength(0);
        texts.read(blocks, i);
        blockWords.add(said.toString());
        inlineWords.add(inline(blocks, i));
      }
      ArrayNode parents = page.putArray("parents");
      ArrayNode containerWords = page.putArray("names");
      for (int c = 0; c < blocks.containers(); c++) {
        parents.add(blocks.containerParent(c));
        said.setLength(0);
        names.weigh(blocks.tree(), blocks.containerElement(c));
        containerWords.add(said.toString());
      }
    }
    return page;
  }

  private String inline(Blocks blocks, int block) {
    said.setLength(0);
    int leaf = blocks.firstLeaf(block);
    while (leaf < blocks.endLeaf(block) && blocks.leafKind(leaf) > Leaf.DECODED) {
      leaf++;
    }
    if (leaf < blocks.endLeaf(block)) {
      int node = blocks.tree().parent(blocks.leafNode(leaf));
      for (int up = 0; up < 4 && node > 0 && node != blocks.element(block); up++) {
        names.weigh(blocks.tree(), node);
        node = blocks.tree().parent(node);
      }
    }
    return said.toString();
  }

  /** A block's text, for comparing words: white space is not as it will be written. */
  static String text(Blocks blocks, int block) {
    StringBuilder out = new StringBuilder();
    for (int leaf = blocks.firstLeaf(block); leaf < blocks.endLeaf(block); leaf++) {
      int kind = blocks.leafKind(leaf);
      byte[] from = kind == Leaf.TEXT ? blocks.tree().source() : blocks.side();
      switch (kind) {
        case Leaf.TEXT, Leaf.DECODED, Leaf.FORMULA, Leaf.DISPLAY ->
            out.append(
                new String(
                    from,
                    blocks.leafStart(leaf),
                    blocks.leafEnd(leaf) - blocks.leafStart(leaf),
                    StandardCharsets.UTF_8));
        case Leaf.BREAK, Leaf.GAP, Leaf.CELL -> out.append(' ');
        default -> {}
      }
    }
    return out.toString().strip().replaceAll("\\s+", " ");
  }
}
