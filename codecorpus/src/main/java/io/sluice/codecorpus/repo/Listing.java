package io.sluice.codecorpus.repo;

import io.sluice.ingest.text.Hash128;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Files found under a directory, with the handle that opens each. */
final class Listing<H extends Comparable<? super H>> {
  /** Folders of version control systems: what they hold is no source. */
  static final Set<String> SKIPPED_FOLDERS = Set.of(".git", ".hg", ".svn");

  private record Entry<H>(RepoFile file, H handle, long modified) {}

  private final List<Entry<H>> entries = new ArrayList<>();
  private int links;

  void add(RepoFile file, H handle, long modified) {
    entries.add(new Entry<>(file, handle, modified));
  }

  void link() {
    links++;
  }

  int links() {
    return links;
  }

  void sort() {
    entries.sort(
        Comparator.comparing((Entry<H> entry) -> entry.file().path())
            .thenComparing(entry -> entry.handle()));
  }

  List<RepoFile> files() {
    return entries.stream().map(Entry::file).toList();
  }

  List<H> handles() {
    return entries.stream().map(Entry::handle).toList();
  }

  long bytes() {
    return entries.stream().mapToLong(entry -> entry.file().size()).sum();
  }

  String fingerprint() {
    Hash128 hash = new Hash128(0, 0);
    for (Entry<H> entry : entries) {
      RepoFile file = entry.file();
      hash =
          Hash128.of(
              hash.high(), hash.hex() + file.path() + '\0' + file.size() + '\0' + entry.modified());
    }
    return hash.hex();
  }
}
