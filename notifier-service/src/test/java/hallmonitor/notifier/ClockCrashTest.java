package hallmonitor.notifier;

import static hallmonitor.notifier.Districts.cedarFalls;
import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CaseEvent;
import hallmonitor.contract.event.EscalationEvent.Acknowledged;
import hallmonitor.contract.event.EscalationEvent.PassedOn;
import hallmonitor.contract.event.EscalationEvent.Reminded;
import hallmonitor.embedded.DatabaseRole;
import hallmonitor.notifier.clock.DatabaseClock;
import hallmonitor.settings.escalation.EscalationFile;
import hallmonitor.settings.escalation.EscalationRules;
import hallmonitor.testparts.Parts;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests that each step is taken once, by any instance and after any crash. */
class ClockCrashTest extends MailroomTests {
  /** Rules with four steps due within a few seconds. */
  private static final String QUICK =
      "immediate: { remind-after: 1s, pass-on-after: 2s, rounds: 1, undelivered-after: 1h }";

  private static final int ESCALATIONS = 8;

  @Test
  void twoNotifiersTakeEachStepOnce() throws Exception {
    EscalationRules rules = EscalationFile.read(QUICK);
    try (Notifier one = notifier(rules).start();
        Notifier two = notifier(rules).start()) {
      List<CaseEscalated> escalations = escalated();
      await().atMost(Duration.ofSeconds(60)).until(() -> leastStep() >= 4);
      escalations.forEach(this::acknowledge);

      eachStepWasTakenOnce(escalations);
      assertThat(one.faults()).isEmpty();
      assertThat(two.faults()).isEmpty();
      assertThat(messageIds()).doesNotHaveDuplicates();
    }
  }

  @Test
  void twoNotifiersFoldAPileOnIntoOneConversationThatHoldsAllCases() throws Exception {
    EscalationRules rules = EscalationFile.read("");
    try (Notifier one = notifier(rules).start();
        Notifier two = notifier(rules).start()) {
      List<CaseEscalated> pileOn =
          IntStream.range(0, 40)
              .mapToObj(n -> anEscalation().of("bullying").under("the same post").event())
              .toList();
      pileOn.forEach(room::escalate);
      await().atMost(Duration.ofSeconds(60)).until(() -> room.count("escalation") == 40);
      await().until(() -> room.mails().length > 0);

      assertThat(room.count("conversation")).isEqualTo(1);
      assertThat(number("select count(*)::int from escalation where conversation_id is null"))
          .isZero();
      assertThat(room.count("notice")).isEqualTo(1);
      assertThat(one.faults()).isEmpty();
      assertThat(two.faults()).isEmpty();
    }
  }

  @Test
  void aNotifierThatIsKilledAgainAndAgainGoesOnWithoutLosingOrDoublingAStep() throws Exception {
    List<CaseEscalated> escalations = escalated();
    Parts parts = Parts.shared();
    for (int kill = 0; kill < 4; kill++) {
      int goal = kill + 1;
      Process process =
          NotifierProcess.start(
              parts.bootstrapServers(),
              parts.jdbcUrl(),
              parts.passwords().roles().get(DatabaseRole.NOTIFIER),
              room.smtpPort(),
              QUICK);
      try {
        await().atMost(Duration.ofSeconds(90)).until(() -> mostStep() >= goal);
      } finally {
        process.destroyForcibly().waitFor();
      }
    }

    try (Notifier last = notifier(EscalationFile.read(QUICK)).start()) {
      await().atMost(Duration.ofSeconds(60)).until(() -> leastStep() >= 4);
      escalations.forEach(this::acknowledge);

      eachStepWasTakenOnce(escalations);
      assertThat(last.faults()).isEmpty();
    }
  }

  private Notifier notifier(EscalationRules rules) {
    return room.notifier(cedarFalls(), room.smtpPort(), new DatabaseClock(room.database), rules);
  }

  private List<CaseEscalated> escalated() {
    List<CaseEscalated> escalations =
        IntStream.range(0, ESCALATIONS).mapToObj(n -> anEscalation().event()).toList();
    escalations.forEach(room::escalate);
    return escalations;
  }

  private void acknowledge(CaseEscalated of) {
    room.say(
        new CaseEvent.CaseAnswered(
            UUID.randomUUID(),
            of.caseId(),
            "osei",
            "Kofi Osei",
            CaseEvent.Answer.ACKNOWLEDGE,
            Optional.empty(),
            "",
            Instant.now()));
  }

  /** A step between the first and the answer is a reminder or goes to the next contact. */
  private void eachStepWasTakenOnce(List<CaseEscalated> escalations) {
    for (CaseEscalated e : escalations) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> !room.published(Acknowledged.class, e).isEmpty());
      int steps = step(e) - 1;
      // A kill between the broker's answer and the commit publishes the same event again.
      long taken =
          room.published(Reminded.class, e).stream().distinct().count()
              + room.published(PassedOn.class, e).stream().distinct().count();
      assertThat(taken).isEqualTo(steps);
      assertThat(room.published(Acknowledged.class, e).stream().distinct()).hasSize(1);
    }
  }

  private int step(CaseEscalated of) {
    return room.database.withHandle(
        h ->
            h.createQuery("select step from conversation where conversation_id = :id")
                .bind("id", of.escalationId())
                .mapTo(Integer.class)
                .one());
  }

  private int leastStep() {
    return count() < ESCALATIONS ? 0 : number("select min(step) from conversation");
  }

  private int mostStep() {
    return number("select coalesce(max(step), 0) from conversation");
  }

  private long count() {
    return room.count("conversation");
  }

  private int number(String query) {
    return room.database.withHandle(h -> h.createQuery(query).mapTo(Integer.class).one());
  }

  private List<String> messageIds() {
    return Arrays.stream(room.mails())
        .map(
            mail -> {
              try {
                return mail.getMessageID();
              } catch (jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
              }
            })
        .toList();
  }
}
