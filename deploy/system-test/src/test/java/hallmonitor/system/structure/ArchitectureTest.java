package hallmonitor.system.structure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which packages know which, and what the pure ones never touch. */
class ArchitectureTest {
  private static final JavaClasses PRODUCT = Product.classes();

  /** Decisions without a framework, a database, a broker or a clock. */
  private static final String[] PURE = {
    "hallmonitor.moderation.text..",
    "hallmonitor.moderation.finding..",
    "hallmonitor.moderation.policy",
    "hallmonitor.moderation.policy.lint",
    "hallmonitor.moderation.policy.change",
    "hallmonitor.moderation.policy.budget",
    "hallmonitor.moderation.casework..",
    "hallmonitor.moderation.wording",
    "hallmonitor.notifier.escalation"
  };

  private static final String PIPELINE = "hallmonitor.moderation.pipeline";

  private static final String[] FRAMEWORK = {
    "io.quarkus..", "io.smallrye..", "jakarta..", "org.eclipse.microprofile..", "io.micrometer.."
  };
  private static final String[] DATABASE_AND_BROKER = {
    "java.sql..", "javax.sql..", "org.jdbi..", "org.apache.kafka.."
  };

  @Test
  void packagesPointOneWay() throws IOException {
    assertThat(Levels.read(resource("levels.txt")).violations(PRODUCT)).isEmpty();
  }

  @Test
  void noPackagesFormACircle() {
    slices().matching("hallmonitor.(**)").should().beFreeOfCycles().check(PRODUCT);
  }

  @Test
  void thePureOnesKnowNoFrameworkNoDatabaseAndNoEvents() {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            all(
                FRAMEWORK,
                DATABASE_AND_BROKER,
                new String[] {"com.fasterxml..", "io.opentelemetry.."}))
        .check(PRODUCT);
  }

  /**
   * The launcher and the tests' parts set up what the JDK's own logger writes to; Chromium reports
   * its messages with that logger's levels. The services' filters encode what was logged.
   */
  @Test
  void everyClassLogsWithTheJdksSystemLogger() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("hallmonitor.local.LauncherLog")
        .and()
        .doNotHaveFullyQualifiedName("hallmonitor.testparts.Parts")
        .and()
        .doNotHaveFullyQualifiedName("hallmonitor.testparts.HeadlessBrowser")
        .and()
        .haveSimpleNameNotEndingWith("LogFilter")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.util.logging..",
            "org.jboss.logging..",
            "org.slf4j..",
            "io.quarkus.logging..",
            "org.apache.commons.logging..",
            "org.apache.logging..")
        .check(PRODUCT);
  }

  @Test
  void moderationsPureOnesKnowNoEvents() {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .and()
        .resideInAPackage("hallmonitor.moderation..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("hallmonitor.contract..", "hallmonitor.settings..")
        .check(PRODUCT);
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
        .check(PRODUCT);
  }

  @Test
  void connectorsAndTheEngineKnowNoFramework() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..ingest.account",
            "..ingest.action",
            "..ingest.command",
            "..ingest.connector..",
            "..ingest.polling")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(FRAMEWORK)
        .check(PRODUCT);
  }

  @Test
  void theEngineKnowsNeitherDatabaseNorBrokerNorPlatform() {
    noClasses()
        .that()
        .resideInAPackage("..ingest.polling")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            all(
                DATABASE_AND_BROKER,
                new String[] {"java.net.http..", "hallmonitor.ingest.connector.*.."}))
        .check(PRODUCT);
  }

  @Test
  void onlyTheEncoderKnowsItsRuntime() {
    noClasses()
        .that()
        .resideOutsideOfPackage("hallmonitor.moderation.finding.encoder")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ai.onnxruntime..")
        .check(PRODUCT);
  }

  /**
   * Judging findings gives a verdict, which cannot be judged again, so the policy is asked once per
   * comment, and once per post of the district's own. A known picture in an earlier comment gives
   * no verdict: the policy is asked which clause covers it.
   */
  @Test
  void thePipelineAsksThePolicyInOneStepOfEachLook() {
    assertThat(judging("hallmonitor.moderation.policy.Policy"))
        .containsExactly(PIPELINE + ".rules.RuleSnapshot");
    assertThat(judging(PIPELINE + ".rules.RuleSnapshot"))
        .containsExactlyInAnyOrder(
            PIPELINE + ".rules.OwnTextJudge",
            PIPELINE + ".steps.CommentFindings",
            PIPELINE + ".pictures.EarlierPictureSearch");
    assertThat(judging(PIPELINE + ".steps.CommentFindings"))
        .containsExactlyInAnyOrder(
            PIPELINE + ".steps.FirstVerdicts", PIPELINE + ".steps.SecondVerdicts");
  }

  /** The pipeline's classes that let this one judge. */
  private static Set<String> judging(String judge) {
    return PRODUCT.get(judge).getAccessesToSelf().stream()
        .filter(access -> access.getTarget().getName().equals("judge"))
        .map(access -> access.getOriginOwner().getName())
        .filter(caller -> caller.startsWith(PIPELINE) && !caller.equals(judge))
        .collect(Collectors.toSet());
  }

  private static String[] all(String[]... packages) {
    return Stream.of(packages).flatMap(Stream::of).toArray(String[]::new);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ArchitectureTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
