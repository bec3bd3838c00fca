package hallmonitor.notifier.service;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CaseEvent;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.notifier.EscalationBuilder;
import hallmonitor.notifier.answer.AnswerKey;
import hallmonitor.notifier.answer.AnswerTokens;
import hallmonitor.settings.secret.NamedSecrets;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Assumptions;

/** What tests of the answer page share: escalations, links, and requests as a phone sends them. */
abstract class AnswerPageTests {
  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject NotifierSettings settings;
  @Inject DataSource dataSource;

  @TestHTTPResource("/answer/")
  String base;

  static PhoneBrowser browser(boolean scripts) {
    Optional<PhoneBrowser> browser = PhoneBrowser.start(scripts);
    Assumptions.assumeTrue(
        browser.isPresent(), "needs a browser: apt-get install chromium chromium-driver");
    return browser.get();
  }

  static Response get(String link) {
    return given().urlEncodingEnabled(false).get(link);
  }

  /** Answers for all comments, unread. */
  static Response post(String link, String choice, String to, String note) {
    return request(choice, to, note).formParam("sure", "yes").post(link);
  }

  static RequestSpecification request(String choice, String to, String note) {
    return given()
        .redirects()
        .follow(false)
        .urlEncodingEnabled(true)
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParam("choice", choice)
        .formParam("to", to)
        .formParam("note", note);
  }

  /** Opens a comment's words, and returns the page with them and this browser's cookie. */
  static Response look(String link, String caseId) {
    return request("look", "", "").formParam("case", caseId).post(link);
  }

  /** Answers for one comment after opening its words in the same browser. */
  static Response post(
      String link, Response look, String caseId, String choice, String note, String... outcomes) {
    RequestSpecification request =
        request(choice, "", note).cookies(look.cookies()).formParam("case", caseId);
    for (String outcome : outcomes) {
      request = request.formParam("outcome", outcome);
    }
    return request.post(link);
  }

  UUID escalated(EscalationBuilder builder) {
    return escalated(builder, "select state from conversation where conversation_id = :id");
  }

  UUID escalated(EscalationBuilder builder, String known) {
    CaseEscalated event = builder.event();
    send(Topic.ESCALATIONS, event.key(), EventJson.write(event));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !text(known, event.escalationId()).isEmpty());
    return event.escalationId();
  }

  /** Escalates a comment that joins the conversation of another one. */
  UUID joined(EscalationBuilder builder) {
    return escalated(builder, "select case_id::text from escalation where escalation_id = :id");
  }

  void say(CaseEvent event) {
    send(Topic.CASE_EVENTS, event.key(), EventJson.write(event));
  }

  /** Reports what happened to a comment, like the moderation service. */
  void report(String caseId, String kind, String actor) {
    say(
        new CaseEvent.CaseChanged(
            UUID.randomUUID(),
            UUID.fromString(caseId),
            kind,
            actor,
            "",
            Optional.empty(),
            Instant.now()));
  }

  private void send(Topic topic, String key, byte[] json) {
    try (Producer<byte[], byte[]> producer =
        KafkaClients.producer(Map.of("bootstrap.servers", bootstrapServers))) {
      producer.send(new ProducerRecord<>(topic.topicName(), key.getBytes(UTF_8), json));
      producer.flush();
    }
  }

  String link(UUID escalation, String person) {
    return base + tokens().token(escalation, person, Instant.now());
  }

  AnswerTokens tokens() {
    return new AnswerTokens(
        AnswerKey.from(NamedSecrets.in(settings.secretsDir(), name -> null)), Duration.ofDays(7));
  }

  String state(UUID escalation) {
    return text("select state from conversation where conversation_id = :id", escalation);
  }

  String caseOf(UUID escalation) {
    return text("select case_id::text from escalation where escalation_id = :id", escalation);
  }

  String asked(UUID escalation) {
    return text(
        "select string_agg(person, ' ') from notice where conversation_id = :id", escalation);
  }

  String text(String query, UUID escalation) {
    return Jdbi.create(dataSource)
        .withHandle(h -> h.createQuery(query).bind("id", escalation).mapTo(String.class).findOne())
        .orElse("");
  }

  List<String> sealed(UUID escalation, String kind) {
    return entries(escalation, "sealed_at is not null and kind = '" + kind + "'");
  }

  List<String> published(UUID escalation, String type) {
    return entries(escalation, "convert_from(content, 'utf8') like '%\"" + type + "\"%'");
  }

  private List<String> entries(UUID escalation, String which) {
    return texts(
        "select convert_from(content, 'utf8') from evidence_entry where case_id in (select case_id"
            + " from escalation where conversation_id = :id) and "
            + which,
        escalation);
  }

  List<String> texts(String query, UUID id) {
    return Jdbi.create(dataSource)
        .withHandle(h -> h.createQuery(query).bind("id", id).mapTo(String.class).list());
  }
}
