package hallmonitor.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.Topic;
import hallmonitor.ingest.connector.bluesky.BlueskySite;
import hallmonitor.ingest.stream.StreamStandIn;
import hallmonitor.standin.BlueskyStandIn;
import hallmonitor.testparts.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The whole service hears a stream, for an account that is polled next in an hour. */
@QuarkusTest
@QuarkusTestResource(
    value = QuarkusParts.class,
    initArgs = @ResourceArg(name = "role", value = "ingest"))
@Execution(ExecutionMode.SAME_THREAD)
@QuarkusTestResource(ConfiguredDistrict.class)
class StreamServiceTest {
  @TestHTTPResource(value = "metrics", management = true)
  String metrics;

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Inject IngestConfig config;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String brokers;

  private List<CommentSeen> comments(Topics topics) {
    return topics.read(Topic.COMMENTS, CommentSeen.class).stream()
        .filter(c -> c.comment().account().equals("sky"))
        .toList();
  }

  private boolean isRead(Topics topics) {
    return topics.read(Topic.ACCOUNT_STATUS, AccountStatus.class).stream()
        .anyMatch(s -> s.account().equals("sky") && s.lastPolledAt().isPresent());
  }

  @Test
  void aReplyOnTheStreamIsPublishedLongBeforeTheNextPoll() throws Exception {
    int port = config.ingest().jetstream().orElseThrow().getPort();
    try (BlueskyStandIn bluesky = new BlueskyStandIn();
        StreamStandIn stream = new StreamStandIn(port);
        Topics topics = new Topics(brokers)) {
      BlueskySite site = new BlueskySite(bluesky.url(), () -> {});
      Files.writeString(config.secretsDir().resolve("accounts/sky"), site.credential());
      Files.writeString(
          config.configDir().resolve("district.yaml"),
          ConfiguredDistrict.with("sky", bluesky.url(), "sky")
              .replace("platform: wordpress", "platform: bluesky")
              .replace("{ floor: 50ms, idle: 200ms }", "{ floor: 1h, idle: 1h }"));
      // What was written before the account's first reading is history.
      await().atMost(PATIENCE).until(() -> stream.listeners() == 1 && isRead(topics));

      String reply = site.comment("See you at school");
      stream.tell(
          "{\"did\":\"did:plc:somebody\",\"kind\":\"commit\",\"commit\":{\"record\":{\"reply\":{\"root\":{\"uri\":\"%s\"}}}}}"
              .formatted(site.post()));
      await().atMost(PATIENCE).until(() -> comments(topics).size() == 1);
      assertThat(comments(topics).get(0).comment().id()).isEqualTo(reply);
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(given().get(metrics).asString())
                      .contains(
                          "hallmonitor_ingest_streams 1.0",
                          "hallmonitor_ingest_stream_news_total"));
    } finally {
      Files.writeString(config.configDir().resolve("district.yaml"), ConfiguredDistrict.EMPTY);
    }
  }
}
