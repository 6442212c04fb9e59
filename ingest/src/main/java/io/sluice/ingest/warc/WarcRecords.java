package io.sluice.ingest.warc;

import io.sluice.ingest.codec.DamageException;
import io.sluice.ingest.codec.DecodedBytes;
import io.sluice.ingest.codec.PlainBytes;
import io.sluice.ingest.stage.ByteRange;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;

/**
 * The records of a file, one after another. A record belongs to the slice of the file in which its
 * member begins, or where it is not the first of its member, to that of the first; so that slices
 * read each record once. What is damaged is thrown once, by the slice in which it lies, and reading
 * goes on behind it.
 */
final class WarcRecords implements Closeable {
  /** Longest head of a record. */
  private static final int HEAD = 1 << 20;

  private final DecodedBytes in;
  private final PlainBytes plain;
  private final ByteRange range;
  private boolean owned;
  private boolean fresh;
  private boolean ended;
  private boolean recover;
  private boolean inBody;
  private WarcHead head;
  private long begin;
  private long end;
  private long offset;

  /**
   * @param range the slice: the records that begin in it are given; null for none
   */
  WarcRecords(DecodedBytes in, ByteRange range) throws IOException {
    this.in = in;
    this.plain = in instanceof PlainBytes uncompressed ? uncompressed : null;
    boolean bound = range != null && !range.whole() && in.hasMembers() && !in.splittable();
    this.range = bound ? (range.first() ? ByteRange.WHOLE : null) : range;
    this.ended = this.range == null;
    if (!ended && !this.range.first()) {
      in.seekBefore(range.start(), RecordSign.SIGN);
      recover = plain != null && plain.position() > 0;
    }
    if (plain != null) {
      plain.nextMember();
    }
  }

  /** Where the record given last begins, or its member. */
  long offset() {
    return offset;
  }

  /** Bytes of the slice that have been consumed, as stored; at its end all of them. */
  long bytes() {
    return owned ? (ended ? end : in.position()) - begin : 0;
  }

  /**
   * The next record's head, or null at the end of the slice.
   *
   * @throws DamageException for what cannot be read; the next call goes on behind it
   */
  WarcHead next() throws IOException {
    while (!ended) {
      try {
        if (recover) {
          resync();
        } else if (inBody) {
          skipBody();
        }
        if (ended || !toRecord()) {
          break;
        }
        head = head();
        inBody = true;
        if (owned) {
          return head;
        }
      } catch (DamageException e) {
        recover = true;
        inBody = false;
        if (owned) {
          throw e;
        }
      }
    }
    return null;
  }

  /** Goes to where the next record should begin; false at the end of the slice. */
  private boolean toRecord() throws IOException {
    while (true) {
      skipBlank();
      if (in.from() < in.to()) {
        break;
      }
      try {
        if (plain != null || !in.nextMember()) {
          end(in.position());
          return false;
        }
      } catch (DamageException e) {
        if (!own(e.offset())) {
          return false;
        }
        throw e;
      }
      fresh = true;
      if (!own(in.offset())) {
        return false;
      }
    }
    offset = in.offset();
    return !(fresh || plain != null) || own(offset);
  }

  /** Takes note that a record, or damage, begins at a place of its own; false behind the slice. */
  private boolean own(long place) {
    if (place >= range.end()) {
      end(place);
      return false;
    }
    if (!owned && place >= range.start()) {
      owned = true;
      begin = range.first() ? 0 : place;
    }
    return true;
  }

  private void end(long place) {
    ended = true;
    end = place;
    if (range.first() && !owned) {
      owned = true; // a first slice without a record
    }
  }

  /** Passes over line ends, to a byte that is none or the member's end. */
  private void skipBlank() throws IOException {
    do {
      byte[] window = in.window();
      int at = in.from();
      int to = in.to();
      while (at < to && RecordSign.isBlank(window[at])) {
        at++;
      }
      in.consume(at - in.from());
    } while (in.from() == in.to() && in.more());
  }

