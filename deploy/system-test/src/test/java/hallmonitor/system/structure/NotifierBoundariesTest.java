package hallmonitor.system.structure;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NotifierBoundariesTest {
  /** Frameworks, broker and database: what pure code knows nothing of. */
  private static final List<String> SHELL =
      List.of(
          "io.quarkus..",
          "io.smallrye..",
          "jakarta..",
          "org.apache.kafka..",
          "java.sql..",
          "javax.sql..",
          "org.jdbi..");

  private static final JavaClasses CLASSES =
      Product.classes().that(resideInAPackage("hallmonitor.notifier.."));

  @Test
  void whoWhenAndWhatIsDecidedByPureCode() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAnyPackage("..directory..", "..escalation..", "..notice..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                beyond(
                    "com.fasterxml..", "hallmonitor.contract.event..", "hallmonitor.messaging.."));
    rule.check(CLASSES);
  }

  @Test
  void pureCodeReadsNoClock() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAnyPackage("..directory..", "..escalation..", "..notice..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.time.Clock.class);
    rule.check(CLASSES);
  }

  @Test
  void whatIsSaidToOthersGoesThroughOneDoorAndSoBeforeTheSeal() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackages("..publish..", "..evidence..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("hallmonitor.messaging.Outbox");
    rule.check(CLASSES);
  }

  @Test
  void theAnswerPageAndTheAlarmsKnowNoMailAndNoTopic() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAnyPackage("..answer..", "..alarm..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "jakarta.mail..", "org.apache.kafka..", "hallmonitor.notifier.mail..");
    rule.check(CLASSES);
  }

  @Test
  void whatARecordIsAndWhatIsWrongWithOneIsDecidedByPureCode() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage("..evidence.ledger..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(beyond("hallmonitor.contract.."))
            .orShould()
            .callMethod(java.time.Instant.class, "now");
    rule.check(CLASSES);
  }

  @Test
  void evidenceIsProvenWithoutTheServiceThatKeepsIt() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage("..evidence.verify..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.quarkus..",
                "org.apache.kafka..",
                "org.jdbi..",
                "hallmonitor.contract..",
                "..evidence.sealing..",
                "..evidence.casefile..");
    rule.check(CLASSES);
  }

  @Test
  void thePartsOfEvidencePointOneWay() {
    ArchRule rule =
        slices().matching("hallmonitor.notifier.evidence.(*)..").should().beFreeOfCycles();
    rule.check(CLASSES);
  }

  /** The packages of the shell, and more. */
  private static String[] beyond(String... more) {
    return Stream.concat(SHELL.stream(), Stream.of(more)).toArray(String[]::new);
  }
}
