package io.sluice.jobs.wiring;

import io.sluice.ingest.codec.Compression;
import io.sluice.ingest.codec.DamageException;
import io.sluice.ingest.codec.DecodedBytes;
import io.sluice.ingest.codec.StoredBytes;
import io.sluice.ingest.stage.InputItem;
import java.io.IOException;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;

/** What the files of a web input are. */
enum WebFormat {
  /** Told for each file by its first bytes, and by its name where they do not tell. */
  AUTO,
  /** WARC, WET and ARC archives. */
  WARC,
  JSONL,
  PARQUET;

  /** What a file's name speaks of; null for none of the formats of text. */
  static WebFormat named(String path) {
    String name = path.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|zst|zstd)$", "");
    if (name.endsWith(".parquet")) {
      return PARQUET;
    }
    return name.matches(".*\\.(jsonl|ndjson|json)") ? JSONL : null;
  }

  /** The format of a file: this one, or what its first bytes and its name tell. */
  WebFormat of(InputItem item, Configuration hadoop) throws IOException {
    if (this != AUTO) {
      return this;
    }
    try (StoredBytes stored = StoredBytes.open(item.path(), hadoop);
        DecodedBytes in = Compression.open(stored, (bytes, from, to) -> true)) {
      WebFormat told = in.nextMember() ? told(in) : null;
      if (told != null) {
        return told;
      }
    } catch (DamageException e) {
      // its reader will say so; the name is what is left to go by
    }
    WebFormat named = named(item.path());
    return named == null ? WARC : named;
  }

  private static WebFormat told(DecodedBytes in) throws IOException {
    int size = in.look(1024);
    byte[] head = in.window();
    int at = in.from();
    int end = at + size;
    if (!in.hasMembers() && size >= 4 && head[at] == 'P' && head[at + 1] == 'A') {
      return head[at + 2] == 'R' && head[at + 3] == '1' ? PARQUET : null;
    }
    if (size >= 5 && head[at] == 'W' && head[at + 1] == 'A' && head[at + 4] == '/') {
      return WARC;
    }
    if (size >= 3 && head[at] == (byte) 0xef && head[at + 1] == (byte) 0xbb) {
      at += 3;
    }
    while (at < end && head[at] >= 0 && head[at] <= ' ') {
      at++;
    }
    return at < end && head[at] == '{' ? JSONL : null;
  }
}
