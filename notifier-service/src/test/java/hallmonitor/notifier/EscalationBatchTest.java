package hallmonitor.notifier;

import static hallmonitor.notifier.Districts.cedarFalls;
import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.EscalationEvent.ClockStarted;
import hallmonitor.contract.event.EscalationEvent.NoticeSent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests what happens to escalations that are read, and mails that are sent, together. */
class EscalationBatchTest extends MailroomTests {
  @Test
  void aPileOnThatIsReadAtOnceIsOneConversationThatHoldsAllCases() {
    List<CaseEscalated> pileOn =
        many(30, () -> anEscalation().of("bullying").under("the same post").event());
    pileOn.forEach(room::escalate);

    try (Notifier notifier = running()) {
      await().until(() -> room.count("escalation") == 30);
      await().until(() -> room.mails().length > 0);

      assertThat(room.count("conversation")).isEqualTo(1);
      assertThat(room.count("notice")).isEqualTo(1);
      assertThat(withoutConversation()).isZero();
      await()
          .until(
              () ->
                  pileOn.stream().noneMatch(e -> room.published(ClockStarted.class, e).isEmpty()));
      assertThat(notifier.faults()).isEmpty();
    }
  }

  @Test
  void differentDangersThatAreReadAtOnceAreToldOneByOne() {
    List<CaseEscalated> apart = many(30, () -> anEscalation().event());
    apart.forEach(room::escalate);

    try (Notifier notifier = running()) {
      told(apart);

      assertThat(room.count("conversation")).isEqualTo(30);
      assertThat(room.mails()).hasSize(30);
      assertThat(room.count("notice_attempt")).isZero();
      assertThat(notifier.faults()).isEmpty();
    }
  }

  @Test
  void twoEscalationsOfOneCaseInABatchAreOneConversation() {
    UUID one = UUID.randomUUID();
    List<CaseEscalated> ofOneCase = many(2, () -> anEscalation().ofCase(one).event());
    ofOneCase.forEach(room::escalate);

    try (Notifier notifier = running()) {
      await().until(() -> room.count("escalation") == 2);

      assertThat(room.count("conversation")).isEqualTo(1);
      assertThat(notifier.faults()).isEmpty();
    }
  }

  @Test
  void aBatchThatIsDeliveredAgainChangesNothing() {
    List<CaseEscalated> escalations = many(10, () -> anEscalation().event());
    escalations.forEach(room::escalate);
    escalations.forEach(room::escalate);
    CaseEscalated last = anEscalation().event();
    room.escalate(last);

    try (Notifier notifier = running()) {
      told(escalations);
      told(List.of(last));

      assertThat(room.mails()).hasSize(11);
      assertThat(room.evidence(escalations.get(0).caseId()))
          .containsOnlyOnce("capture", "notice-sent", "clock-started");
      assertThat(notifier.faults()).isEmpty();
    }
  }

  @Test
  void evidenceOfEachIsQueuedBeforeAnyoneIsToldOfIt() {
    List<CaseEscalated> escalations = many(10, () -> anEscalation().event());
    escalations.forEach(room::escalate);

    try (Notifier notifier = running()) {
      told(escalations);

      assertThat(escalations)
          .allSatisfy(e -> assertThat(room.evidence(e.caseId())).startsWith("capture"));
      assertThat(notifier.faults()).isEmpty();
    }
  }

  @Test
  void anEscalationThatCannotBeStoredHoldsAndLosesNoneOfItsBatch() {
    List<CaseEscalated> before = many(5, () -> anEscalation().event());
    List<CaseEscalated> after = many(5, () -> anEscalation().event());
    before.forEach(room::escalate);
    room.escalate(anEscalation().on("no\0where", "Cedar High news").event());
    room.send("x", "no escalation".getBytes(UTF_8));
    after.forEach(room::escalate);

    try (Notifier notifier = running()) {
      told(before);
      told(after);

      assertThat(room.count("escalation")).isEqualTo(10);
      assertThat(notifier.faults()).isEmpty();
    }
  }

  @Test
  void aMailWhoseOutcomeCannotBeRecordedIsUnknownAndHoldsNoOther() {
    CaseEscalated stuck = anEscalation().on("stuck", "Cedar High news").event();
    List<CaseEscalated> sound = many(12, () -> anEscalation().event());
    Stream.concat(Stream.of(stuck), sound.stream()).forEach(room::escalate);
    room.closeMail();
    try (Notifier notifier = running()) {
      await().until(() -> room.count("conversation") == 13);
    }
    refuseChangesOf("stuck");
    room.openMail();
    try (Notifier notifier = running()) {
      told(sound);

      await().until(() -> unknown().size() == 1);
      assertThat(room.published(NoticeSent.class, stuck)).isEmpty();
      Map<String, Long> copies =
          Stream.of(room.mails())
              .collect(Collectors.groupingBy(EscalationBatchTest::id, Collectors.counting()));
      assertThat(copies).hasSize(13);
      assertThat(copies.entrySet())
          .filteredOn(mail -> !mail.getKey().contains(unknown().get(0).toString()))
          .allSatisfy(mail -> assertThat(mail.getValue()).isEqualTo(1));
    } finally {
      room.database.useHandle(h -> h.execute("drop trigger stuck on conversation"));
    }
  }

  private void refuseChangesOf(String account) {
    room.database.useHandle(
        h -> {
          h.execute(
              "create or replace function refuse_change() returns trigger language plpgsql as"
                  + " 'begin raise exception ''refused''; end'");
          h.execute(
              "create trigger stuck before update on conversation for each row when (old.account ="
                  + " '"
                  + account
                  + "') execute function refuse_change()");
        });
  }

  private List<UUID> unknown() {
    return room.database.withHandle(
        h ->
            h.createQuery("select distinct notice_id from notice_attempt")
                .mapTo(UUID.class)
                .list());
  }

  private long withoutConversation() {
    return room.database.withHandle(
        h ->
            h.createQuery("select count(*) from escalation where conversation_id is null")
                .mapTo(Long.class)
                .one());
  }

  private static String id(jakarta.mail.internet.MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Notifier running() {
    return room.notifier(cedarFalls()).start();
  }

  private void told(List<CaseEscalated> escalations) {
    await()
        .atMost(Duration.ofMinutes(1)) // many of them, on a busy machine
        .until(
            () ->
                escalations.stream().noneMatch(e -> room.published(NoticeSent.class, e).isEmpty()));
  }

  private static List<CaseEscalated> many(
      int count, java.util.function.Supplier<CaseEscalated> escalation) {
    return IntStream.range(0, count).mapToObj(n -> escalation.get()).toList();
  }
}
