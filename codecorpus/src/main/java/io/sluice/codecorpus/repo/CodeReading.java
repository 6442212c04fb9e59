package io.sluice.codecorpus.repo;

import io.sluice.ingest.model.Document;
import io.sluice.ingest.model.Judged;
import io.sluice.ingest.model.Outcome;
import io.sluice.ingest.stage.Reading;
import java.io.IOException;

/** A repository being read: its files in order of path, then the kept ones joined. */
final class CodeReading implements Reading {
  private final FileTree tree;
  private final FileJudge judge;
  private final RepoJoiner joiner;
  private int at;
  private long records;

  /**
   * A reading.
   *
   * @param joiner joins the kept files, or null where no joined documents are wanted
   */
  CodeReading(FileTree tree, FileJudge judge, RepoJoiner joiner) {
    this.tree = tree;
    this.judge = judge;
    this.joiner = joiner;
  }

  @Override
  public Judged next() throws IOException {
    if (at < tree.files().size()) {
      Judged judged = judge.judge(at);
      records++;
      if (joiner != null && judged.outcome() == Outcome.KEPT) {
        joiner.add(at, judged.document());
      }
      at++;
      return judged;
    }
    Document joined = joiner == null ? null : joiner.next();
    if (joined == null) {
      return null;
    }
    records++;
    return Judged.kept(joined);
  }

  @Override
  public long records() {
    return records;
  }

  @Override
  public long bytes() {
    return judge.bytesRead();
  }

  @Override
  public void close() throws IOException {
    tree.close();
  }
}
