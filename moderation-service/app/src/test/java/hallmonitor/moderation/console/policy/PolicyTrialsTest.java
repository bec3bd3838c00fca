package hallmonitor.moderation.console.policy;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.PolicySeed;
import hallmonitor.moderation.pipeline.SeenComment;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Tests what a draft would do before it takes effect. */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class PolicyTrialsTest extends DeskAtWork {
  private static final Duration SOON = Duration.ofMinutes(1);

  @Inject Producer<byte[], byte[]> producer;

  @Test
  void inShadowADraftJudgesWhatComesInAndDoesNothing() throws Exception {
    long id = desk.draft("Words");
    brandt.post(
        "/policy/clauses/" + id + "/words",
        Map.of("revision", "0", "profanity", "blorptang", "allowed", ""));
    assertThat(
            brandt
                .post(shadow(id), Map.of("act", "start", "days", "7", "percent", "100"))
                .statusCode())
        .isEqualTo(303);

    String coarse = receive("The blorptang bake sale is on Friday");
    String fine = receive("Go Mavericks!");

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(answers())
                    .contains(coarse + done(coarse) + " hide", fine + done(fine) + " allow"));
    String page = brandt.get(shadow(id)).asString();
    assertThat(page)
        .contains(
            "Newly hidden",
            "The blorptang bake sale is on Friday",
            "<strong>2</strong> comments tried")
        .doesNotContain("Go Mavericks!");
    assertThat(done(coarse)).as("what was done").isNotEqualTo(" hide");
    assertThat(desk.count("ordered_action")).isZero();
    assertThat(desk.audit()).contains("shadow-started draft " + id, "shadow-read draft " + id);

    brandt.post(shadow(id), Map.of("act", "stop"));
    String later = receive("blorptang again");
    await().atMost(SOON).untilAsserted(() -> assertThat(desk.count("revision")).isEqualTo(3));
    await().atMost(SOON).untilAsserted(() -> assertThat(lookedPast(later)).isTrue());
    assertThat(answers()).hasSize(2);
  }

  @Test
  void onlyADraftWithoutMistakesJudgesInShadowAndForALimitedTime() {
    long id = desk.draft("Broken");
    assertThat(brandt.post(shadow(id), Map.of("days", "31", "percent", "100")).statusCode())
        .isEqualTo(409);
    brandt.post("/policy/drafts/" + id + "/text", Map.of("revision", "0", "text", "title: x"));
    assertThat(brandt.post(shadow(id), Map.of("days", "7", "percent", "100")).statusCode())
        .isEqualTo(409);
    assertThat(desk.count("shadow_run")).isZero();
  }

  @Test
  void aBacktestSaysByClauseWhatWouldChangeAndLinksToTheCases() {
    UUID spared =
        desk.seed.aCase("1").saying("that is crap").found("PROFANITY", .6, "why", "crap").there();
    UUID reported =
        desk.seed.aCase("2").saying("you will see").found("THREAT", .22, "why", "see").there();
    desk.seed.aCase("3").saying("damn it").found("PROFANITY", .95, "why", "damn").there();
    long id = desk.draft("Other thresholds");
    PolicyDesk.save(brandt, id, 1, 0, PolicyDesk.clause12("0.7"));
    brandt.post(
        "/policy/drafts/" + id + "/text",
        Map.of(
            "revision",
            "1",
            "text",
            desk.text(id).replace("threat, at-least: 0.26", "threat, at-least: 0.21")));

    assertThat(brandt.post(backtest(id), Map.of("act", "start", "days", "90")).statusCode())
        .isEqualTo(303);

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(brandt.get(backtest(id)).asString())
                    .contains("Tried on 3 comments of the last 90 days."));
    assertThat(brandt.get(backtest(id)).asString())
        .containsPattern("1.2</th>\\s*<td>Newly allowed</td>\\s*<td class=\"number-cell\">1<")
        .containsPattern("3.2</th>\\s*<td>Newly escalated</td>\\s*<td class=\"number-cell\">1<")
        .contains("/cases/" + spared, "/cases/" + reported, "that is crap")
        .doesNotContain("damn it");
    assertThat(brandt.part(backtest(id) + "/progress").header("HX-Refresh")).isEqualTo("true");
  }

  @Test
  void aBacktestThatRunsIsCancelled() {
    long other = desk.draft("Other");
    long id = desk.draft("Slow");
    database.write(
        h ->
            h.execute(
                "insert into backtest_run (draft_id, version, body, against, against_body, days,"
                    + " started_by) values (?, 'x', '', 'y', '', 30, 'brandt')",
                id));

    assertThat(brandt.post(backtest(other), Map.of("days", "30")).statusCode())
        .as("one at a time")
        .isEqualTo(409);
    brandt.post(backtest(id), Map.of("act", "cancel"));

    assertThat(brandt.get(backtest(id)).asString()).contains("Canceled after 0 of 0 comments.");
    assertThat(desk.audit()).contains("backtest-cancelled draft " + id);
  }

  @Test
  void aSavedChangeIsTriedOnTheLastMonthByItselfAndTheDraftSaysWhatComesOfIt() {
    desk.seed.aCase("1").saying("that is crap").found("PROFANITY", .6, "why", "crap").there();
    desk.seed.aCase("2").saying("damn it").found("PROFANITY", .95, "why", "damn").there();
    long id = desk.draft("Milder");
    assertThat(desk.page(id)).contains("the draft changes nothing");

    PolicyDesk.save(brandt, id, 1, 0, PolicyDesk.clause12("0.7"));

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(desk.page(id))
                    .contains("What it would have done last month", "2 comments of the last")
                    .containsPattern("Newly allowed</dt><dd class=\"value\">1<")
                    .doesNotContain("Try it on last month"));
  }

  @Test
  void aChangeIsTriedAgainAfterTheNextOne() {
    desk.seed.aCase("1").saying("that is crap").found("PROFANITY", .6, "why", "crap").there();
    long id = desk.draft("Milder");
    PolicyDesk.save(brandt, id, 1, 0, PolicyDesk.clause12("0.7"));

    PolicyDesk.save(brandt, id, 1, 1, PolicyDesk.clause12("0.5"));

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(desk.page(id))
                    .contains("Every comment would have been treated the same."));
  }

  @Test
  void whileAnotherDraftIsTriedTheDraftOffersTheTrialInOneStep() {
    long other = desk.draft("Other");
    database.write(
        h ->
            h.execute(
                "insert into backtest_run (draft_id, version, body, against, against_body, days,"
                    + " started_by) values (?, 'x', '', 'y', '', 30, 'brandt')",
                other));
    long id = desk.draft("Milder");
    PolicyDesk.save(brandt, id, 1, 0, PolicyDesk.clause12("0.7"));

    assertThat(desk.page(id)).contains("Try it on last month's comments");
    brandt.post(backtest(other), Map.of("act", "cancel"));
    brandt.post(backtest(id), Map.of("act", "start", "days", "30"));
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(desk.page(id)).contains("Tried on 0 comments"));
  }

  private static String shadow(long id) {
    return "/policy/trials/" + id + "/shadow";
  }

  private static String backtest(long id) {
    return "/policy/trials/" + id + "/backtest";
  }

  /** Sends a comment like the connector and returns its id. */
  private String receive(String words) throws Exception {
    String id = UUID.randomUUID().toString();
    SeenComment comment = aComment(id).by("Ana Lopez").saying(words);
    var record = comment.record();
    producer.send(new ProducerRecord<>(record.topic(), record.key(), record.value())).get();
    return id;
  }

  private List<String> answers() {
    return database.read(
        h ->
            h.select("select comment_id || ' ' || was || ' ' || would from shadow_answer")
                .mapTo(String.class)
                .list());
  }

  /** Returns the current policy's answer. */
  private String done(String comment) {
    return database.read(
        h ->
            h.select("select ' ' || outcome from revision where comment_id = ?", comment)
                .mapTo(String.class)
                .findOne()
                .orElse(" not judged yet"));
  }

  private boolean lookedPast(String comment) {
    return database.read(
        h ->
            h.select(
                    "select ends_at < (select judged_at from revision where comment_id = ?)"
                        + " and looked_to >= ends_at from shadow_run",
                    comment)
                .mapTo(boolean.class)
                .one());
  }
}
