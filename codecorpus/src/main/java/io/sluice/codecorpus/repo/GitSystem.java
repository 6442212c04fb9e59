package io.sluice.codecorpus.repo;

import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * What JGit knows of the machine: no user's and no system's git configuration, so that what is read
 * depends on the repository alone, and a fixed resolution of file times. JGit would otherwise
 * measure it with probe files inside the repositories and note it in the user's home.
 */
final class GitSystem extends SystemReader.Delegate {
  private static final long TIME_RESOLUTION_NANOS = 1_000_000_000L;

  private GitSystem(SystemReader machine) {
    super(machine);
  }

  /** Makes JGit use this, once a process; JGit has no other way than a setting of its own. */
  static synchronized void install() {
    if (!(SystemReader.getInstance() instanceof GitSystem)) {
      SystemReader.setInstance(new GitSystem(SystemReader.getInstance()));
    }
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS files) {
    return new NoConfig();
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS files) {
    return new NoConfig();
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS files) {
    return new NoConfig();
  }

  private static final class NoConfig extends FileBasedConfig {
    NoConfig() {
      super(null, null);
    }

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public boolean isOutdated() {
      return false;
    }

    @Override
    public long getTimeUnit(
        String section, String subsection, String name, long fallback, TimeUnit unit) {
      return section.equals("filesystem")
          ? unit.convert(TIME_RESOLUTION_NANOS, TimeUnit.NANOSECONDS)
          : super.getTimeUnit(section, subsection, name, fallback, unit);
    }

    @Override
    public String toString() {
      return "no configuration";
    }
  }
}
