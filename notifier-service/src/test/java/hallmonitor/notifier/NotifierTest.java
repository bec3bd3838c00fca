package hallmonitor.notifier;

import static hallmonitor.contract.event.CaseEscalated.Urgency.DIGEST;
import static hallmonitor.contract.event.CaseEscalated.Urgency.SOON;
import static hallmonitor.notifier.Districts.cedarFalls;
import static hallmonitor.notifier.Districts.withPeople;
import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.EscalationEvent.NoticeFailed;
import hallmonitor.contract.event.EscalationEvent.NoticeSent;
import hallmonitor.notifier.mail.ScriptedSmtp;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotifierTest {
  private Mailroom room;
  private Notifier notifier;

  @BeforeEach
  void open() {
    room = new Mailroom();
  }

  @AfterEach
  void close() {
    notifier.close();
    room.close();
  }

  @Test
  void anEscalationReachesThePeopleOfItsBuilding() {
    running();
    CaseEscalated escalation = anEscalation().to("principal", "counselor").event();
    room.escalate(escalation);

    assertThat(mails(2))
        .extracting(m -> m.getAllRecipients()[0].toString())
        .containsExactlyInAnyOrder(
            "Kofi Osei <osei@cedar.example>",
            "=?UTF-8?Q?In=C3=A9s_Molina?= <molina@cedar.example>");
    await()
        .untilAsserted(
            () ->
                assertThat(room.published(NoticeSent.class, escalation))
                    .extracting(NoticeSent::person)
                    .containsExactlyInAnyOrder("osei", "molina"));
  }

  @Test
  void theHeadersThreadACaseAndKeepMachinesFromAnswering() throws Exception {
    running();
    UUID caseId = UUID.randomUUID();
    CaseEscalated escalation = anEscalation().ofCase(caseId).event();
    room.escalate(escalation);

    MimeMessage mail = mails(1).get(0);
    await().until(() -> !room.published(NoticeSent.class, escalation).isEmpty());
    UUID noticeId = room.published(NoticeSent.class, escalation).get(0).noticeId();

    assertThat(mail.getMessageID()).isEqualTo("<" + noticeId + "@hallmonitor.cedar.example>");
    assertThat(mail.getHeader("References", null))
        .isEqualTo("<case." + caseId + "@hallmonitor.cedar.example>")
        .isEqualTo(mail.getHeader("In-Reply-To", null));
    assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
    assertThat(mail.getHeader("List-Unsubscribe")).isNull();
    String link = "http://answers/" + escalation.escalationId() + "/osei";
    assertThat(part(mail, 0)).containsOnlyOnce("http").contains(link);
    assertThat(part(mail, 1)).contains(link).startsWith("<!doctype html>");
  }

  @Test
  void aRedeliverySendsNothingTwice() {
    running();
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);
    room.escalate(escalation);
    CaseEscalated later = anEscalation().event();
    room.escalate(later);

    await()
        .until(
            () ->
                !room.published(NoticeSent.class, later).isEmpty()
                    && !room.published(NoticeSent.class, escalation).isEmpty());

    assertThat(room.mails()).hasSize(2);
    assertThat(room.published(NoticeSent.class, escalation)).hasSize(1);
  }

  @Test
  void aMailServerThatWasDownGetsTheMailOnceAndTheTroubleIsPublishedOnce() {
    room.closeMail();
    notifier = room.notifier(cedarFalls()).start();
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);
    await()
        .until(
            () ->
                room.database.withHandle(
                        h ->
                            h.createQuery("select coalesce(max(attempts), 0) from notice")
                                .mapTo(Integer.class)
                                .one())
                    >= 2);
    assertThat(notifier.mailTrouble()).hasValueSatisfying(t -> assertThat(t).contains("answer"));
    assertThat(notifier.faults()).isEmpty();

    room.openMail();

    await().until(() -> !room.published(NoticeSent.class, escalation).isEmpty());
    assertThat(room.mails()).hasSize(1);
    assertThat(notifier.mailTrouble()).isEmpty();
    assertThat(room.published(NoticeFailed.class, escalation))
        .singleElement()
        .satisfies(failed -> assertThat(failed.willRetry()).isTrue())
        .satisfies(failed -> assertThat(failed.message()).contains("hallmonitor.mail.host"));
  }

  @Test
  void aRefusedRecipientIsFinalAndTheOthersGetTheirMail() throws IOException {
    try (ScriptedSmtp picky = ScriptedSmtp.answering("RCPT TO:<osei", "550 5.1.1 unknown")) {
      notifier = room.notifier(cedarFalls(), picky.port()).start();
      CaseEscalated escalation = anEscalation().to("principal", "counselor").event();
      room.escalate(escalation);

      await().until(() -> !room.published(NoticeSent.class, escalation).isEmpty());
      await().until(() -> !room.published(NoticeFailed.class, escalation).isEmpty());

      assertThat(room.published(NoticeSent.class, escalation))
          .extracting(NoticeSent::person)
          .containsExactly("molina");
      assertThat(room.published(NoticeFailed.class, escalation))
          .singleElement()
          .satisfies(failed -> assertThat(failed.person()).isEqualTo("osei"))
          .satisfies(failed -> assertThat(failed.willRetry()).isFalse());
    }
  }

  @Test
  void whatWasQueuedIsSentByTheNextNotifier() {
    notifier = room.notifier(cedarFalls(), 1).start(); // nothing listens on port 1
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);
    await().until(() -> room.count("notice") == 1);
    notifier.close();

    running();

    mails(1);
  }

  @Test
  void whereNobodyCanBeToldThatIsPublishedAndShown() {
    notifier = room.notifier(withPeople()).start();
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);

    await().until(() -> !room.published(NoticeFailed.class, escalation).isEmpty());
    notifier.measure();

    assertThat(room.published(NoticeFailed.class, escalation).get(0))
        .satisfies(failed -> assertThat(failed.person()).isEmpty())
        .satisfies(failed -> assertThat(failed.willRetry()).isFalse());
    assertThat(notifier.queue().nobodyTold()).isEqualTo(1);
  }

  @Test
  void hostileNamesAndTextsAreHarmless() throws Exception {
    running();
    CaseEscalated escalation =
        anEscalation()
            .by("x\r\nBcc: everybody@cedar.example\u0000")
            .saying("\u0000 \uD83C broken <script> 🎉")
            .on("gone", "Fans 🎉\r\nBcc: everybody@cedar.example\u202E")
            .in("nowhere\r\nBcc: everybody@cedar.example")
            .to("superintendent")
            .event();
    room.escalate(escalation);

    MimeMessage mail = mails(1).get(0);

    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(mail.getSubject()).endsWith("nowhere Bcc: everybody@cedar.example");
    assertThat(part(mail, 0)).contains("Fans 🎉 Bcc").doesNotContain("\u202E");
    assertThat(part(mail, 1)).doesNotContain("script");
  }

  @Test
  void aSpanishReaderGetsSpanish() throws Exception {
    running();
    room.escalate(anEscalation().to("counselor").event());

    MimeMessage mail = mails(1).get(0);

    assertThat(mail.getSubject()).startsWith("ACTÚE AHORA: ");
    assertThat(part(mail, 0)).contains("El comentario se está ocultando");
    assertThat(mail.getHeader("Content-Language", null)).isEqualTo("es");
  }

  @Test
  void whatCanWaitIsSentAfterQuietHoursAndDigestsAsOneMail() throws Exception {
    Instant night = Instant.parse("2026-11-26T08:00:00Z");
    notifier = room.notifier(cedarFalls(), at(night)).start();
    CaseEscalated soon = anEscalation().urgent(SOON).event();
    CaseEscalated one = anEscalation().of("spam").urgent(DIGEST).event();
    CaseEscalated two = anEscalation().of("unsigned").urgent(DIGEST).event();
    List.of(soon, one, two).forEach(room::escalate);
    CaseEscalated urgent = anEscalation().event();
    room.escalate(urgent);
    await().until(() -> !room.published(NoticeSent.class, urgent).isEmpty());
    await().until(() -> room.count("notice") == 4);
    assertThat(room.mails()).hasSize(1);
    notifier.close();

    Instant morning = Instant.parse("2026-11-26T12:30:01Z");
    notifier = room.notifier(cedarFalls(), at(morning)).start();

    // By now the urgent one is due for a reminder, too, which may go out before the digest.
    await()
        .untilAsserted(
            () ->
                assertThat(room.mails())
                    .extracting(MimeMessage::getSubject)
                    .filteredOn(subject -> subject.startsWith("2 comments to review"))
                    .hasSize(1));
    await().until(() -> !room.published(NoticeSent.class, one).isEmpty());
    await().until(() -> !room.published(NoticeSent.class, two).isEmpty());
  }

  @Test
  void aRecordThatIsNoEscalationDoesNotHoldUpTheNext() {
    running();
    CaseEscalated escalation = anEscalation().event();
    room.send(escalation.key(), "{\"case\": oops".getBytes(UTF_8));
    room.escalate(escalation);

    mails(1);
  }

  private void running() {
    notifier = room.notifier(cedarFalls()).start();
  }

  private List<MimeMessage> mails(int count) {
    await().pollInterval(Duration.ofMillis(10)).until(() -> room.mails().length >= count);
    return Arrays.asList(room.mails());
  }

  private static String part(MimeMessage mail, int index) throws Exception {
    return ((MimeMultipart) mail.getContent()).getBodyPart(index).getContent().toString();
  }

  private static InstantSource at(Instant time) {
    return InstantSource.fixed(time);
  }
}
