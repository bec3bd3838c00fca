package hallmonitor.ingest;

import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.Topic;
import hallmonitor.ingest.connector.wordpress.StubWordPress;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The whole service, with one connected account of a stand-in for WordPress in its district. */
abstract class OneAccountTests {
  @Inject IngestConfig config;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String brokers;

  StubWordPress site;
  Topics topics;
  String account;

  @BeforeEach
  void connectAnAccount() throws IOException {
    site = new StubWordPress();
    topics = new Topics(brokers);
    account = "site-" + UUID.randomUUID().toString().substring(0, 8);
    district(ConfiguredDistrict.with(account, site.url(), "present"));
    untilConnected();
  }

  @AfterEach
  void close() throws IOException {
    // The service stops using the site a moment later, so the site must exist until then.
    district(ConfiguredDistrict.EMPTY);
    topics.close();
  }

  void district(String yaml) throws IOException {
    Files.writeString(config.configDir().resolve("district.yaml"), yaml);
  }

  AccountStatus status() {
    return topics.read(Topic.ACCOUNT_STATUS, AccountStatus.class).stream()
        .filter(s -> s.account().equals(account))
        .reduce((first, second) -> second)
        .orElse(null);
  }

  void untilStatus(Predicate<AccountStatus> so) {
    await()
        .until(
            () -> {
              AccountStatus now = status();
              return now != null && so.test(now);
            });
  }

  void untilConnected() {
    untilStatus(s -> s.state() == AccountStatus.State.CONNECTED);
  }
}
