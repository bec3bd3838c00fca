package hallmonitor.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.CommentRef;
import hallmonitor.contract.event.EscalationEvent;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.contract.event.Topic;
import hallmonitor.embedded.EmbeddedKafka;
import hallmonitor.embedded.FreePorts;
import hallmonitor.embedded.PipelineTopics;
import hallmonitor.local.practice.CommentStatus;
import hallmonitor.local.practice.PracticeAccounts;
import hallmonitor.local.practice.PracticeComment;
import hallmonitor.local.practice.PracticePage;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.testparts.ScratchTempDirs;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemovalReasonReaderTest {
  private static final Instant NOON = Instant.parse("2026-11-24T18:00:00Z");

  @TempDir(factory = ScratchTempDirs.class)
  Path folder;

  private EmbeddedKafka kafka;
  private PracticePage page;
  private Path policy;
  private RemovalReasonReader news;

  @BeforeEach
  void start() throws IOException {
    kafka = EmbeddedKafka.start(folder.resolve("kafka"), FreePorts.one(), FreePorts.one());
    PipelineTopics.createOn(kafka.bootstrapServers());
    page =
        PracticePage.start(
            0, folder.resolve("practice"), PracticeAccounts.blogOnly("moderator:abcd EFGH ijkl"));
    policy = folder.resolve("policy.yaml");
    Files.writeString(
        policy, "clauses:\n  - id: \"3.1\"\n    title: Threats\n    title-es: Amenazas\n");
    news =
        new RemovalReasonReader(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            Map.of("practice", Objects.requireNonNull(page.reasons().get(page.url()))),
            new ClauseNames(policy),
            "http://127.0.0.1:8080");
  }

  @AfterEach
  void stop() throws Exception {
    news.close();
    page.close();
    kafka.close();
  }

  private void say(Topic topic, String key, byte[] event) {
    try (var producer =
        KafkaClients.producer(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      producer.send(new ProducerRecord<>(topic.topicName(), key.getBytes(UTF_8), event));
      producer.flush();
    }
  }

  private void hidden(String account, int comment, UUID caseId) {
    ActionOrdered order =
        new ActionOrdered(
            UUID.randomUUID(),
            caseId,
            new CommentRef("wordpress", account, Integer.toString(comment)),
            PlatformAction.HIDE,
            "3.1",
            "p1",
            "m1",
            "policy",
            "Clause 3.1, Threats: A time.",
            NOON);
    say(Topic.ACTIONS, order.comment().key(), EventJson.write(order));
  }

  private int hold() throws IOException {
    int id = page.comments().create(PracticeComment.Draft.plain(1, 0, "Dana", "x " + NOON)).id();
    page.comments().setStatus(id, CommentStatus.HOLD);
    return id;
  }

  private String removed() {
    try {
      String feed =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(page.url() + "/practice/feed?post=1&since=0"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      return new ObjectMapper().readTree(feed).path("removed").toString();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aHiddenCommentSaysTheClauseWhoWasToldAndWhereItsCaseIs() throws IOException {
    UUID caseId = UUID.randomUUID();
    int id = hold();
    say(Topic.ACTIONS, "unreadable", "{".getBytes(UTF_8));
    hidden("practice", id, caseId);
    var sent =
        new EscalationEvent.NoticeSent(
            UUID.randomUUID(), caseId, UUID.randomUUID(), "okafor", "principal", NOON);
    say(Topic.ESCALATION_EVENTS, sent.key(), EventJson.write(sent));

    await()
        .untilAsserted(
            () ->
                assertThat(removed())
                    .contains("Hidden under 3.1 Threats. The principal was notified.")
                    .contains("http://127.0.0.1:8080/cases/" + caseId)
                    .doesNotContain("okafor"));
  }

  @Test
  void nothingIsToldOfCommentsOfOtherAccounts() throws IOException {
    int theirs = hold();
    int ours = hold();
    hidden("news", theirs, UUID.randomUUID());
    hidden("practice", ours, UUID.randomUUID());

    await().untilAsserted(() -> assertThat(removed()).contains("Hidden under 3.1 Threats."));
    assertThat(removed()).contains("\"why\":\"Hidden by moderation.\",\"link\":\"\"");
  }

  @Test
  void aClauseHasTheTitleThatItHasNow() throws IOException {
    ClauseNames names = new ClauseNames(policy);
    assertThat(names.of("3.1", "en")).isEqualTo("3.1 Threats");
    assertThat(names.of("3.1", "es")).isEqualTo("3.1 Amenazas");
    Files.delete(policy);

    assertThat(names.of("3.1", "en")).isEqualTo("3.1");
  }
}
