package hallmonitor.notifier;

import static hallmonitor.notifier.Districts.cedarFalls;
import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.EscalationEvent.NoticeFailed;
import hallmonitor.contract.event.EscalationEvent.NoticeSent;
import hallmonitor.embedded.DatabaseRole;
import hallmonitor.notifier.mail.ScriptedSmtp;
import hallmonitor.testparts.Parts;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that exactly the mails that may arrive twice are reported as such. */
class SentAgainTest {
  private static final String MAY_HAVE_ARRIVED = "an earlier copy may have arrived too";

  private Mailroom room;

  @BeforeEach
  void open() {
    room = new Mailroom();
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void aKillBetweenTheServersAnswerAndTheCommitIsSaidWhereTheMailIsSentAgain() throws Exception {
    CaseEscalated escalation = anEscalation().event();
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    try (ScriptedSmtp server = new ScriptedSmtp(line -> atTheEnd(line, taken, answer))) {
      Process killed = process(server.port());
      try (Handle barrier = room.database.open()) {
        room.escalate(escalation);
        taken.await();
        barrier.begin();
        // The sender's row lock is compatible with this lock, but its writes are not.
        barrier.execute("lock table notice in share mode");
        answer.countDown();
        await().until(this::somebodyWaitsToNoteAnOutcome);
        killed.destroyForcibly().waitFor();
        barrier.rollback();
      } finally {
        killed.destroyForcibly().waitFor();
      }
      assertThat(server.messageIds()).hasSize(1);
      assertThat(state()).containsExactly("queued");

      try (Notifier next = room.notifier(cedarFalls(), server.port()).start()) {
        await().until(() -> !room.published(NoticeSent.class, escalation).isEmpty());

        NoticeSent sent = room.published(NoticeSent.class, escalation).get(0);
        assertThat(sent.note())
            .hasValueSatisfying(note -> assertThat(note).contains(MAY_HAVE_ARRIVED));
        assertThat(server.messageIds()).hasSize(2).containsOnly(server.messageIds().get(0));
        assertThat(server.messageIds().get(0)).contains(sent.noticeId().toString());
        assertThat(unknownAttempts()).containsExactly(sent.noticeId());
        assertThat(keptAsEvidence()).contains(MAY_HAVE_ARRIVED);
        assertThat(next.faults()).isEmpty();
      }
    }
  }

  @Test
  void aServerThatGoesBeforeItsAnswerMayHaveTakenTheMail() throws IOException {
    AtomicBoolean gone = new AtomicBoolean();
    CaseEscalated escalation = anEscalation().event();
    try (ScriptedSmtp server =
            new ScriptedSmtp(
                line ->
                    line.equals(".") && gone.compareAndSet(false, true)
                        ? Optional.of(ScriptedSmtp.HANG_UP)
                        : Optional.empty());
        Notifier notifier = room.notifier(cedarFalls(), server.port()).start()) {
      room.escalate(escalation);

      await().until(() -> !room.published(NoticeSent.class, escalation).isEmpty());

      assertThat(room.published(NoticeFailed.class, escalation))
          .singleElement()
          .satisfies(failed -> assertThat(failed.willRetry()).isTrue())
          .satisfies(failed -> assertThat(failed.message()).contains("may arrive twice"));
      assertThat(room.published(NoticeSent.class, escalation).get(0).note())
          .hasValueSatisfying(note -> assertThat(note).contains(MAY_HAVE_ARRIVED));
      assertThat(server.messageIds()).hasSize(2).containsOnly(server.messageIds().get(0));
      assertThat(unknownAttempts()).hasSize(1);
      assertThat(notifier.faults()).isEmpty();
    }
  }

  @Test
  void whereTheMailIsGivenUpItIsSaidThatItMayHaveArrived() throws IOException {
    TestClock clock = new TestClock(Instant.now());
    CaseEscalated escalation = anEscalation().event();
    try (ScriptedSmtp server = ScriptedSmtp.answering(".", ScriptedSmtp.HANG_UP);
        Notifier notifier = room.notifier(cedarFalls(), server.port(), clock).start()) {
      room.escalate(escalation);
      await().until(() -> !room.published(NoticeFailed.class, escalation).isEmpty());

      clock.forward(Duration.ofHours(25));

      await()
          .until(
              () ->
                  room.published(NoticeFailed.class, escalation).stream()
                      .anyMatch(failed -> !failed.willRetry()));
      assertThat(room.published(NoticeFailed.class, escalation))
          .filteredOn(failed -> !failed.willRetry())
          .allSatisfy(
              failed ->
                  assertThat(failed.message()).contains("a copy may have arrived all the same"));
      assertThat(notifier.faults()).isEmpty();
    }
  }

  @Test
  void aServerThatSaysNoFirstLeavesNothingUnknown() throws IOException {
    AtomicBoolean refused = new AtomicBoolean();
    AtomicBoolean hungUp = new AtomicBoolean();
    AtomicBoolean putOff = new AtomicBoolean();
    CaseEscalated escalation = anEscalation().event();
    try (ScriptedSmtp server =
            new ScriptedSmtp(
                line ->
                    first(line, "MAIL", refused, "451 busy")
                        .or(() -> first(line, "DATA", hungUp, ScriptedSmtp.HANG_UP))
                        .or(() -> first(line, ".", putOff, "452 disk full")));
        Notifier notifier = room.notifier(cedarFalls(), server.port()).start()) {
      room.escalate(escalation);

      await().until(() -> !room.published(NoticeSent.class, escalation).isEmpty());

      assertThat(room.published(NoticeFailed.class, escalation)).hasSize(3);
      assertThat(room.published(NoticeSent.class, escalation).get(0).note()).isEmpty();
      assertThat(unknownAttempts()).isEmpty();
      assertThat(notifier.faults()).isEmpty();
    }
  }

  @Test
  void oldAttemptsAreForgottenOnceTheirNoticeIsNoLongerSent() throws IOException {
    UUID old = UUID.randomUUID();
    UUID young = UUID.randomUUID();
    attemptOf(old, 31);
    attemptOf(young, 29);
    CaseEscalated escalation = anEscalation().event();
    try (ScriptedSmtp server = new ScriptedSmtp(line -> Optional.empty());
        Notifier notifier = room.notifier(cedarFalls(), server.port()).start()) {
      room.escalate(escalation);

      await().until(() -> !room.published(NoticeSent.class, escalation).isEmpty());

      assertThat(unknownAttempts()).containsExactly(young);
      assertThat(notifier.faults()).isEmpty();
    }
  }

  private void attemptOf(UUID notice, int daysAgo) {
    room.database.useHandle(
        h ->
            h.createUpdate(
                    "insert into notice_attempt (attempt_id, notice_id, mail_id, started_at) values"
                        + " (gen_random_uuid(), :notice, :notice, now() - make_interval(days =>"
                        + " :days))")
                .bind("notice", notice)
                .bind("days", daysAgo)
                .execute());
  }

  private static Process process(int smtpPort) throws IOException {
    Parts parts = Parts.shared();
    return NotifierProcess.start(
        parts.bootstrapServers(),
        parts.jdbcUrl(),
        parts.passwords().roles().get(DatabaseRole.NOTIFIER),
        smtpPort);
  }

  private static Optional<String> first(
      String line, String start, AtomicBoolean said, String answer) {
    return line.startsWith(start) && said.compareAndSet(false, true)
        ? Optional.of(answer)
        : Optional.empty();
  }

  private static Optional<String> atTheEnd(
      String line, CountDownLatch taken, CountDownLatch answer) {
    if (line.equals(".")) {
      taken.countDown();
      try {
        answer.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return Optional.empty();
  }

  private boolean somebodyWaitsToNoteAnOutcome() {
    return room.database.withHandle(
        h ->
            h.createQuery(
                    "select count(*) = 1 from pg_locks where not granted and relation ="
                        + " 'notice'::regclass and mode = 'RowExclusiveLock'")
                .mapTo(Boolean.class)
                .one());
  }

  private List<String> state() {
    return room.database.withHandle(
        h -> h.createQuery("select state from notice").mapTo(String.class).list());
  }

  private List<UUID> unknownAttempts() {
    return room.database.withHandle(
        h -> h.createQuery("select notice_id from notice_attempt").mapTo(UUID.class).list());
  }

  /** Returns the evidence of sent notices. */
  private String keptAsEvidence() {
    return room.database.withHandle(
        h ->
            h.createQuery(
                    "select convert_from(content, 'UTF8') from evidence_entry where kind ="
                        + " 'notice-sent'")
                .mapTo(String.class)
                .one());
  }
}
