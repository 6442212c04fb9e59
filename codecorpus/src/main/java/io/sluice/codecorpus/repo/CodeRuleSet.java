package io.sluice.codecorpus.repo;

import io.sluice.codecorpus.data.DataFiles;
import io.sluice.codecorpus.license.AllowedLicenses;
import io.sluice.codecorpus.quality.CodeRules;
import io.sluice.codecorpus.quality.PathRules;
import java.util.List;

/** The rules that one task judges files by, parsed. */
record CodeRuleSet(
    Languages languages, CodeRules quality, PathRules paths, AllowedLicenses licenses) {
  static CodeRuleSet of(DataFiles files, List<String> allowedLicenses) {
    return new CodeRuleSet(
        Languages.of(files.parse(DataFiles.LANGUAGES)),
        CodeRules.of(files.parse(DataFiles.RULES)),
        PathRules.of(files.parse(DataFiles.PATHS)),
        new AllowedLicenses(allowedLicenses));
  }
}
