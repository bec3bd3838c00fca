package hallmonitor.moderation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "hallmonitor.moderation", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] PURE = {
    "hallmonitor.moderation.text",
    "hallmonitor.moderation.finding",
    "hallmonitor.moderation.policy",
    "hallmonitor.moderation.casework"
  };

  @ArchTest
  static final ArchRule packagesPointOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("text")
          .definedBy("hallmonitor.moderation.text..")
          .layer("finding")
          .definedBy("hallmonitor.moderation.finding..")
          .layer("policy")
          .definedBy("hallmonitor.moderation.policy")
          .layer("policy files")
          .definedBy("hallmonitor.moderation.policy.file..")
          .layer("casework")
          .definedBy("hallmonitor.moderation.casework..")
          .layer("store")
          .definedBy("hallmonitor.moderation.store..")
          .layer("pipeline")
          .definedBy("hallmonitor.moderation.pipeline..")
          .layer("console")
          .definedBy("hallmonitor.moderation.console..")
          .layer("training")
          .definedBy("hallmonitor.moderation.training..")
          .whereLayer("console")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("training")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("pipeline")
          .mayOnlyBeAccessedByLayers("console")
          .whereLayer("store")
          .mayOnlyBeAccessedByLayers("pipeline", "console")
          .whereLayer("casework")
          .mayOnlyBeAccessedByLayers("store", "pipeline", "console")
          .whereLayer("policy files")
          .mayOnlyBeAccessedByLayers("pipeline", "console", "training")
          .whereLayer("policy")
          .mayOnlyBeAccessedByLayers(
              "policy files", "casework", "store", "pipeline", "console", "training")
          .whereLayer("finding")
          .mayOnlyBeAccessedByLayers(
              "policy", "policy files", "casework", "store", "pipeline", "console", "training");

  @ArchTest
  static final ArchRule thePureOnesKnowNoFrameworkAndNoContracts =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.quarkus..",
              "jakarta..",
              "org.apache.kafka..",
              "java.sql..",
              "javax.sql..",
              "org.jdbi..",
              "com.fasterxml..",
              "io.micrometer..",
              "io.opentelemetry..",
              "hallmonitor.contract..");

  @ArchTest
  static final ArchRule thePureOnesReadNoClock =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule namesSayWhatAClassIs =
      classes()
          .should()
          .haveSimpleNameNotEndingWith("Manager")
          .andShould()
          .haveSimpleNameNotEndingWith("Helper")
          .andShould()
          .haveSimpleNameNotEndingWith("Util")
          .andShould()
          .haveSimpleNameNotEndingWith("Impl");
}
