package hallmonitor.settings.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where secrets are found. */
class NamedSecretsTest {
  @TempDir private Path folder;

  private NamedSecrets secrets(Map<String, String> environment) {
    return NamedSecrets.in(folder, environment::get);
  }

  @Test
  void aSecretIsInTheEnvironmentOrInAFile() throws IOException {
    assertThat(secrets(Map.of()).find("kafka-ingest")).isEmpty();
    Files.writeString(folder.resolve("kafka-ingest"), "from the file\n");
    assertThat(secrets(Map.of()).find("kafka-ingest")).contains("from the file");
    assertThat(secrets(Map.of("HALLMONITOR_SECRET_KAFKA_INGEST", "outside")).find("kafka-ingest"))
        .contains("outside");
  }

  @Test
  void whatHoldsOnlySpaceIsNone() throws IOException {
    Files.writeString(folder.resolve("post"), " \n");

    assertThat(secrets(Map.of()).find("post")).isEmpty();
    assertThat(secrets(Map.of("HALLMONITOR_SECRET_POST", " ")).find("post")).isEmpty();
  }

  @Test
  void aFileThatCannotBeReadIsNotTakenForNone() throws IOException {
    Files.createDirectory(folder.resolve("post"));

    assertThatThrownBy(() -> secrets(Map.of()).find("post"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(folder.resolve("post").toString());
    assertThat(secrets(Map.of()).findOrWarn("post")).isEmpty();
  }

  @Test
  void noNameLeadsOutOfTheFolder() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Files.writeString(folder.resolve("outside"), "of somebody else");
    NamedSecrets secrets = NamedSecrets.in(inside, name -> null);

    for (String name : new String[] {"../outside", "/etc/hostname", "", ".", "..", "a/b"}) {
      assertThat(secrets.find(name)).as(name).isEmpty();
    }
  }

  @Test
  void credentialsOfAccountsLieApart() throws IOException {
    Files.writeString(folder.resolve("post"), "a key");
    Map<String, String> environment = Map.of("HALLMONITOR_SECRET_BLOG", "another key");

    assertThat(NamedSecrets.credentialsIn(folder, environment::get).find("post")).isEmpty();
    assertThat(NamedSecrets.credentialsIn(folder, environment::get).find("blog")).isEmpty();
    Files.createDirectory(folder.resolve("accounts"));
    Files.writeString(folder.resolve("accounts").resolve("blog"), "user:password");
    assertThat(NamedSecrets.credentialsIn(folder, environment::get).find("blog"))
        .contains("user:password");
  }
}
