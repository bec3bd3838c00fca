package hallmonitor.notifier.service;

import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static io.restassured.RestAssured.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.notifier.Districts;
import hallmonitor.testparts.ConnectionLimits;
import hallmonitor.testparts.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("quarkus")
@QuarkusTestResource(
    value = QuarkusParts.class,
    initArgs = @ResourceArg(name = "role", value = "notifier"))
@QuarkusTestResource(ServiceFiles.class)
class NotifierServiceQuarkusTest {
  @TestHTTPResource(value = "metrics", management = true)
  String metrics;

  @TestHTTPResource(value = "health/ready", management = true)
  String ready;

  @TestHTTPResource(value = "health/live", management = true)
  String live;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject NotifierSettings settings;

  @Inject DataSource pool;

  @Test
  void everyConnectionHasLimits() throws SQLException {
    assertThat(ConnectionLimits.of(pool)).containsExactly("1min", "30s", "75000");
  }

  @Test
  void anEscalationIsSentAndCounted() {
    escalate(anEscalation().event());

    await()
        .untilAsserted(
            () ->
                assertThat(get(metrics).asString())
                    .containsPattern("hallmonitor_notices_total\\{outcome=\"sent\"} [1-9]")
                    .contains("hallmonitor_escalated_to_accepted_seconds_count")
                    .contains("hallmonitor_notices_queued 0.0")
                    .contains("hallmonitor_notices_oldest_unsent_seconds 0.0"));
  }

  private void escalate(CaseEscalated event) {
    try (Producer<byte[], byte[]> producer =
        KafkaClients.producer(Map.of("bootstrap.servers", bootstrapServers))) {
      producer.send(
          new ProducerRecord<>(
              Topic.ESCALATIONS.topicName(), event.key().getBytes(UTF_8), EventJson.write(event)));
      producer.flush();
    }
  }

  @Test
  void anEscalationsEvidenceIsSealedAndCounted() {
    escalate(anEscalation().event());

    await()
        .untilAsserted(
            () ->
                assertThat(get(metrics).asString())
                    .containsPattern(
                        "hallmonitor_notices_total\\{outcome=\"sent\"\\} [1-9][0-9]*\\.0")
                    .containsPattern("hallmonitor_escalations_open [1-9][0-9]*\\.0")
                    .contains("hallmonitor_escalations_oldest_unanswered_seconds")
                    .contains("hallmonitor_escalation_reminders_total")
                    .contains("hallmonitor_escalation_undelivered_total")
                    .contains("hallmonitor_escalated_to_accepted_seconds_count")
                    .contains("hallmonitor_notices_queued 0.0")
                    .contains("hallmonitor_notices_oldest_unsent_seconds 0.0")
                    .contains("hallmonitor_evidence_oldest_unsealed_seconds 0.0")
                    .contains("hallmonitor_evidence_checkpoint_age_seconds")
                    .contains("hallmonitor_evidence_attachment_failures_total 0.0")
                    .containsPattern("hallmonitor_evidence_sealed_total [1-9]"));
    assertThat(get(ready).asString()).contains("oldest-unsealed-seconds");
  }

  @Test
  void itIsReadyAndAMistakeInANewDistrictFileIsShownAndChangesNothing() throws IOException {
    Path file = settings.configDir().resolve("district.yaml");
    await().until(() -> get(ready).statusCode() == 200);

    Files.writeString(file, Districts.text().replace("role: superintendent", "role: emperor"));

    await().untilAsserted(() -> assertThat(data("'district.yaml'")).contains("emperor"));
    assertThat(get(ready).statusCode()).isEqualTo(200);

    Files.writeString(file, Districts.text());
    await().untilAsserted(() -> assertThat(data("'district.yaml'")).isNull());
  }

  private String data(String key) {
    return JsonPath.from(get(ready).asString())
        .getString("checks.find { it.name == 'notifier' }.data." + key);
  }

  @Test
  void itIsAliveWhileItsWorkersGetOn() {
    assertThat(get(live).statusCode()).isEqualTo(200);
    assertThat(get(live).asString()).contains("workers get on");
  }

  @Test
  void theAnswerPagesPortHasNeitherHealthNorMetrics() {
    assertThat(get("/q/metrics").statusCode()).isEqualTo(404);
    assertThat(get("/q/health/ready").statusCode()).isEqualTo(404);
  }
}
