package hallmonitor.notifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "hallmonitor.notifier", importOptions = DoNotIncludeTests.class)
class PackagesTest {
  @ArchTest
  static final ArchRule whoWhenAndWhatIsDecidedByPureCode =
      noClasses()
          .that()
          .resideInAnyPackage("..directory..", "..escalation..", "..notice..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.quarkus..",
              "io.smallrye..",
              "jakarta..",
              "org.apache.kafka..",
              "java.sql..",
              "javax.sql..",
              "org.jdbi..",
              "com.fasterxml..",
              "hallmonitor.contract.event..",
              "hallmonitor.contract.wire..");

  @ArchTest
  static final ArchRule pureCodeReadsNoClock =
      noClasses()
          .that()
          .resideInAnyPackage("..directory..", "..escalation..", "..notice..")
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.time.Clock.class);

  @ArchTest
  static final ArchRule packagesPointOneWay =
      slices().matching("hallmonitor.notifier.(*)..").should().beFreeOfCycles();
}
