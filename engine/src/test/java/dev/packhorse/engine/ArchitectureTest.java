package dev.packhorse.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The house: three floors, imports only go downstairs. */
class ArchitectureTest {
  private static JavaClasses packhorse;

  @BeforeAll
  static void read() {
    packhorse =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.packhorse");
  }

  @Test
  void importsOnlyGoDownstairs() {
    ArchRule formats =
        noClasses()
            .that()
            .resideInAPackage("dev.packhorse.formats..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.packhorse.connectors..", "dev.packhorse.engine..")
            .because("what records are must be usable without knowing how they move");
    ArchRule connectors =
        noClasses()
            .that()
            .resideInAPackage("dev.packhorse.connectors..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.packhorse.engine..")
            .because("a connector that knows the engine can't be tested without it");
    formats.check(packhorse);
    connectors.check(packhorse);
  }

  @Test
  void theEngineKnowsNoConnectorByName() {
    noClasses()
        .that()
        .resideInAPackage("dev.packhorse.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.packhorse.connectors.archive..",
            "dev.packhorse.connectors.database..",
            "dev.packhorse.connectors.server..",
            "dev.packhorse.connectors.store..",
            "dev.packhorse.formats.archive..",
            "dev.packhorse.samples..",
            "dev.packhorse.demo..")
        .because("an engine that special-cases one outside system will do so for the next as well")
        .check(packhorse);
  }

  @Test
  void springLivesInTheBatchPackageOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.packhorse.engine.batch..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "com.zaxxer..")
        .because("commands that run no job must not pay for loading Spring")
        .check(packhorse);
  }

  @Test
  void theModelDependsOnNothing() {
    classes()
        .that()
        .resideInAnyPackage("dev.packhorse.formats.model..", "dev.packhorse.formats.problem..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "dev.packhorse.formats.model..", "dev.packhorse.formats.problem..")
        .because("records and problems are the words in which everything else is said")
        .check(packhorse);
  }

  @Test
  void jacksonStaysWithTheCodecAndTheReports() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.packhorse.formats.model..",
            "dev.packhorse.formats.archive..",
            "dev.packhorse.connectors.spi..",
            "dev.packhorse.connectors.archive..",
            "dev.packhorse.connectors.database.snapshot..",
            "dev.packhorse.connectors.database.shuffle..",
            "dev.packhorse.connectors.database.stage..",
            "dev.packhorse.engine.batch..",
            "dev.packhorse.engine.transform..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml..")
        .because(
            "records are read and written in one place, formats.jsonl; what columns and"
                + " configurations hold is other JSON")
        .check(packhorse);
  }

  @Test
  void noPackagesDependOnEachOtherInACircle() {
    slices()
        .matching("dev.packhorse.(*).(*)..")
        .should()
        .beFreeOfCycles()
        .because("a circle can only be understood, tested and changed as a whole")
        .check(packhorse);
  }
}
