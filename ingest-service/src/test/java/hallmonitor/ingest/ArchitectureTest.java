package hallmonitor.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "hallmonitor.ingest",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] FRAMEWORK = {
    "io.quarkus..", "io.smallrye..", "jakarta..", "org.eclipse.microprofile..", "io.micrometer.."
  };

  @ArchTest
  static final ArchRule connectorsEngineAndActionsKnowNoFramework =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..ingest.account", "..ingest.action", "..ingest.connector..", "..ingest.polling")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FRAMEWORK);

  @ArchTest
  static final ArchRule theEngineKnowsNeitherKafkaNorDatabaseNorHttp =
      noClasses()
          .that()
          .resideInAPackage("..ingest.polling")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "org.jdbi..", "java.sql..", "java.net.http..");

  @ArchTest
  static final ArchRule theEngineKnowsNoPlatform =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..ingest.polling", "..ingest.action", "..ingest.connector", "..ingest.account")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..ingest.connector.wordpress");

  @ArchTest
  static final ArchRule aConnectorKnowsNotTheEngine =
      noClasses()
          .that()
          .resideInAPackage("..ingest.connector..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..ingest.polling", "..ingest.action");
}
