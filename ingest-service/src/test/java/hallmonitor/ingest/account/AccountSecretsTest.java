package hallmonitor.ingest.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountSecretsTest {
  @TempDir Path folder;

  private AccountSecrets secrets(Map<String, String> environment) {
    return new AccountSecrets(folder, environment::get);
  }

  @Test
  void theEnvironmentGoesBeforeTheFolder() throws IOException {
    Files.writeString(folder.resolve("school-blog"), "from the folder\n");
    assertThat(secrets(Map.of()).find("school-blog")).contains("from the folder");
    assertThat(secrets(Map.of("HALLMONITOR_SECRET_SCHOOL_BLOG", "set")).find("school-blog"))
        .contains("set");
  }

  @Test
  void anEmptyOrMissingSecretIsNoneAndSaysWhatToDo() throws IOException {
    Files.writeString(folder.resolve("empty"), " \n");
    AccountSecrets secrets = secrets(Map.of());
    assertThat(secrets.find("empty")).isEmpty();
    assertThat(secrets.find("missing")).isEmpty();
    assertThat(secrets.howToProvide("missing"))
        .contains("HALLMONITOR_SECRET_MISSING")
        .contains(folder.resolve("missing").toString());
  }

  @Test
  void aNameCannotLeadOutOfTheFolder() throws IOException {
    Files.writeString(folder.resolveSibling("outside"), "x");
    assertThat(secrets(Map.of()).find("../outside")).isEmpty();
    assertThat(secrets(Map.of()).find("/etc/hostname")).isEmpty();
  }
}
