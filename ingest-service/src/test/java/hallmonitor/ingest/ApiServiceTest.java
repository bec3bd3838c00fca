package hallmonitor.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.ActionResult;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.contract.event.Topic;
import hallmonitor.ingest.connector.api.ActReceiver;
import hallmonitor.ingest.connector.api.Curl;
import hallmonitor.testparts.QuarkusParts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The whole service, with an account of a system that delivers. */
@QuarkusTest
@QuarkusTestResource(
    value = QuarkusParts.class,
    initArgs = @ResourceArg(name = "role", value = "ingest"))
@Execution(ExecutionMode.SAME_THREAD)
@QuarkusTestResource(ConfiguredDistrict.class)
class ApiServiceTest {
  private static final String KEY = "a key of 24 characters or more";
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  @Inject IngestConfig config;
  @Inject MeterRegistry registry;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String brokers;

  private final String account = "portal-" + UUID.randomUUID().toString().substring(0, 8);
  private final ActReceiver system = new ActReceiver(SECRET, message -> true);
  private Topics topics;

  @BeforeEach
  void connectAnAccount() throws IOException {
    topics = new Topics(brokers);
    Files.writeString(config.secretsDir().resolve("accounts/" + account), SECRET);
    Files.writeString(config.secretsDir().resolve("push-" + account), KEY);
    district(
        ConfiguredDistrict.with(account, system.url(), account)
            .replace("platform: wordpress", "platform: api\n    acts: [hide, restore]")
            .replace("{ floor: 50ms, idle: 200ms }", "{ floor: 1s, idle: 1h }"));
    until(
        () ->
            topics.read(Topic.ACCOUNT_STATUS, AccountStatus.class).stream()
                .anyMatch(
                    s ->
                        s.account().equals(account)
                            && s.state() == AccountStatus.State.CONNECTED
                            && s.capabilities().equals(List.of("hide", "restore"))));
  }

  @AfterEach
  void close() throws IOException {
    district(ConfiguredDistrict.EMPTY);
    system.close();
    topics.close();
  }

  private void district(String yaml) throws IOException {
    Files.writeString(config.configDir().resolve("district.yaml"), yaml);
  }

  private static void until(BooleanSupplier so) {
    await().until(so::getAsBoolean);
  }

  private int deliver(String key, String row) {
    URI address =
        URI.create("http://127.0.0.1:%d/push/%s".formatted(config.ingest().push().port(), account));
    return Curl.post(address, key, "{\"rows\":[" + row + "]}").status();
  }

  private double stored(String what) {
    return Optional.ofNullable(
            registry.find("hallmonitor.ingest.stored." + what).tag("account", account).gauge())
        .map(Gauge::value)
        .orElse(0.0);
  }

  private static String comment(String text) {
    return "{\"kind\":\"comment\",\"id\":\"1\",\"post\":\"7\",\"author\":{\"name\":\"Dana\"},\"text\":\"%s\",\"writtenAt\":\"%s\"}"
        .formatted(text, Instant.parse("2026-11-25T11:00:00Z"));
  }

  private List<CommentSeen> comments() {
    return topics.read(Topic.COMMENTS, CommentSeen.class).stream()
        .filter(c -> c.comment().account().equals(account))
        .toList();
  }

  @Test
  void aDeliveredCommentIsPublishedAndItsHideGoesBackSigned() {
    assertThat(deliver("guessed", comment("forged"))).isEqualTo(401);
    assertThat(deliver(KEY, comment("See you at school"))).isEqualTo(202);
    until(() -> comments().size() == 1);
    CommentSeen seen = comments().get(0);
    assertThat(seen.text()).isEqualTo("See you at school");
    assertThat(seen.kind()).isEqualTo(Kind.CREATED);
    until(() -> stored("rows") == 1 && stored("bytes") > 100);

    ActionOrdered order =
        new ActionOrdered(
            UUID.randomUUID(),
            UUID.randomUUID(),
            seen.comment(),
            PlatformAction.HIDE,
            "clause-1",
            "policy",
            "model",
            "policy",
            "It breaks the policy.",
            Instant.now());
    topics.write(Topic.ACTIONS, account + "/1", order);
    until(
        () ->
            topics.read(Topic.ACTION_RESULTS, ActionResult.class).stream()
                .anyMatch(
                    r ->
                        r instanceof ActionResult.ActionTaken taken
                            && taken.actionId().equals(order.actionId())));
    assertThat(system.messages())
        .extracting(ActReceiver.Message::id, ActReceiver.Message::type)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(order.actionId().toString(), "comment.hide"));
    assertThat(deliver(KEY, comment("See you at school"))).isEqualTo(202);
    until(() -> comments().stream().anyMatch(c -> c.visibility() == Visibility.HIDDEN));
    assertThat(comments())
        .extracting(CommentSeen::kind)
        .containsExactly(Kind.CREATED, Kind.VISIBILITY_CHANGED);
  }
}
