package io.sluice.codecorpus.repo;

import io.sluice.codecorpus.data.DataFiles;
import io.sluice.ingest.stage.DocumentSource;
import io.sluice.ingest.stage.InputItem;
import io.sluice.ingest.stage.Reading;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Reads repositories: an item is one, each file of it gives a judged document of kind {@code code},
 * and the kept files joined give documents of kind {@code repo}. Records are files and joined
 * documents. A repository's name is its folder's, without {@code .git}; with the path and git's
 * hash of the bytes it makes the ids, so that a checkout and its git repository give the same ones.
 */
public final class CodeSource implements DocumentSource {
  private static final long serialVersionUID = 1L;

  private final CodeConfig config;
  private final DataFiles files;

  private CodeSource(CodeConfig config, DataFiles files) {
    this.config = config;
    this.files = files;
  }

  /**
   * A source; data files are read and checked here, not in the tasks.
   *
   * @throws io.sluice.ingest.config.UserError if the thresholds folder or a file in it is wrong
   */
  public static CodeSource of(CodeConfig config, Configuration hadoop) {
    DataFiles files =
        config.thresholds() == null
            ? DataFiles.packaged()
            : DataFiles.withFolder(config.thresholds(), hadoop);
    CodeRuleSet.of(files, config.allowedLicenses());
    return new CodeSource(config, files);
  }

  @Override
  public Reader start() {
    CodeRuleSet rules = CodeRuleSet.of(files, config.allowedLicenses());
    return (item, hadoop) -> open(item, hadoop, rules);
  }

  private Reading open(InputItem item, Configuration hadoop, CodeRuleSet rules) throws IOException {
    Path path = new Path(item.path());
    String repo = path.getName().replaceFirst("(?<=.)\\.git$", "");
    FileTree tree = Repositories.open(path, hadoop);
    try {
      RepoFacts facts = RepoFacts.read(tree, rules.paths());
      FileJudge judge =
          new FileJudge(item.source(), repo, tree, facts, rules, config.maxFileBytes());
      return new CodeReading(tree, judge, joiner(item.source(), repo, tree, facts, judge));
    } catch (RuntimeException e) {
      tree.close();
      throw e;
    }
  }

  private RepoJoiner joiner(
      String source, String repo, FileTree tree, RepoFacts facts, FileJudge judge) {
    if (!config.repoDocuments()) {
      return null;
    }
    List<String> paths = tree.files().stream().map(RepoFile::path).toList();
    ImportResolver resolver = new ImportResolver(new PathIndex(paths), facts.modules());
    return new RepoJoiner(source, repo, tree, judge, resolver, config.maxRepoChars());
  }
}
