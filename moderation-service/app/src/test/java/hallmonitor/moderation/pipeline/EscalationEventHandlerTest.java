package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.NOON;
import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.EscalationEvent;
import hallmonitor.contract.event.EscalationEvent.Acknowledged;
import hallmonitor.contract.event.EscalationEvent.AcknowledgmentExpired;
import hallmonitor.contract.event.EscalationEvent.ClockKind;
import hallmonitor.contract.event.EscalationEvent.ClockStarted;
import hallmonitor.contract.event.EscalationEvent.ClockStopped;
import hallmonitor.contract.event.EscalationEvent.Closed;
import hallmonitor.contract.event.EscalationEvent.EvidenceSealed;
import hallmonitor.contract.event.EscalationEvent.HandedOver;
import hallmonitor.contract.event.EscalationEvent.NoticeSent;
import hallmonitor.contract.event.EscalationEvent.PassedOn;
import hallmonitor.contract.event.EscalationEvent.PictureKept;
import hallmonitor.contract.event.EscalationEvent.PictureSeen;
import hallmonitor.contract.event.EscalationEvent.Undelivered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the notifier's events about an escalation, in any order and with repetitions. */
class EscalationEventHandlerTest {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
  private static final UUID CLOCK = UUID.randomUUID();

  private final Stage stage = new Stage();
  private UUID caseId;
  private UUID escalation;

  @BeforeEach
  void escalate() throws Exception {
    stage.receive(aComment("17").saying("He beats me"));
    caseId = stage.escalations().get(0).caseId();
    escalation = stage.escalations().get(0).escalationId();
  }

  @Test
  void anEscalationStandsOpenAsSoonAsItIsRaised() {
    assertThat(state()).isEqualTo("open/");
  }

  @Test
  void itFollowsWhoHasIt() throws Exception {
    stage.hear(new PassedOn(escalation, caseId, "okafor", "lindgren", at(130)));
    assertThat(state()).isEqualTo("open/lindgren");
    stage.hear(new Acknowledged(escalation, caseId, "lindgren", at(140)));
    assertThat(state()).isEqualTo("acknowledged/lindgren");
    stage.hear(new HandedOver(escalation, caseId, "lindgren", "reyes", "", at(150)));
    assertThat(state()).isEqualTo("open/reyes");
    stage.hear(new Closed(escalation, caseId, "reyes", "Done.", true, at(160)));
    assertThat(state()).isEqualTo("closed/reyes");
    assertThat(stage.database.rows("select outcome, false_alarm from escalation_state"))
        .containsExactly(Map.of("outcome", "Done.", "false_alarm", true));
  }

  @Test
  void eachRoundOfPassingOnAndEachStopOfAClockIsInTheHistoryOnce() throws Exception {
    PassedOn first = new PassedOn(escalation, caseId, "okafor", "lindgren", at(130));
    PassedOn secondRound = new PassedOn(escalation, caseId, "okafor", "lindgren", at(250));
    ClockStopped acknowledged = new ClockStopped(escalation, caseId, CLOCK, "novak", at(260));
    ClockStopped again = new ClockStopped(escalation, caseId, CLOCK, "novak", at(460));
    stage.hear(first, secondRound, first, acknowledged, again, acknowledged);

    assertThat(
            stage.database.rows("select kind from case_event where actor = 'notifier' order by id"))
        .extracting(row -> row.get("kind"))
        .containsExactly("passed-on", "passed-on", "clock-stopped", "clock-stopped");
  }

  /** Entries of earlier versions have no time in their key. */
  @Test
  void whatAnEarlierVersionHeardIsNotInTheHistoryASecondTime() throws Exception {
    PassedOn first = new PassedOn(escalation, caseId, "okafor", "lindgren", at(130));
    PassedOn secondRound = new PassedOn(escalation, caseId, "okafor", "lindgren", at(250));
    ClockStopped acknowledged = new ClockStopped(escalation, caseId, CLOCK, "novak", at(260));
    ClockStopped again = new ClockStopped(escalation, caseId, CLOCK, "novak", at(460));
    heardEarlier("passed-on", "okafor>lindgren", first.at());
    heardEarlier("clock-stopped", CLOCK.toString(), acknowledged.at());
    stage.hear(first, secondRound, acknowledged, again);

    assertThat(
            stage.database.rows("select kind from case_event where actor = 'notifier' order by id"))
        .extracting(row -> row.get("kind"))
        .containsExactly("passed-on", "clock-stopped", "passed-on", "clock-stopped");
  }

