package io.sluice.ingest.jsonl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sluice.ingest.model.Document;
import io.sluice.ingest.model.DocumentId;
import io.sluice.ingest.model.Judged;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.stage.DocumentSource;
import io.sluice.ingest.stage.InputItem;
import io.sluice.ingest.stage.Reading;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.fs.Path;

/**
 * JSON lines files, plain or gzip ({@code .gz}), with {@code text} and, where given, {@code id} and
 * {@code url}. The document's id is made from source and the line's id (the text, where it has
 * none); the line's own id is kept as {@code meta.line_id}. A line that is no such object is a
 * reject; blank lines are passed over.
 */
public record JsonlSource() implements DocumentSource {
  // A second object on a line would vanish otherwise.
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private static final String BYTE_ORDER_MARK = "\ufeff";

  @Override
  public Reader start() {
    return (item, hadoop) -> {
      Path path = new Path(item.path());
      Counting stored = new Counting(path.getFileSystem(hadoop).open(path));
      try {
        InputStream plain = item.path().endsWith(".gz") ? new GZIPInputStream(stored) : stored;
        return new Lines(
            item, stored, new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8)));
      } catch (IOException e) {
        stored.close();
        throw e;
      }
    };
  }

  /** Counts what is read of the file as it is stored. */
  private static final class Counting extends FilterInputStream {
    private long bytes;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int got = super.read();
      bytes += got < 0 ? 0 : 1;
      return got;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int got = super.read(into, offset, length);
      bytes += Math.max(got, 0);
      return got;
    }
  }

  private static final class Lines implements Reading {
    private final InputItem item;
    private final Counting stored;
    private final BufferedReader in;
    private long line;
    private long records;

    Lines(InputItem item, Counting stored, BufferedReader in) {
      this.item = item;
      this.stored = stored;
      this.in = in;
    }

    @Override
    public Judged next() throws IOException {
      String text = in.readLine();
      line++;
      if (line == 1 && text != null && text.startsWith(BYTE_ORDER_MARK)) {
        text = text.substring(1);
      }
      while (text != null && text.isBlank()) {
        text = in.readLine();
        line++;
      }
      if (text == null) {
        return null;
      }
      records++;
      return judge(text);
    }

    private Judged judge(String text) {
      String problem = "line " + line + ": no object with a text";
      try {
        JsonNode node = JSON.readTree(text);
        if (node.path("text").isTextual()) {
          return Judged.kept(document(node));
        }
      } catch (JsonProcessingException e) {
        problem = "line " + line + ": no JSON: " + e.getOriginalMessage();
      }
      String id = DocumentId.of(item.source(), item.path(), "line " + line);
      return Judged.rejected(
          Document.builder(Kind.WEB, item.source(), id).path(item.path()).build(),
          Reason.UNDECODABLE,
          problem);
    }

    private Document document(JsonNode node) {
      String text = node.path("text").asText();
      String own = node.path("id").asText("");
      return Document.builder(
              Kind.WEB, item.source(), DocumentId.of(item.source(), own.isEmpty() ? text : own))
          .url(node.path("url").asText(null))
          .text(text)
          .meta("line_id", own.isEmpty() ? null : own)
          .build();
    }

    @Override
    public long records() {
      return records;
    }

    @Override
    public long bytes() {
      return stored.bytes;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