  private WarcHead head() throws IOException {
    if (in.look(32) < 32 && !in.damaged() && !joined() && fresh && offset != in.offset()) {
      throw new DamageException(offset, "no record begins here");
    }
    int from = in.from();
    int line = RecordSign.versionEnd(in.window(), from, in.to());
    if (line < 0) {
      return arcHead();
    }
    int size = line - from;
    int at = size;
    while (true) {
      byte[] window = in.window();
      from = in.from();
      int stop = RecordSign.lineEnd(window, from + at, in.to());
      if (stop >= 0) {
        int text = stop > from + at && window[stop - 1] == '\r' ? stop - 1 : stop;
        if (text == from + at) {
          WarcHead found = WarcHead.warc(window, from + size, stop);
          in.consume(stop + 1 - from);
          fresh = false;
          return found;
        }
        at = stop + 1 - from;
      } else if (in.to() - from > HEAD || !goesOn(size)) {
        in.consume(Math.min(size, in.to() - in.from()));
        throw new DamageException(offset, "the record's head has no end");
      }
    }
  }

  /** Brings more of a head into view; where that fails, its version line is left behind. */
  private boolean goesOn(int line) throws IOException {
    try {
      return in.more() || joined();
    } catch (DamageException e) {
      in.consume(Math.min(line, in.to() - in.from()));
      throw e;
    }
  }

  /** Brings the next member into view behind what is left of this one, where it goes on there. */
  private boolean joined() throws IOException {
    byte[] part = Arrays.copyOfRange(in.window(), in.from(), in.to());
    if (plain != null || !in.nextMember()) {
      return false;
    }
    in.look(RecordSign.LOOK);
    fresh = RecordSign.SIGN.begins(in.window(), in.from(), in.to());
    if (!fresh) {
      in.unread(part, 0, part.length);
    }
    return !fresh;
  }

  private WarcHead arcHead() throws IOException {
    in.look(RecordSign.LOOK);
    int stop = RecordSign.lineEnd(in.window(), in.from(), in.to());
    ArcLine line = stop < 0 ? null : ArcLine.parse(in.window(), in.from(), stop);
    if (line == null) {
      throw new DamageException(offset, "no record begins here");
    }
    in.consume(stop + 1 - in.from());
    fresh = false;
    return WarcHead.arc(line);
  }

  /** Goes to the next record behind damage, if there is one. */
  private void resync() throws IOException {
    recover = false;
    if (plain != null) {
      if (!scan(null)) {
        end(in.position());
      }
      return;
    }
    if (!in.damaged()) {
      scan(null); // to a record, or to the member's end
      return;
    }
    try {
      if (scan(null)) { // in what was decoded before the damage
        return;
      }
    } catch (DamageException e) {
      // the damage that is being left behind
    }
    if (!in.resync(RecordSign.SIGN)) {
      end(in.position());
    }
  }

  /**
   * Moves to the next head of a record in this member; false where there is none.
   *
   * @param passed takes the bytes before it, or null
   */
  private boolean scan(Block passed) throws IOException {
    boolean lineStart = true;
    while (true) {
      if (in.look(RecordSign.LOOK) == 0) {
        return false;
      }
      byte[] window = in.window();
      int at = in.from();
      int to = in.to();
      // a line is looked at when what follows it is in view
      boolean last = to - at < RecordSign.LOOK;
      int stop = last ? to : to - RecordSign.LOOK + 1;
      while (at < stop) {
        if (lineStart && !RecordSign.isBlank(window[at]) && RecordSign.isHead(window, at, to)) {
          pass(passed, at - in.from());
          return true;
        }
        int feed = RecordSign.lineEnd(window, at, stop);
        lineStart = feed >= 0;
        at = feed < 0 ? stop : feed + 1;
      }
      pass(passed, at - in.from());
    }
  }

