package hallmonitor.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.AccountStatus.DeliveryCause;
import hallmonitor.contract.event.AccountStatus.MissedDeliveries;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.Topic;
import hallmonitor.standin.FacebookStandIn;
import hallmonitor.standin.MetaWebhook;
import hallmonitor.testparts.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The whole service takes Meta's webhooks, for an account with its next poll due in an hour. */
@QuarkusTest
@QuarkusTestResource(
    value = QuarkusParts.class,
    initArgs = @ResourceArg(name = "role", value = "ingest"))
@Execution(ExecutionMode.SAME_THREAD)
@QuarkusTestResource(ConfiguredDistrict.class)
class PushServiceTest {
  @TestHTTPResource(value = "metrics", management = true)
  String metrics;

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Inject IngestConfig config;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String brokers;

  private final String account = "page-" + UUID.randomUUID().toString().substring(0, 8);
  private FacebookStandIn facebook;
  private Topics topics;
  private URI callback;
  private MetaWebhook webhook;

  @BeforeEach
  void connectAnAccount() throws IOException {
    facebook = new FacebookStandIn(InstantSource.system());
    topics = new Topics(brokers);
    callback =
        URI.create("http://127.0.0.1:%d/push/%s".formatted(config.ingest().push().port(), account));
    webhook = new MetaWebhook(callback, facebook.appSecret());
    secret("accounts/" + account, facebook.token());
    secret("push-" + account, facebook.appSecret());
    secret("verify-" + account, "chosen-word");
    district(facebookPage().replace("{ floor: 50ms, idle: 200ms }", "{ floor: 1h, idle: 1h }"));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                topics.read(Topic.ACCOUNT_STATUS, AccountStatus.class).stream()
                    .anyMatch(
                        s ->
                            s.account().equals(account)
                                && s.state() == AccountStatus.State.CONNECTED));
  }

  @AfterEach
  void close() throws IOException {
    district(ConfiguredDistrict.EMPTY);
    topics.close();
  }

  private String facebookPage() {
    return ConfiguredDistrict.with(account, facebook.url(), account)
        .replace("platform: wordpress", "platform: facebook");
  }

  private void secret(String name, String value) throws IOException {
    Files.writeString(config.secretsDir().resolve(name), value);
  }

  private void district(String yaml) throws IOException {
    Files.writeString(config.configDir().resolve("district.yaml"), yaml);
  }

  private List<CommentSeen> comments() {
    return topics.read(Topic.COMMENTS, CommentSeen.class).stream()
        .filter(c -> c.comment().account().equals(account))
        .toList();
  }

  @Test
  void aWebhookLetsACommentBePublishedLongBeforeTheNextPoll() throws Exception {
    assertThat(webhook.ask("chosen-word", "1158201444").body()).isEqualTo("1158201444");
    assertThat(webhook.ask("another-word", "1158201444").statusCode()).isEqualTo(403);
    String id = facebook.visitors().comment("See you at school");
    assertThat(webhook.deliver(FacebookStandIn.PAGE, id, "what the webhook says")).isEqualTo(200);
    await().atMost(PATIENCE).until(() -> comments().size() == 1);
    assertThat(comments().get(0).text())
        .as("what the platform's list says, not what was delivered")
        .isEqualTo("See you at school");

    assertThat(webhook.deliver(FacebookStandIn.PAGE, id, "what the webhook says")).isEqualTo(200);
    MetaWebhook forger = new MetaWebhook(callback, "guessed");
    assertThat(forger.deliver(FacebookStandIn.PAGE, "7007_999", "forged")).isEqualTo(403);
    assertThat(comments()).hasSize(1);
    assertThat(given().get(metrics).asString())
        .contains("hallmonitor_ingest_push_total{account=\"" + account);
  }

  private Optional<MissedDeliveries> missed() {
    List<AccountStatus> statuses =
        topics.read(Topic.ACCOUNT_STATUS, AccountStatus.class).stream()
            .filter(status -> status.account().equals(account))
            .toList();
    return statuses.get(statuses.size() - 1).missed();
  }

  private int deliver(String secret) throws Exception {
    return new MetaWebhook(callback, secret).deliver(FacebookStandIn.PAGE, "7007_1", "any");
  }

  @Test
  void deliveriesThatAreRefusedWhileCommentsComeAreReportedUntilOneIsGenuine() throws Exception {
    district(facebookPage());
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              facebook.visitors().comment("See you at school");
              assertThat(deliver("the secret before the last one")).isEqualTo(403);
              return missed().filter(m -> m.cause() == DeliveryCause.REFUSED).isPresent();
            });
    Pattern gauge =
        Pattern.compile(
            "hallmonitor_ingest_missed_deliveries\\{account=\"" + account + "[^}]*} [1-9]");
    await().atMost(PATIENCE).until(() -> gauge.matcher(given().get(metrics).asString()).find());

    assertThat(deliver(facebook.appSecret())).isEqualTo(200);
    await().atMost(PATIENCE).until(() -> missed().isEmpty());
  }
}
