package hallmonitor.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.embedded.DatabaseRole;
import hallmonitor.testparts.Parts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each service refuses a broker on another machine that it could not trust. */
class StrangeBrokerIT {
  private static final long LONGEST_START_MINUTES = 3;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "INGEST, ingest-service",
    "MODERATION, moderation-service/app",
    "NOTIFIER, notifier-service"
  })
  void itDoesNotStartAndSaysWhatIsMissing(DatabaseRole service, String module) throws Exception {
    Path log = folder.resolve("log");
    Process process = start(service, module, log);
    try {
      assertThat(process.waitFor(LONGEST_START_MINUTES, TimeUnit.MINUTES)).as("it ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).isNotZero();
    assertThat(Files.readString(log, UTF_8))
        .contains(
            "does not start.",
            "The broker kafka.example:9092 is not on this machine",
            "Set KAFKA_SECURITY_PROTOCOL=SASL_SSL")
        .doesNotContain("at hallmonitor.");
  }

  private Process start(DatabaseRole service, String module, Path log) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                ScratchStack.root()
                    .resolve(module)
                    .resolve("target/quarkus-app/quarkus-run.jar")
                    .toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Parts parts = Parts.shared();
    builder
        .environment()
        .putAll(
            Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "kafka.example:9092",
                "QUARKUS_HTTP_PORT", "0",
                "QUARKUS_MANAGEMENT_PORT", "0",
                "QUARKUS_DATASOURCE_JDBC_URL", parts.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME", service.sqlName(),
                "QUARKUS_DATASOURCE_PASSWORD", parts.passwords().of(service),
                "HALLMONITOR_CONFIG_DIR", ScratchStack.root().resolve("deploy/config").toString(),
                "HALLMONITOR_SECRETS_DIR",
                    Files.createDirectories(folder.resolve("secrets")).toString(),
                "QUARKUS_HTTP_AUTH_SESSION_ENCRYPTION_KEY",
                    "only-for-tests-0123456789-0123456789"));
    return builder.start();
  }
}
