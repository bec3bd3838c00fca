package hallmonitor.moderation.console.trouble;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.ServiceBeat;
import hallmonitor.contract.event.ServiceBeat.Fault;
import hallmonitor.messaging.beat.Hearing;
import hallmonitor.moderation.console.ConsoleTest;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A comment that can be put before no one is told, and takes nothing else away. */
@ConsoleTest
class SecondLookTroubleTest {
  @TestHTTPResource(value = "health/ready", management = true)
  String ready;

  @Inject Jdbi jdbi;
  @Inject ServiceWatch watch;

  @AfterEach
  void judged() {
    jdbi.useHandle(h -> h.execute("delete from second_look where comment_id = 'stuck'"));
  }

  @Test
  void theServiceStaysReadyAndSaysThatOneIsStuck() {
    jdbi.useHandle(
        h ->
            h.execute(
                """
                insert into second_look (account, comment_id, revision, danger, since, seen, failures, not_before)
                values ('practice', 'stuck', 'r1', .5, now(), '{}', 4, now() + interval '1 hour'),
                  ('practice', 'stuck', 'r2', .5, now(), '{}', 4, now() + interval '1 hour')
                """));

    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(watch.of("moderation").flatMap(Hearing::latest).orElseThrow())
                    .extracting(ServiceBeat::faults)
                    .isEqualTo(
                        List.of(
                            new Fault(
                                "service",
                                "The second look fails on 1 comment(s), and they cannot be put before"
                                    + " a person either. The log of the moderation service says"
                                    + " why."))));
    given().when().get(ready).then().statusCode(200);
  }
}
