package hallmonitor.notifier.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.notifier.answer.AnswerKey;
import hallmonitor.notifier.answer.AnswerTokens;
import hallmonitor.settings.secret.NamedSecrets;
import hallmonitor.testparts.AmbiguousRequest;
import hallmonitor.testparts.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page on which a person answers a drill. */
@QuarkusTest
@Tag("quarkus")
@QuarkusTestResource(
    value = QuarkusParts.class,
    initArgs = @ResourceArg(name = "role", value = "notifier"))
@QuarkusTestResource(ServiceFiles.class)
class DrillPageQuarkusTest {
  private final UUID drill = UUID.randomUUID();

  @Inject NotifierSettings settings;
  @Inject DataSource dataSource;

  @BeforeEach
  void held() {
    Jdbi.create(dataSource)
        .useHandle(
            h -> {
              h.execute("delete from drill_message");
              h.execute("delete from drill");
              h.execute(
                  "insert into drill (drill_id, at, due_at) values (?, now(), now() + interval '8 hours')",
                  drill);
              h.execute("insert into drill_message (drill_id, person) values (?, 'osei')", drill);
            });
  }

  @Test
  void openingTheLinkAnswersNothingAndTheButtonAnswersOnce() {
    Response page = given().get(link("osei"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.asString()).contains("Drill", "It reached me");
    assertThat(answered()).isZero();

    assertThat(given().post(link("osei")).asString()).contains("Thank you");
    assertThat(given().post(link("osei")).statusCode()).isEqualTo(200);
    assertThat(answered()).isEqualTo(1);
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
  }

  @Test
  void aLinkOfAnotherKindOrPersonAnswersNothing() {
    assertThat(given().post(link("molina")).statusCode()).isEqualTo(404);
    assertThat(given().post("/answer/drill/abc").statusCode()).isEqualTo(404);
    String escalation = tokens().token(drill, "osei", Instant.now());
    assertThat(given().post("/answer/drill/" + escalation).statusCode()).isEqualTo(404);
    String expired =
        tokens().ofDrills().token(drill, "osei", Instant.now().minus(Duration.ofDays(9)));
    assertThat(given().post("/answer/drill/" + expired).statusCode()).isEqualTo(404);
    assertThat(answered()).isZero();
  }

  /** A minute can begin in between, which forgives everyone: hence more than two limits. */
  @Test
  void guessesAreCountedForTheAddressThatTheProxySaw() {
    List<Integer> answers =
        IntStream.range(0, 250).map(i -> guess("1.1.1." + i + ", 198.51.100.7")).boxed().toList();

    assertThat(answers).contains(404, 429);
    assertThat(guess("1.1.1.1, 198.51.100.8")).isEqualTo(404);
  }

  /** One household has a whole network of IPv6, and some proxies write a port. */
  @Test
  void guessesFromOneNetworkAreCountedTogether() {
    List<Integer> answers =
        IntStream.range(0, 250)
            .map(i -> guess("[2001:db8:0:7::" + i + "]:47" + i))
            .boxed()
            .toList();

    assertThat(answers).contains(404, 429);
    assertThat(guess("2001:db8:0:8::1")).isEqualTo(404);
  }

  @Test
  void aRequestWhoseEndIsUnclearIsRefusedAndNothingBehindItAnswered() {
    for (AmbiguousRequest request : AmbiguousRequest.to("/answer/drill/abc")) {
      assertThat(request.answers(RestAssured.port))
          .as(request.name())
          .hasSizeLessThan(2)
          .allMatch(status -> status.startsWith("HTTP/1.1 4"));
    }
  }

  private static int guess(String forwardedFor) {
    return given().header("X-Forwarded-For", forwardedFor).get("/answer/drill/abc").statusCode();
  }

  private String link(String person) {
    return "/answer/drill/" + tokens().ofDrills().token(drill, person, Instant.now());
  }

  private AnswerTokens tokens() {
    return new AnswerTokens(
        AnswerKey.from(NamedSecrets.in(settings.secretsDir(), name -> null)), Duration.ofDays(7));
  }

  private long answered() {
    return Jdbi.create(dataSource)
        .withHandle(
            h ->
                h.createQuery("select count(*) from drill_message where answered_at is not null")
                    .mapTo(Long.class)
                    .one());
  }
}
