package hallmonitor.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class IngestArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("hallmonitor.ingest");

  private static final String[] FRAMEWORK = {
    "io.quarkus..", "io.smallrye..", "jakarta..", "org.eclipse.microprofile..", "io.micrometer.."
  };

  @Test
  void connectorsEngineAndActionsKnowNoFramework() {
    ArchRule rule =
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
            .resideInAnyPackage(FRAMEWORK);
    rule.check(CLASSES);
  }

  @Test
  void theEngineKnowsNeitherKafkaNorDatabaseNorHttp() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage("..ingest.polling")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.apache.kafka..", "org.jdbi..", "java.sql..", "java.net.http..");
    rule.check(CLASSES);
  }

  @Test
  void theEngineKnowsNoPlatform() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAnyPackage(
                "..ingest.polling",
                "..ingest.action",
                "..ingest.command",
                "..ingest.connector",
                "..ingest.account")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..ingest.connector.wordpress");
    rule.check(CLASSES);
  }

  @Test
  void aConnectorKnowsNotTheEngine() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage("..ingest.connector..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..ingest.polling", "..ingest.action", "..ingest.command");
    rule.check(CLASSES);
  }
}
