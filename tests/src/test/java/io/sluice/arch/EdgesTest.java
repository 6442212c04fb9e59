package io.sluice.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The edges between modules that ARCHITECTURE.md allows, and no others. */
class EdgesTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("io.sluice");

  private static Stream<Arguments> edges() {
    return Stream.of(
        Arguments.of("ingest", List.of()),
        Arguments.of("filters", List.of("ingest..")),
        Arguments.of("dedup", List.of("ingest..", "filters.embed")),
        Arguments.of(
            "codecorpus", List.of("ingest..", "filters.quality", "filters.llm", "dedup.sketch")),
        Arguments.of("synth", List.of("ingest..", "filters.llm", "filters.rule", "dedup.sketch")),
        Arguments.of("mixer", List.of("ingest..", "codecorpus.fim")));
  }

  @ParameterizedTest(name = "{0} imports only {1}")
  @MethodSource("edges")
  void modulesImportDownwardOnly(String module, List<String> allowed) {
    List<String> packages = new ArrayList<>(List.of("io.sluice." + module + ".."));
    allowed.forEach(name -> packages.add("io.sluice." + name));
    ArchRule rule =
        classes()
            .that()
            .resideInAPackage("io.sluice." + module + "..")
            .should()
            .onlyDependOnClassesThat(
                JavaClass.Predicates.resideOutsideOfPackage("io.sluice..")
                    .or(JavaClass.Predicates.resideInAnyPackage(packages.toArray(String[]::new))));
    rule.check(CLASSES);
  }

  @Test
  void textLogicKnowsNoSpark() {
    noClasses()
        .that()
        .resideInAPackage("io.sluice..")
        .and()
        .resideOutsideOfPackages("io.sluice..spark", "io.sluice.jobs..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.spark..")
        .check(CLASSES);
  }

  @Test
  void plainPackagesDoNotImportSparkStages() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.sluice..spark", "io.sluice.jobs..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.sluice..spark")
        .check(CLASSES);
  }

  @Test
  void packagesOfAModuleDoNotImportInCircles() {
    for (String module : List.of("filters", "dedup", "codecorpus", "synth", "mixer", "jobs")) {
      SlicesRuleDefinition.slices()
          .matching("io.sluice." + module + ".(*)..")
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true)
          .check(CLASSES);
    }
  }
}
