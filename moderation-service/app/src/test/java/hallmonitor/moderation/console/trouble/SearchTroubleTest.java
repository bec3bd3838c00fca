package hallmonitor.moderation.console.trouble;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.ServiceBeat;
import hallmonitor.contract.event.ServiceBeat.Fault;
import hallmonitor.messaging.beat.Hearing;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.pipeline.jobs.SearchIndexJob;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A search that is behind is told, and takes nothing else away. */
@ConsoleTest
class SearchTroubleTest {
  @TestHTTPResource(value = "health/ready", management = true)
  String ready;

  @Inject Jdbi jdbi;
  @Inject SearchIndexJob job;
  @Inject ServiceWatch watch;

  @AfterEach
  void caughtUp() {
    jdbi.useHandle(h -> h.execute("delete from search_due"));
    round();
  }

  private void round() {
    try {
      job.round();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theServiceStaysReadyAndSaysWhatItLacks() {
    jdbi.useHandle(
        h ->
            h.execute(
                "insert into search_due (from_at, until_at, since) values (now(), now(), now() - interval '20 minutes')"));

    jdbi.useTransaction(
        another -> {
          another.execute("select from search_due for update");
          CompletableFuture.runAsync(this::round).join();
        });

    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(watch.of("moderation").flatMap(Hearing::latest).orElseThrow())
                    .extracting(ServiceBeat::faults)
                    .isEqualTo(
                        List.of(
                            new Fault(
                                "search", "The search lacks what was archived 20 minutes ago."))));
    given().when().get(ready).then().statusCode(200);
  }
}
