package hallmonitor.notifier;

import static hallmonitor.notifier.Districts.cedarFalls;
import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CaseEvent;
import hallmonitor.contract.event.CaseEvent.Answer;
import hallmonitor.contract.event.EscalationEvent.Acknowledged;
import hallmonitor.contract.event.EscalationEvent.ClockKind;
import hallmonitor.contract.event.EscalationEvent.ClockStarted;
import hallmonitor.contract.event.EscalationEvent.ClockStopped;
import hallmonitor.contract.event.EscalationEvent.Closed;
import hallmonitor.contract.event.EscalationEvent.HandedOver;
import hallmonitor.contract.event.EscalationEvent.NoticeSent;
import hallmonitor.contract.event.EscalationEvent.PassedOn;
import hallmonitor.contract.event.EscalationEvent.Reminded;
import hallmonitor.contract.event.EscalationEvent.Undelivered;
import hallmonitor.notifier.mail.ScriptedSmtp;
import hallmonitor.settings.escalation.EscalationFile;
import hallmonitor.settings.escalation.EscalationRules;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the clock on the real broker, the real database and a real mail server. */
class ClockTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final TestClock clock = new TestClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
  private EscalationRules rules = EscalationFile.read("");
  private GreenMail mailServer;
  private Mailroom room;
  private Notifier notifier;

  @BeforeEach
  void open() {
    mailServer = new GreenMail(ServerSetup.SMTP.dynamicPort());
    mailServer.start();
    room = new Mailroom();
  }

  @AfterEach
  void close() {
    notifier.close();
    room.close();
    mailServer.stop();
  }

  @Test
  void whileNobodyAnswersItRemindsAndGoesToTheNextAndARestartGoesOnWithIt() {
    rules = EscalationFile.read("immediate: { rounds: 1 }");
    running();
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);
    sent(escalation, 1);

    clock.forward(MINUTE.multipliedBy(16));
    sent(escalation, 2);
    notifier.close();
    clock.forward(MINUTE.multipliedBy(16));
    running();
    sent(escalation, 3);

    assertThat(room.published(Reminded.class, escalation))
        .extracting(Reminded::person)
        .containsExactly("osei");
    assertThat(room.published(PassedOn.class, escalation))
        .extracting(PassedOn::from, PassedOn::to)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("osei", "stone"));
  }

  @Test
  void anAnswerInTheConsoleStopsTheClockAndStartsTheDuties() {
    running();
    CaseEscalated escalation = anEscalation().of("bullying").event();
    room.escalate(escalation);
    sent(escalation, 1);

    UUID eventId = UUID.randomUUID();
    room.say(answered(eventId, escalation, Answer.ACKNOWLEDGE, Optional.empty(), ""));
    room.say(answered(eventId, escalation, Answer.ACKNOWLEDGE, Optional.empty(), ""));
    await().until(() -> duties(escalation).size() == 2);
    clock.forward(Duration.ofHours(5));
    CaseEscalated later = anEscalation().event();
    room.escalate(later);
    sent(later, 1);

    assertThat(room.published(Acknowledged.class, escalation)).hasSize(1);
    assertThat(room.published(NoticeSent.class, escalation)).hasSize(1);
    assertThat(room.published(Reminded.class, escalation)).isEmpty();
    assertThat(duties(escalation))
        .extracting(ClockStarted::source)
        .containsOnly("105 ILCS 5/27-23.7");
    assertThat(room.published(ClockStopped.class, escalation)).hasSize(1);
  }

  @Test
  void aHandOverTellsTheNewPersonAndAResolutionClosesIt() throws Exception {
    running();
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);
    sent(escalation, 1);

    room.say(
        answered(UUID.randomUUID(), escalation, Answer.HAND_OVER, Optional.of("stone"), "Away."));
    sent(escalation, 2);
    room.say(
        answered(
            UUID.randomUUID(), escalation, Answer.RESOLVE, Optional.empty(), "Talked to them."));
    await().until(() -> !room.published(Closed.class, escalation).isEmpty());

    assertThat(room.published(HandedOver.class, escalation))
        .extracting(HandedOver::to, HandedOver::note)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("stone", "Away."));
    assertThat(room.published(Closed.class, escalation).get(0).outcome())
        .isEqualTo("Talked to them.");
    assertThat(mailServer.getReceivedMessages()[1].getSubject()).startsWith("Handed to you");
  }

  @Test
  void whoeverKnowsOfSuspectedAbuseHasAClockOfTheirOwnUntilItIsDone() {
    running();
    CaseEscalated escalation = anEscalation().of("abuse-disclosure").event();
    room.escalate(escalation);
    sent(escalation, 1);

    room.say(
        new CaseEvent.CaseViewed(
            UUID.randomUUID(), escalation.caseId(), "osei", "Kofi Osei", clock.instant()));
    await().until(() -> duties(escalation).size() == 1);
    room.say(
        new CaseEvent.CaseAnswered(
            UUID.randomUUID(),
            escalation.caseId(),
            "molina",
            "Inés Molina",
            Answer.ACKNOWLEDGE,
            Optional.empty(),
            "",
            clock.instant()));
    await().until(() -> duties(escalation).size() == 2);

    ClockStarted oseis = duties(escalation).get(0);
    assertThat(oseis.person()).contains("osei");
    assertThat(oseis.dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(48)));
    assertThat(oseis.fields()).containsExactly("called-at", "call-id", "sent-at");
    assertThat(duties(escalation).get(1).title()).startsWith("Llame ahora");

    done(escalation, oseis, Map.of("called-at", "21:04"), false);
    done(escalation, oseis, Map.of("sent-at", "21:40"), true);
    await()
        .untilAsserted(
            () ->
                assertThat(room.published(ClockStopped.class, escalation))
                    .extracting(ClockStopped::clockId)
                    .contains(oseis.clockId()));
  }

  @Test
  void aDecisionOnTheCaseCountsAsSomebodyActingAndAMachinesDoesNot() {
    running();
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);
    sent(escalation, 1);

    room.say(changed(escalation, "hide-cancelled", "ingest"));
    room.say(changed(escalation, "confirmed", "novak"));
    await().until(() -> !room.published(Acknowledged.class, escalation).isEmpty());

    assertThat(room.published(Acknowledged.class, escalation))
        .extracting(Acknowledged::person)
        .containsExactly("novak");
  }

  @Test
  void anAnswerToACaseThatWasNeverEscalatedIsNotedAndHoldsNothingUp() {
    running();
    CaseEscalated never = anEscalation().event();
    room.say(answered(UUID.randomUUID(), never, Answer.ACKNOWLEDGE, Optional.empty(), ""));
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);
    sent(escalation, 1);
    room.say(answered(UUID.randomUUID(), escalation, Answer.ACKNOWLEDGE, Optional.empty(), ""));
    await().until(() -> !room.published(Acknowledged.class, escalation).isEmpty());

    assertThat(evidence(never.caseId())).containsExactly("answered");
    assertThat(evidence(escalation.caseId()))
        .startsWith("capture")
        .contains("notice-sent", "answered", "acknowledged", "clock-started", "clock-stopped");
  }

  @Test
  void aPileOnIsOneConversationAndOneFollowUpAndEachCaseIsTold() throws Exception {
    running();
    CaseEscalated first = anEscalation().of("bullying").under("post").event();
    room.escalate(first);
    sent(first, 1);
    List<CaseEscalated> more =
        IntStream.range(0, 30)
            .mapToObj(n -> anEscalation().of("bullying").under("post").event())
            .toList();
    more.forEach(room::escalate);
    await().until(() -> room.count("escalation") == 31);
    clock.forward(MINUTE.multipliedBy(6));

    await()
        .until(() -> more.stream().noneMatch(e -> room.published(NoticeSent.class, e).isEmpty()));
    assertThat(mailServer.getReceivedMessages()).hasSize(2);
    MimeMessage followUp = mailServer.getReceivedMessages()[1];
    assertThat(followUp.getSubject()).startsWith("More comments: ACT NOW");
    assertThat(followUp.getHeader("References", null))
        .contains(first.caseId().toString())
        .isEqualTo(mailServer.getReceivedMessages()[0].getHeader("References", null));
    assertThat(room.count("conversation")).isEqualTo(1);
    room.say(answered(UUID.randomUUID(), more.get(7), Answer.ACKNOWLEDGE, Optional.empty(), ""));
    await().until(() -> !room.published(Acknowledged.class, first).isEmpty());
  }

  @Test
  void differentCategoriesPostsAndTwoChildrenWhoDiscloseAreNotFolded() {
    running();
    List<CaseEscalated> apart =
        List.of(
            anEscalation().of("threat").under("a").event(),
            anEscalation().of("bullying").under("a").event(),
            anEscalation().of("threat").under("b").event(),
            anEscalation().of("abuse-disclosure").under("a").by("One").event(),
            anEscalation().of("abuse-disclosure").under("a").by("Two").event());
    apart.forEach(room::escalate);

    await().until(() -> room.count("conversation") == 5);
  }

  @Test
  void theSameWordsUnderManyPostsAreOneConversation() {
    running();
    IntStream.range(0, 5)
        .mapToObj(n -> anEscalation().under("p" + n).saying(n % 2 == 0 ? "See YOU!" : "see you"))
        .forEach(e -> room.escalate(e.event()));

    await().until(() -> room.count("escalation") == 5);
    await().until(() -> room.count("conversation") == 1);
  }

  @Test
  void aClockThatIsSetBackNeitherLosesNorDoublesAnything() {
    running();
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);
    sent(escalation, 1);
    clock.forward(MINUTE.multipliedBy(14));
    await().until(() -> reading().equals(clock.instant()));

    clock.back(Duration.ofHours(3));
    await().until(() -> reading().equals(clock.instant()));
    assertThat(room.published(Reminded.class, escalation)).isEmpty();
    clock.forward(MINUTE.multipliedBy(2));

    sent(escalation, 2);
    assertThat(room.published(Reminded.class, escalation)).hasSize(1);
  }

  @Test
  void aClockThatLeapsForwardTakesOneStepAndNoStorm() {
    running();
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);
    sent(escalation, 1);

    clock.forward(Duration.ofDays(2));
    sent(escalation, 2);
    clock.forward(MINUTE.multipliedBy(10));
    await().until(() -> reading().equals(clock.instant()));

    assertThat(room.count("notice")).isEqualTo(2);
  }

  @Test
  void aRefusedPersonIsPassedOverAtOnceAndWhereAllAreRefusedThatIsAnAlarm() throws IOException {
    try (ScriptedSmtp picky = ScriptedSmtp.answering("RCPT TO", "552 5.2.2 mailbox full")) {
      notifier = room.notifier(cedarFalls(), picky.port(), clock).start();
      CaseEscalated escalation = anEscalation().event();
      room.escalate(escalation);

      await().until(() -> !room.published(Undelivered.class, escalation).isEmpty());

      assertThat(room.published(PassedOn.class, escalation))
          .extracting(PassedOn::to)
          .containsExactly("stone");
      assertThat(room.published(Undelivered.class, escalation).get(0).message())
          .contains("refuses every notice");
    }
  }

  @Test
  void aMailServerThatIsDownForAnHourIsOneAlarmAndEachPersonGetsOneMailWhenItIsBack() {
    int port = mailServer.getSmtp().getPort();
    mailServer.stop();
    notifier = room.notifier(cedarFalls(), port, clock).start();
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);
    await().until(() -> room.count("notice") == 1);
    for (int i = 0; i < 8; i++) {
      clock.forward(MINUTE.multipliedBy(8));
      await().until(() -> reading().equals(clock.instant()));
    }
    await().until(() -> !room.published(Undelivered.class, escalation).isEmpty());

    mailServer = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mailServer.start();
    clock.forward(MINUTE);
    await().until(() -> !room.published(NoticeSent.class, escalation).isEmpty());
    clock.forward(MINUTE);
    await().until(() -> queued() == 0);

    assertThat(room.published(Undelivered.class, escalation)).hasSize(1);
    assertThat(recipients()).doesNotHaveDuplicates().contains("Kofi Osei <osei@cedar.example>");
  }

  @Test
  void greylistingOnlyDelaysAndTheOtherPeopleAreToldMeanwhile() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    try (ScriptedSmtp grey =
        new ScriptedSmtp(
            line ->
                line.startsWith("RCPT TO:<osei") && asked.getAndIncrement() == 0
                    ? Optional.of("451 4.7.1 greylisted, come back later")
                    : Optional.empty())) {
      notifier = room.notifier(cedarFalls(), grey.port(), clock).start();
      CaseEscalated escalation = anEscalation().to("principal", "counselor").event();
      room.escalate(escalation);
      sent(escalation, 1);
      await().until(() -> asked.get() == 1);

      clock.forward(MINUTE);
      sent(escalation, 2);

      assertThat(room.published(NoticeSent.class, escalation))
          .extracting(NoticeSent::person)
          .containsExactly("molina", "osei");
      assertThat(room.published(Undelivered.class, escalation)).isEmpty();
    }
  }

  @Test
  void aCaptureThatAPersonAskedForIsPutBeforeTheSealAndNobodyIsTold() {
    running();
    CaseEscalated unescalated = anEscalation().event();
    CaseEvent asked =
        new CaseEvent.CaptureAsked(
            UUID.randomUUID(),
            unescalated.caseId(),
            "bullying",
            "cedar-high",
            unescalated.capture().orElseThrow(),
            "novak",
            "Asked by a parent.",
            clock.instant());
    room.say(asked);
    room.say(asked);

    await().until(() -> !evidence(unescalated.caseId()).isEmpty());
    CaseEscalated next = anEscalation().event();
    room.escalate(next);
    sent(next, 1);
    assertThat(evidence(unescalated.caseId())).containsExactly("capture");
    assertThat(room.count("notice")).isEqualTo(1);
  }

  @Test
  void whatWasAnsweredWhileTheMailServerWasDownIsNotSentAfterwards() {
    int port = mailServer.getSmtp().getPort();
    mailServer.stop();
    notifier = room.notifier(cedarFalls(), port, clock).start();
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);
    await().until(() -> room.count("notice") == 1);
    room.say(answered(UUID.randomUUID(), escalation, Answer.ACKNOWLEDGE, Optional.empty(), ""));
    await().until(() -> !room.published(Acknowledged.class, escalation).isEmpty());

    mailServer = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mailServer.start();
    clock.forward(MINUTE);
    CaseEscalated other = anEscalation().event();
    room.escalate(other);
    sent(other, 1);

    assertThat(mailServer.getReceivedMessages()).hasSize(1);
  }

  private void running() {
    notifier = room.notifier(cedarFalls(), mailServer.getSmtp().getPort(), clock, rules).start();
  }

  private void sent(CaseEscalated escalation, int count) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> room.published(NoticeSent.class, escalation).size() >= count);
  }

  private List<ClockStarted> duties(CaseEscalated escalation) {
    return room.published(ClockStarted.class, escalation).stream()
        .filter(c -> c.kind() == ClockKind.DUTY)
        .toList();
  }

  private List<String> recipients() {
    return Arrays.stream(mailServer.getReceivedMessages())
        .map(
            mail -> {
              try {
                return mail.getAllRecipients()[0].toString();
              } catch (jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
              }
            })
        .toList();
  }

  private long queued() {
    return room.database.withHandle(
        h ->
            h.createQuery("select count(*) from notice where state = 'queued'")
                .mapTo(Long.class)
                .one());
  }

  private Instant reading() {
    return room.database.withHandle(
        h ->
            h.createQuery("select at from clock_reading")
                .map((row, ctx) -> row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .findOne()
                .orElse(Instant.EPOCH));
  }

  private List<String> evidence(UUID caseId) {
    return room.database.withHandle(
        h ->
            h.createQuery("select kind from evidence_entry where case_id = :id order by arrival")
                .bind("id", caseId)
                .mapTo(String.class)
                .list());
  }

  private CaseEvent answered(
      UUID eventId, CaseEscalated of, Answer answer, Optional<String> to, String note) {
    return new CaseEvent.CaseAnswered(
        eventId, of.caseId(), "osei", "Kofi Osei", answer, to, note, clock.instant());
  }

  private CaseEvent changed(CaseEscalated of, String kind, String actor) {
    return new CaseEvent.CaseChanged(
        UUID.randomUUID(), of.caseId(), kind, actor, "", Optional.empty(), clock.instant());
  }

  private void done(CaseEscalated of, ClockStarted duty, Map<String, String> fields, boolean done) {
    room.say(
        new CaseEvent.DutyDone(
            UUID.randomUUID(), of.caseId(), duty.clockId(), "osei", fields, done, clock.instant()));
  }
}
