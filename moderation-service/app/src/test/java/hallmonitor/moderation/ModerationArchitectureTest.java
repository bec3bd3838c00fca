package hallmonitor.moderation;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import hallmonitor.moderation.pipeline.CommentPipeline;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import hallmonitor.moderation.pipeline.steps.CommentFindings;
import hallmonitor.moderation.policy.Policy;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ModerationArchitectureTest {
  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("hallmonitor.moderation");

  private static final String[] PURE = {
    "hallmonitor.moderation.text..",
    "hallmonitor.moderation.finding..",
    "hallmonitor.moderation.policy",
    "hallmonitor.moderation.policy.lint",
    "hallmonitor.moderation.policy.change",
    "hallmonitor.moderation.casework",
    "hallmonitor.moderation.wording"
  };

  @Test
  void packagesPointOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("text")
        .definedBy("hallmonitor.moderation.text..")
        .layer("finding")
        .definedBy("hallmonitor.moderation.finding..")
        .layer("policy")
        .definedBy("hallmonitor.moderation.policy")
        .layer("policy lint")
        .definedBy("hallmonitor.moderation.policy.lint..")
        .layer("policy files")
        .definedBy("hallmonitor.moderation.policy.file..")
        .layer("policy changes")
        .definedBy("hallmonitor.moderation.policy.change..")
        .layer("casework")
        .definedBy("hallmonitor.moderation.casework..")
        .layer("store")
        .definedBy("hallmonitor.moderation.store..")
        .layer("pipeline")
        .definedBy("hallmonitor.moderation.pipeline..")
        .layer("drafting")
        .definedBy("hallmonitor.moderation.drafting..")
        .layer("console")
        .definedBy("hallmonitor.moderation.console..")
        .layer("training")
        .definedBy("hallmonitor.moderation.training..")
        .whereLayer("console")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("training")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("pipeline")
        .mayOnlyBeAccessedByLayers("drafting", "console")
        .whereLayer("drafting")
        .mayOnlyBeAccessedByLayers("console")
        .whereLayer("store")
        .mayOnlyBeAccessedByLayers("pipeline", "drafting", "console")
        .whereLayer("casework")
        .mayOnlyBeAccessedByLayers("store", "pipeline", "drafting", "console")
        .whereLayer("policy files")
        .mayOnlyBeAccessedByLayers("pipeline", "drafting", "console", "training")
        .whereLayer("policy changes")
        .mayOnlyBeAccessedByLayers("drafting", "console")
        .whereLayer("policy lint")
        .mayOnlyBeAccessedByLayers("policy files", "pipeline")
        .whereLayer("policy")
        .mayOnlyBeAccessedByLayers(
            "policy files",
            "policy changes",
            "casework",
            "store",
            "pipeline",
            "drafting",
            "console",
            "training")
        .whereLayer("finding")
        .mayOnlyBeAccessedByLayers(
            "policy",
            "policy lint",
            "policy files",
            "policy changes",
            "casework",
            "store",
            "pipeline",
            "drafting",
            "console",
            "training")
        .check(SERVICE);
  }

  @Test
  void thePackagesOfTheStoreFormNoCircle() {
    slices().matching("hallmonitor.moderation.(store..)").should().beFreeOfCycles().check(SERVICE);
  }

  @Test
  void thePackagesOfThePipelineFormNoCircle() {
    slices()
        .matching("hallmonitor.moderation.(pipeline..)")
        .should()
        .beFreeOfCycles()
        .check(SERVICE);
  }

  /** Judging findings gives a verdict, which cannot be judged: so it is asked once a comment. */
  @Test
  void thePipelineAsksThePolicyInOneStep() {
    noClasses()
        .that()
        .resideInAPackage("hallmonitor.moderation.pipeline..")
        .and()
        .doNotBelongToAnyOf(RuleSnapshot.class)
        .should()
        .callMethodWhere(target(owner(type(Policy.class))).and(target(name("judge"))))
        .check(SERVICE);
    noClasses()
        .that()
        .doNotBelongToAnyOf(CommentFindings.class)
        .should()
        .callMethodWhere(target(owner(type(RuleSnapshot.class))).and(target(name("judge"))))
        .check(SERVICE);
    noClasses()
        .that()
        .doNotBelongToAnyOf(CommentPipeline.class)
        .should()
        .callMethodWhere(target(owner(type(CommentFindings.class))).and(target(name("judge"))))
        .check(SERVICE);
  }

  @Test
  void thePureOnesKnowNoFrameworkAndNoContracts() {
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
            "hallmonitor.contract..")
        .check(SERVICE);
  }

  @Test
  void onlyTheEncoderKnowsItsRuntime() {
    noClasses()
        .that()
        .resideOutsideOfPackage("hallmonitor.moderation.finding.encoder")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ai.onnxruntime..")
        .check(SERVICE);
  }

  @Test
  void codesKnowNoFrameworkAndOnlySingleSignOnKnowsItsLibrary() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "hallmonitor.moderation.console.access.code",
            "hallmonitor.moderation.console.access.sso")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.quarkus..", "jakarta..", "java.sql..", "org.jdbi..")
        .check(SERVICE);
    noClasses()
        .that()
        .resideOutsideOfPackage("hallmonitor.moderation.console.access.sso")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.nimbusds..")
        .check(SERVICE);
  }

  @Test
  void detectorsPointOneWay() {
    String finding = "hallmonitor.moderation.finding";
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("findings")
        .definedBy(finding)
        .layer("file")
        .definedBy(finding + ".file")
        .layer("scan")
        .definedBy(finding + ".scan")
        .layer("name")
        .definedBy(finding + ".name")
        .layer("rule")
        .definedBy(finding + ".rule")
        .layer("lexicon")
        .definedBy(finding + ".lexicon")
        .layer("signature")
        .definedBy(finding + ".signature")
        .layer("privacy")
        .definedBy(finding + ".privacy")
        .layer("spam")
        .definedBy(finding + ".spam")
        .layer("together")
        .definedBy(finding + ".together")
        .layer("encoder")
        .definedBy(finding + ".encoder")
        .layer("stance")
        .definedBy(finding + ".stance")
        .layer("standard")
        .definedBy(finding + ".standard")
        .whereLayer("findings")
        .mayNotAccessAnyLayer()
        .whereLayer("file")
        .mayNotAccessAnyLayer()
        .whereLayer("scan")
        .mayNotAccessAnyLayer()
        .whereLayer("name")
        .mayOnlyAccessLayers("findings", "file", "scan")
        .whereLayer("rule")
        .mayOnlyAccessLayers("findings", "file", "scan")
        .whereLayer("lexicon")
        .mayOnlyAccessLayers("findings", "file", "scan", "name", "rule")
        .whereLayer("signature")
        .mayOnlyAccessLayers("findings", "file", "scan", "name", "rule")
        .whereLayer("privacy")
        .mayOnlyAccessLayers("findings", "scan", "name", "rule")
        .whereLayer("spam")
        .mayOnlyAccessLayers("findings")
        .whereLayer("together")
        .mayOnlyAccessLayers("findings", "file", "name")
        .whereLayer("encoder")
        .mayOnlyAccessLayers("findings")
        .whereLayer("stance")
        .mayOnlyAccessLayers("findings", "file")
        .whereLayer("stance")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("standard")
        .mayNotBeAccessedByAnyLayer()
        .check(SERVICE);
  }

  @Test
  void thePureOnesReadNoClock() {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .check(SERVICE);
  }

  @Test
  void namesSayWhatAClassIs() {
    classes()
        .should()
        .haveSimpleNameNotEndingWith("Manager")
        .andShould()
        .haveSimpleNameNotEndingWith("Helper")
        .andShould()
        .haveSimpleNameNotEndingWith("Util")
        .andShould()
        .haveSimpleNameNotEndingWith("Impl")
        .check(SERVICE);
  }
}