  @Test
  void anAcknowledgmentRunsOutOrHasANextStepAndTheHistoryTellsEach() throws Exception {
    stage.hear(acknowledged(140, Optional.of(at(3740)), Optional.empty()));
    assertThat(untilAndStep()).isEqualTo(at(3740) + "/");
    stage.hear(new AcknowledgmentExpired(escalation, caseId, "lindgren", "lindgren", at(3740)));
    assertThat(state()).isEqualTo("open/lindgren");
    assertThat(untilAndStep()).isEqualTo("/");
    stage.hear(acknowledged(3800, Optional.of(at(7400)), Optional.empty()));
    stage.hear(acknowledged(3900, Optional.empty(), Optional.of("The officer is here.")));
    stage.hear(acknowledged(3900, Optional.empty(), Optional.of("The officer is here.")));

    assertThat(state()).isEqualTo("acknowledged/lindgren");
    assertThat(untilAndStep()).isEqualTo("/The officer is here.");
    assertThat(
            stage.database.rows(
                "select kind, detail from case_event where actor = 'notifier' order by id"))
        .extracting(row -> row.get("kind") + ": " + row.get("detail"))
        .containsExactly(
            "acknowledged: By lindgren.",
            "acknowledgment-expired: Of lindgren, without an outcome or a next step.",
            "acknowledged: By lindgren.",
            "acknowledged: By lindgren. Next step: The officer is here.");
  }

  @Test
  void whoWasToldIsKnown() throws Exception {
    NoticeSent sent =
        new NoticeSent(escalation, caseId, UUID.randomUUID(), "okafor", "principal", at(100));
    stage.hear(sent, sent);

    assertThat(stage.database.rows("select person from escalation_told"))
        .containsExactly(Map.of("person", "okafor"));
  }

  @Test
  void aPictureThatEvidenceKeepsIsKeptOnceAndIsNoNews() throws Exception {
    PictureKept kept = PictureKept.of(escalation, caseId, "http://x/a.png", PNG, at(120));
    stage.hear(kept, kept);
    stage.hear(PictureKept.of(escalation, caseId, "http://x/a.png", new byte[3], at(130)));

    assertThat(stage.database.rows("select comment_id, content, evidence from comment_picture"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("content")).isEqualTo(PNG))
        .satisfies(row -> assertThat(row.get("evidence")).isEqualTo(true));
    assertThat(stage.database.rows("select kind from case_event where actor = 'notifier'"))
        .isEmpty();
  }

  @Test
  void whoSawAPictureOnTheAnswerPageIsInTheHistoryAndOnceInTheAudit() throws Exception {
    PictureSeen seen = new PictureSeen(escalation, caseId, UUID.randomUUID(), "okafor", at(120));
    stage.hear(seen, seen);
    stage.hear(seen);

    assertThat(stage.database.rows("select kind from case_event where actor = 'notifier'"))
        .containsExactly(Map.of("kind", "picture-read"));
    assertThat(stage.database.rows("select actor, target from audit where act = 'picture-read'"))
        .containsExactly(Map.of("actor", "okafor", "target", "case " + caseId));
  }

  @Test
  void theAlarmOfWhatReachedNobodyEndsWithAnAnswerAndOnlyWithOne() throws Exception {
    stage.hear(new Undelivered(escalation, caseId, "Nobody.", at(100)));
    stage.hear(new PassedOn(escalation, caseId, "okafor", "lindgren", at(130)));
    assertThat(alarm()).isTrue();
    stage.hear(new Acknowledged(escalation, caseId, "lindgren", at(140)));
    assertThat(alarm()).isFalse();
    stage.hear(new Undelivered(escalation, caseId, "Nobody once more.", at(150)));
    assertThat(alarm()).isTrue();
  }

  @Test
  void aClockRunsToTheNewestTimeAndEnds() throws Exception {
    stage.hear(clock(10, 900), clock(20, 1800));
    assertThat(clock()).isEqualTo(at(1800) + "/true");
    stage.hear(clock(15, 1200));
    assertThat(clock()).as("older news").isEqualTo(at(1800) + "/true");
    stage.hear(new ClockStopped(escalation, caseId, CLOCK, "novak", at(30)));
    assertThat(clock()).isEqualTo(at(1800) + "/false");
    stage.hear(clock(40, 3000));
    assertThat(clock()).as("started anew").isEqualTo(at(3000) + "/true");
  }