  private void pass(Block passed, int bytes) {
    if (passed != null) {
      passed.add(in.window(), in.from(), bytes);
    }
    in.consume(bytes);
  }

  private void skipBody() throws IOException {
    inBody = false;
    if (head.length() < 0) {
      unmeasured(null);
    } else if (plain != null) {
      skipPlain(plain.position(), head.length());
    } else {
      skip(head.length());
    }
  }

  /**
   * Reads the body of the record given last.
   *
   * @param block takes it, up to the block's limit; what is over is passed over
   * @return what is wrong with it, or null: the file ends in it, or is damaged there
   */
  DamageException body(Block block) throws IOException {
    inBody = false;
    try {
      if (head.length() < 0) {
        unmeasured(block);
        return block.cut();
      }
      long from = in.position();
      long wanted = Math.min(head.length(), block.limit());
      boolean whole = fetch(block, wanted) == wanted;
      if (whole && wanted < head.length()) {
        block.over(head.length());
        whole = plain != null ? skipPlain(from, head.length()) : skip(head.length() - wanted);
      } else if (plain != null) {
        mend(block, from, !whole);
      }
      if (whole && plain == null) {
        skipBlank(); // to the member's end, where its checksum is
      }
      return block.cut();
    } catch (DamageException e) {
      recover = true;
      return e;
    }
  }

  /** Fetches so many bytes, or those that there are; returns how many. */
  private long fetch(Block block, long length) throws IOException {
    long left = length;
    while (left > 0) {
      int got = block.read(in, left);
      left -= Math.max(got, 0);
      if (got < 0 && (plain != null || !onward())) {
        break;
      }
    }
    return length - left;
  }

  private boolean skip(long length) throws IOException {
    long left = length;
    while (left > 0) {
      left -= in.skip(left);
      if (left > 0 && !onward()) {
        return false;
      }
    }
    return true;
  }

  /**
   * A record that goes on behind its member's end: either its length is wrong, and the next member
   * begins with a record, or members are cut at any place.
   *
   * @return whether the record goes on
   */
  private boolean onward() throws IOException {
    boolean more;
    try {
      more = in.nextMember();
    } catch (DamageException e) {
      fresh = true;
      throw new DamageException(offset, "the record is cut: " + e.getMessage());
    }
    if (!more) {
      end(in.position());
      throw new DamageException(offset, "the file ends in the middle of a record");
    }
    in.look(RecordSign.LOOK);
    fresh = RecordSign.SIGN.begins(in.window(), in.from(), in.to());
    return !fresh;
  }

  /** The body of a record whose head gives no length: up to the next record. */
  private void unmeasured(Block block) throws IOException {
    scan(block);
    if (block != null) {
      block.trim();
    }
  }

  /** Whether what comes next is a record or the end of the file. */
  private boolean atBoundary() throws IOException {
    skipBlank();
    if (in.from() == in.to()) {
      return true;
    }
    in.look(RecordSign.LOOK);
    return RecordSign.isHead(in.window(), in.from(), in.to());
  }

  /** Cuts a body whose length covers the next record. */
  private void mend(Block block, long from, boolean cut) throws IOException {
    if (!cut && atBoundary()) {
      return;
    }
    long end = from + block.size();
    plain.seek(from);
    if (scan(null) && plain.position() < end) {
      block.resize((int) (plain.position() - from));
      return;
    }
    plain.seek(end);
    if (cut) {
      block.cut(new DamageException(offset, "the file ends in the middle of a record"));
    }
  }

  private boolean skipPlain(long from, long length) throws IOException {
    boolean cut = length > plain.length() - from;
    if (!cut) {
      plain.seek(from + length);
      if (atBoundary()) {
        return true;
      }
    }
    plain.seek(from);
    boolean found = scan(null);
    if (!found && cut) {
      end(plain.position());
      throw new DamageException(offset, "the file ends in the middle of a record");
    }
    if (!found || plain.position() > from + length) {
      plain.seek(from + length); // the record is whole; what follows it is damaged
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
