package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import hallmonitor.testparts.ConnectionLimits;
import hallmonitor.testparts.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests the service as deployed, on a real broker and a real database. */
@QuarkusTest
@Tag("quarkus")
@QuarkusTestResource(
    value = QuarkusParts.class,
    initArgs = @ResourceArg(name = "role", value = "moderation"))
class ServiceTest {
  @TestHTTPResource(value = "metrics", management = true)
  String metrics;

  @TestHTTPResource(value = "health/ready", management = true)
  String ready;

  @TestHTTPResource(value = "health/live", management = true)
  String live;

  private static final Duration SOON = Duration.ofMinutes(1);

  @Inject Jdbi jdbi;
  @Inject Producer<byte[], byte[]> producer;

  @Inject DataSource pool;

  @Test
  void everyConnectionHasLimits() throws SQLException {
    assertThat(ConnectionLimits.of(pool)).containsExactly("1min", "30s", "75000");
  }

  @Test
  void aCommentFromTheTopicIsArchivedWithItsVerdict() throws Exception {
    String id = UUID.randomUUID().toString();
    var record = aComment(id).record();
    producer.send(new ProducerRecord<>(record.topic(), record.key(), record.value())).get();
    await().atMost(SOON).untilAsserted(() -> assertThat(verdictsOn(id)).isEqualTo(1));
  }

  private int verdictsOn(String id) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select count(*) from revision where comment_id = :id and outcome is not null")
                .bind("id", id)
                .mapTo(Integer.class)
                .one());
  }

  @Test
  void itIsReadyOnceItsReadersAndItsRelayWork() {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                given()
                    .when()
                    .get(ready)
                    .then()
                    .statusCode(200)
                    .body("checks.find { it.name == 'pipeline' }.status", equalTo("UP"))
                    .body(containsString("behind comments-1")));
  }

  @Test
  void itIsAliveWhileItsWorkersGetOn() {
    given()
        .when()
        .get(live)
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'workers get on' }.status", equalTo("UP"));
  }

  @Test
  void itsMetricsSayWhatItDoesAndWhatWaits() {
    given()
        .when()
        .get(metrics)
        .then()
        .statusCode(200)
        .body(containsString("hallmonitor_comments_judged_total{outcome=\"hide\"}"))
        .body(containsString("hallmonitor_consumer_lag{reader=\"comments-1\"}"))
        .body(containsString("hallmonitor_queue_open{urgency=\"immediate\"}"))
        .body(containsString("hallmonitor_outbox_depth"))
        .body(containsString("hallmonitor_dead_letters_open"))
        .body(containsString("hallmonitor_hides_held "))
        .body(containsString("hallmonitor_hides_held_oldest_seconds"))
        .body(containsString("hallmonitor_hides_released_without_seal_total"))
        .body(containsString("hallmonitor_seen_to_hidden_seconds"));
  }
}
