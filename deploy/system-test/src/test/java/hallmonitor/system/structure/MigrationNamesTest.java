package hallmonitor.system.structure;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.testparts.Parts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A listing of a service's migrations shows them in the order in which they run: those with two
 * digits, and then those with three.
 */
class MigrationNamesTest {
  @TempDir Path oldNames;

  @ParameterizedTest
  @ValueSource(strings = {"ingest-service", "moderation-service/app", "notifier-service"})
  void namesSortInTheOrderOfTheirVersions(String service) throws IOException {
    assertThat(versions(migrations(service)))
        .hasSizeGreaterThan(4)
        .isSorted()
        .doesNotHaveDuplicates();
  }

  /**
   * Up to 1.9 the names had no zero, which a listing sorts behind 1.10. Databases keep those names
   * in their history.
   */
  @ParameterizedTest
  @ValueSource(strings = {"ingest-service", "moderation-service/app", "notifier-service"})
  void aDatabaseWithTheOldNamesIsMigratedOn(String service) throws IOException {
    Path folder = migrations(service);
    List<MigrationVersion> versions = versions(folder);
    for (Path file : files(folder)) {
      Files.copy(file, oldNames.resolve(oldName(file.getFileName().toString())));
    }
    PGSimpleDataSource database = emptyDatabase();
    MigrationVersion before = versions.get(versions.size() - 2);
    flyway(database, oldNames, before).migrate();

    Flyway today = flyway(database, folder, MigrationVersion.LATEST);
    assertThat(today.migrate().migrationsExecuted).isEqualTo(1);

    today.validate();
    assertThat(today.info().pending()).isEmpty();
    Map<String, String> scripts =
        Arrays.stream(today.info().applied())
            .filter(migration -> migration.getVersion() != null)
            .collect(toMap(m -> m.getVersion().getVersion(), MigrationInfo::getScript));
    assertThat(scripts.get("1.1")).startsWith("V1_1__");
    assertThat(scripts).hasSameSizeAs(versions);
  }

  private static String oldName(String name) {
    return name.replaceFirst("^V1_00__", "V1__").replaceFirst("^V1_0", "V1_");
  }

  private static Path migrations(String service) {
    return Path.of("../..", service, "src/main/resources/db/migration");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .sorted(
              Comparator.comparing((Path file) -> file.getFileName().toString().indexOf("__"))
                  .thenComparing(Comparator.naturalOrder()))
          .toList();
    }
  }

  private static List<MigrationVersion> versions(Path folder) throws IOException {
    return files(folder).stream()
        .map(file -> file.getFileName().toString())
        .map(name -> MigrationVersion.fromVersion(name.substring(1, name.indexOf("__"))))
        .toList();
  }

  private static Flyway flyway(PGSimpleDataSource database, Path folder, MigrationVersion target) {
    return Flyway.configure()
        .dataSource(database)
        .schemas("service")
        .locations("filesystem:" + folder)
        .target(target)
        .load();
  }

  private static PGSimpleDataSource emptyDatabase() {
    String name = "migrations_" + System.nanoTime();
    String shared = Parts.shared().jdbcUrl();
    Jdbi.create(source(shared)).useHandle(h -> h.execute("create database " + name));
    return source(shared.replaceFirst("[^/]*$", name));
  }

  private static PGSimpleDataSource source(String url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser("postgres");
    source.setPassword(Parts.shared().passwords().superuser());
    return source;
  }
}
