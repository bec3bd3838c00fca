package hallmonitor.ingest.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.embedded.DatabaseRole;
import hallmonitor.messaging.credential.CredentialKeys;
import hallmonitor.testparts.Parts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.SAME_THREAD)
class CredentialCommandTest {
  private static final String DISTRICT =
      """
      district: Test District
      buildings: [{ id: high, name: High School }]
      people: [{ id: novak, name: Petra Novak, email: novak@example.org, roles: [{ role: account-administrator }] }]
      accounts:
        - { id: blog, platform: wordpress, building: high, kind: school, administrator: novak, base-url: "%s", credential: %s }
      """;

  @TempDir Path folder;
  private final String name = "blog-" + UUID.randomUUID().toString().substring(0, 8);
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void prepare() throws IOException {
    Parts parts = Parts.shared();
    Flyway.configure()
        .dataSource(parts.dataSource(DatabaseRole.INGEST))
        .defaultSchema("ingest")
        .load()
        .migrate();
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", parts.jdbcUrl());
    environment.put("QUARKUS_DATASOURCE_USERNAME", DatabaseRole.INGEST.sqlName());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", parts.passwords().of(DatabaseRole.INGEST));
    environment.put("HALLMONITOR_SECRETS_DIR", folder.resolve("secrets").toString());
    environment.put("HALLMONITOR_CONFIG_DIR", folder.toString());
    Files.createDirectories(folder.resolve("secrets/accounts"));
    district("https://blog.example");
  }

  private void district(String site) throws IOException {
    Files.writeString(folder.resolve("district.yaml"), DISTRICT.formatted(site, name));
  }

  private int run(String typed, String... arguments) {
    said.reset();
    PrintStream out = new PrintStream(said, true, UTF_8);
    return CredentialCommand.run(
        List.of(arguments),
        environment::get,
        new ByteArrayInputStream(typed.getBytes(UTF_8)),
        null,
        out,
        out);
  }

  private String words() {
    return said.toString(UTF_8);
  }

  @Test
  void aCredentialIsStoredListedAndRemovedAndNeverShown() throws IOException {
    assertThat(run("user:geheim\n", "store", name)).as(words()).isZero();
    assertThat(words())
        .contains("Back it up", "'" + name + "' is stored for https://blog.example (wordpress)")
        .doesNotContain("geheim");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("secrets/credential-key"))))
        .isEqualTo("rw-------");

    run("", "list");
    assertThat(words())
        .contains(name + "  https://blog.example (wordpress)")
        .doesNotContain("geheim");

    assertThat(run("", "remove", name)).isZero();
    assertThat(run("", "remove", name)).isEqualTo(2);
    assertThat(words()).contains("deploy/credential list");
  }

  @Test
  void aCredentialWithoutAnAccountOrWithoutWordsIsNotStored() throws IOException {
    assertThat(run("secret", "store", "no-account-has-it")).isEqualTo(2);
    assertThat(words()).contains("credential: no-account-has-it").doesNotContain("secret\n");
    assertThat(run(" \n", "store", name)).isEqualTo(2);
    assertThat(words()).contains("Nothing was given");
    district("https://another.example");
    assertThat(run("user:geheim", "store", name)).as("no address has the name yet").isZero();
    Files.delete(folder.resolve("district.yaml"));
    assertThat(run("secret", "store", name)).isEqualTo(2);
    assertThat(words()).contains("--config");
  }

  @Test
  void aNewHandoverKeyIsOneLineThatOpensWhatIsSealedWithIt() {
    assertThat(run("", "handover-key")).isZero();

    assertThat(words().strip().lines()).hasSize(1);
    assertThat(new CredentialKeys(words()).publicKey()).contains("P-256");
  }

  @Test
  void aNameKeepsItsAddress() throws IOException {
    assertThat(run("user:geheim", "store", name)).isZero();
    district("https://evil.example");
    assertThat(run("user:geheim", "store", name)).isEqualTo(2);
    assertThat(words()).contains("belongs to https://blog.example (wordpress)");
  }

  @Test
  void aFileThatGoesBeforeItIsNamed() throws IOException {
    Files.writeString(folder.resolve("secrets/accounts").resolve(name), "user:before");
    assertThat(run("user:geheim", "store", name)).isZero();
    assertThat(words()).contains("delete that file now");
  }

  @Test
  void keysAreChangedInThreeSteps() throws IOException {
    run("user:geheim", "store", name);
    Path keys = folder.resolve("secrets/credential-key");
    String old = Files.readString(keys);
    Files.writeString(keys, "the new key\n" + old);
    run("", "rotate");
    assertThat(words()).contains("encrypted with the first key");
    Files.writeString(keys, "the new key\n");
    run("", "list");
    assertThat(words()).containsPattern(name + "(?!.*NO KEY)");
    Files.writeString(keys, old);
    assertThat(run("", "list")).isEqualTo(1);
    assertThat(words()).containsPattern(name + ".*NO KEY OPENS IT");
    Files.delete(keys);
    assertThat(run("", "rotate")).isEqualTo(2);
    assertThat(words()).contains("nothing was changed");
  }
}