  @Test
  void theEndOfAClockMayBeHeardBeforeItsStart() throws Exception {
    stage.hear(new ClockStopped(escalation, caseId, CLOCK, "novak", at(30)));
    stage.hear(clock(10, 900));
    assertThat(clock()).isEqualTo(at(900) + "/false");
  }

  @Test
  void inWhateverOrderAndHoweverOftenTheNewsEndTheSame() throws Exception {
    List<EscalationEvent> news =
        List.of(
            clock(10, 900),
            new Undelivered(escalation, caseId, "Nobody.", at(100)),
            new EvidenceSealed(escalation, caseId, 5, "ab".repeat(32), at(101)),
            new PassedOn(escalation, caseId, "okafor", "lindgren", at(130)),
            clock(131, 1800),
            new Acknowledged(escalation, caseId, "lindgren", at(140)),
            new ClockStopped(escalation, caseId, CLOCK, "lindgren", at(141)),
            new HandedOver(escalation, caseId, "lindgren", "reyes", "", at(150)),
            clock(151, 2700),
            new Closed(escalation, caseId, "reyes", "Done.", false, at(160)),
            new ClockStopped(escalation, caseId, CLOCK, "reyes", at(161)));
    stage.hear(news.toArray(EscalationEvent[]::new));
    var inOrder = standing();

    for (long seed = 1; seed <= 20; seed++) {
      stage
          .database
          .jdbi()
          .useHandle(
              h -> {
                h.execute("truncate case_clock, evidence_seal cascade");
                h.execute("delete from escalation_state");
              });
      List<EscalationEvent> shuffled = new ArrayList<>(news);
      shuffled.addAll(news.subList(0, 6));
      Collections.shuffle(shuffled, new Random(seed));
      for (EscalationEvent event : shuffled) {
        stage.hear(event);
      }
      assertThat(standing()).as("seed %d", seed).isEqualTo(inOrder);
    }
  }

  @Test
  void hostileWordsAreKeptAsWords() throws Exception {
    stage.hear(new Closed(escalation, caseId, "reyes", "'; drop table x; --\0", false, at(160)));
    assertThat(stage.database.one("select outcome from escalation_state", String.class))
        .isEqualTo("'; drop table x; --\uFFFD");
  }

  private void heardEarlier(String kind, String which, Instant at) {
    stage
        .database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "insert into case_event (case_id, at, actor, kind, dedupe)"
                        + " values (?, ?, 'notifier', ?, ?)",
                    caseId,
                    at,
                    kind,
                    "escalation/" + escalation + "/" + kind + "/" + which));
  }

  private List<List<Map<String, Object>>> standing() {
    return List.of(
        stage.database.rows(
            "select state, person, state_at, outcome, false_alarm, undelivered, undelivered_at,"
                + " answered_at from escalation_state"),
        stage.database.rows(
            "select clock_id, kind, title, fields::text, due_at, started_at, stopped_at,"
                + " stopped_by, running from case_clock"),
        stage.database.rows("select * from evidence_seal"));
  }

  private String state() {
    return stage.database.one("select state || '/' || person from escalation_state", String.class);
  }

  private String untilAndStep() {
    Map<String, Object> row =
        stage.database.rows("select until, next_step from escalation_state").get(0);
    java.sql.Timestamp until = (java.sql.Timestamp) row.get("until");
    return (until == null ? "" : until.toInstant()) + "/" + row.get("next_step");
  }

  private Acknowledged acknowledged(
      int second, Optional<Instant> until, Optional<String> nextStep) {
    return new Acknowledged(escalation, caseId, "lindgren", at(second), until, nextStep);
  }

  private boolean alarm() {
    return stage.database.one(
        "select undelivered_at > coalesce(answered_at, '-infinity') from escalation_state",
        Boolean.class);
  }

  private String clock() {
    Map<String, Object> row = stage.database.rows("select due_at, running from case_clock").get(0);
    return ((java.sql.Timestamp) row.get("due_at")).toInstant() + "/" + row.get("running");
  }

  private ClockStarted clock(int startedAt, int dueAt) {
    return new ClockStarted(
        escalation,
        caseId,
        CLOCK,
        ClockKind.ACKNOWLEDGE,
        "Answer",
        "",
        "",
        Optional.empty(),
        List.of(),
        at(dueAt),
        at(startedAt));
  }

  /** Returns the time this many seconds after the escalation was raised. */
  private static Instant at(int second) {
    return NOON.plusSeconds(60 + second);
  }
}
