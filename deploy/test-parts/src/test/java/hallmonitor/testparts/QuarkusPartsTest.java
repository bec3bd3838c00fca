package hallmonitor.testparts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class QuarkusPartsTest {
  @Test
  void aTestGetsTheBrokerAndItsOwnRole() {
    Map<String, String> configuration = partsFor("notifier").start();
    assertThat(configuration)
        .containsKeys(
            "kafka.bootstrap.servers", "quarkus.datasource.jdbc.url", "quarkus.datasource.password")
        .containsEntry("quarkus.datasource.username", "notifier");
  }

  @Test
  void everyTestOfAJvmGetsTheSamePair() {
    assertThat(partsFor("ingest").start()).isEqualTo(partsFor("ingest").start());
  }

  @Test
  void anUnknownRoleIsNamedWithThoseThatExist() {
    assertThatThrownBy(() -> partsFor("mailer"))
        .hasMessage(
            "no database role is called 'mailer'; there are ingest, moderation and notifier");
  }

  private static QuarkusParts partsFor(String role) {
    QuarkusParts parts = new QuarkusParts();
    parts.init(Map.of("role", role));
    return parts;
  }
}
