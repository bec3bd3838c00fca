package hallmonitor.notifier.service;

import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.testparts.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests that what a link may do once is done once, however its text and its requests are sent. */
@QuarkusTest
@Tag("quarkus")
@QuarkusTestResource(
    value = QuarkusParts.class,
    initArgs = @ResourceArg(name = "role", value = "notifier"))
@QuarkusTestResource(ServiceFiles.class)
class LinkSpellingsQuarkusTest extends AnswerPageTests {
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  /** Every other last character, and the padding that encoders write. */
  private static List<String> otherSpellings(String link) {
    String begin = link.substring(0, link.length() - 1);
    List<String> all = new ArrayList<>(List.of(link + "=", link + "=="));
    LETTERS.chars().mapToObj(c -> begin + (char) c).filter(s -> !s.equals(link)).forEach(all::add);
    return all;
  }

  @Test
  void noOtherSpellingOfALinkOpensOrClosesAnything() {
    UUID escalation = escalated(anEscalation().under("spelled").saying("a word of another year"));
    String caseId = caseOf(escalation);
    String link = link(escalation, "osei");
    Response look = look(link, caseId);

    assertThat(otherSpellings(link))
        .hasSize(65)
        .allSatisfy(
            other ->
                assertThat(post(other, look, caseId, "false-alarm", "A song.").body().asString())
                    .contains("not valid")
                    .doesNotContain("a word of another year"));

    assertThat(state(escalation)).isEqualTo("waiting");
    assertThat(texts("select 'x' from link_use where conversation_id = :id", escalation))
        .as("the browser that opened the words")
        .hasSize(1);
    assertThat(post(link, look, caseId, "false-alarm", "A song.").statusCode()).isEqualTo(303);
  }

  @Test
  void ofTwoRequestsAtTheSameTimeOneClosesAndTheOtherIsToldSo() {
    UUID escalation = escalated(anEscalation().under("closed at once"));
    String caseId = caseOf(escalation);
    String link = link(escalation, "osei");
    Response look = look(link, caseId);

    List<CompletableFuture<Response>> sent =
        Jdbi.create(dataSource)
            .inTransaction(
                h -> {
                  h.execute(
                      "select from conversation where conversation_id = ? for update", escalation);
                  List<CompletableFuture<Response>> both =
                      Stream.generate(
                              () ->
                                  CompletableFuture.supplyAsync(
                                      () -> post(link, look, caseId, "false-alarm", "A song.")))
                          .limit(2)
                          .toList();
                  await().until(() -> waiting(h) == 2);
                  return both;
                });

    List<Response> answers = sent.stream().map(CompletableFuture::join).toList();
    assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(303, 422);
    assertThat(answers)
        .extracting(answer -> answer.body().asString())
        .anyMatch(page -> page.contains("This link has closed this comment before"));
  }

  private static long waiting(Handle handle) {
    return handle
        .createQuery(
            "select count(*) from pg_stat_activity"
                + " where datname = current_database() and wait_event_type = 'Lock'")
        .mapTo(long.class)
        .one();
  }
}
