package io.sluice.ingest.jsonl;

import io.sluice.ingest.codec.DamageException;
import io.sluice.ingest.codec.DecodedBytes;
import io.sluice.ingest.codec.PlainBytes;
import io.sluice.ingest.columns.ColumnMapping;
import io.sluice.ingest.columns.JsonLine;
import io.sluice.ingest.model.Judged;
import io.sluice.ingest.model.Reason;
import io.sluice.ingest.stage.ByteRange;
import io.sluice.ingest.stage.InputItem;
import io.sluice.ingest.stage.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a file or of a slice of it. After a damaged gzip member or zstd frame reading goes
 * on with the next one that begins with a line.
 */
final class Lines implements Reading {
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final DecodedBytes in;
  private final ByteRange slice;
  private final JsonLine json;
  private final int limit;
  private byte[] line = new byte[64 * 1024];
  private int size;
  private long whole;
  private long decoded;
  private long begin;
  private long records;
  private boolean recover;
  private boolean ended;

  Lines(InputItem item, DecodedBytes in, ByteRange slice, ColumnMapping columns, int limit)
      throws IOException {
    this.in = in;
    this.json = new JsonLine(item, columns, limit);
    this.limit = limit;
    this.slice = in.hasMembers() && !slice.whole() ? ByteRange.WHOLE : slice;
    this.ended = in.hasMembers() && !slice.first();
    if (in instanceof PlainBytes plain) {
      plain.nextMember();
      if (!slice.first()) {
        toLine(plain);
      }
    }
  }

  /** Goes to the first line that begins in the slice. */
  private void toLine(PlainBytes plain) throws IOException {
    plain.seek(slice.start() - 1);
    decoded = slice.start() - 1;
    passLine();
    begin = decoded;
    if (begin >= slice.end()) {
      ended = true;
    }
  }

  private static boolean isMark(byte[] bytes, int from) {
    return Arrays.equals(bytes, from, from + 3, MARK, 0, 3);
  }

  /** Whether a line of JSON begins here. */
  static boolean isLine(byte[] bytes, int from, int to) {
    int at = to - from >= 3 && isMark(bytes, from) ? from + 3 : from;
    while (at < to && bytes[at] <= ' ' && bytes[at] >= 0) {
      at++;
    }
    return at < to && bytes[at] == '{';
  }

  @Override
  public Judged next() throws IOException {
    while (!ended) {
      try {
        if (recover) {
          recover = false;
          if (!in.resync(Lines::isLine)) {
            ended = true;
            return null;
          }
        }
        long offset = decoded;
        if (offset >= slice.end() || !passLine()) {
          ended = true;
          return null;
        }
        Judged judged = judge(offset);
        if (judged != null) {
          records++;
          return judged;
        }
      } catch (DamageException e) {
        recover = true;
        records++;
        return json.reject("byte " + e.offset(), Reason.UNREADABLE_INPUT, e.getMessage());
      }
    }
    return null;
  }

  /** The line's document; null where the line is blank. */
  private Judged judge(long offset) {
    String place = (in.hasMembers() ? "decoded byte " : "byte ") + offset;
    if (whole > limit) {
      return json.reject(place, Reason.TOO_LARGE, "line of " + whole + " bytes, limit " + limit);
    }
    int from = offset == 0 && size >= 3 && isMark(line, 0) ? 3 : 0;
    String text = new String(line, from, size - from, StandardCharsets.UTF_8);
    return text.isBlank() ? null : json.judge(text, place);
  }

  /** Reads the next line, without its end; false where there is none. */
  private boolean passLine() throws IOException {
    size = 0;
    whole = 0;
    boolean any = false;
    while (true) {
      if (in.from() == in.to() && !in.more()) {
        if (!nextMember()) {
          return any;
        }
        continue;
      }
      any = true;
      byte[] window = in.window();
      int from = in.from();
      int to = in.to();
      int at = from;
      while (at < to && window[at] != '\n') {
        at++;
      }
      keep(window, from, at - from);
      boolean end = at < to;
      decoded += at - from + (end ? 1 : 0);
      in.consume(at - from + (end ? 1 : 0));
      if (end) {
        return true;
      }
    }
  }

  private boolean nextMember() throws IOException {
    return in.hasMembers() && in.nextMember();
  }

  private void keep(byte[] window, int from, int length) {
    whole += length;
    int take = (int) Math.min(length, (long) limit - size);
    if (size + take > line.length) {
      line = Arrays.copyOf(line, (int) Math.min(limit, Math.max(line.length * 2L, size + take)));
    }
    System.arraycopy(window, from, line, size, take);
    size += take;
  }

  @Override
  public long records() {
    return records;
  }

  @Override
  public long bytes() {
    return in.hasMembers() ? (slice.first() ? in.position() : 0) : Math.max(0, decoded - begin);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
