package hallmonitor.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.notifier.trouble.Troubles;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.DistrictFile;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is told of a trouble, by which ways, how often, and when it is over. */
class TroubleTest extends MessagesTests {
  private static final String SUBJECT = "silent/moderation";
  private static final String WHY = "The moderation service gives no sign of life.";
  private static final List<String> ALL =
      List.of("twilio-text", "twilio-call", "pagerduty", "teams", "slack");

  @Test
  void anUrgentTroubleIsMailedAndCalledAndToldToEveryTool() {
    running(withDirectorsPhone(), ALL, "");
    begins(true);

    await().until(() -> mailsTo("chan").size() == 1);
    MimeMessage mail = mailsTo("chan").get(0);
    assertThat(MailText.subject(mail))
        .isEqualTo("A part of Hall Monitor has stopped: judging comments and the console");
    assertThat(MailText.body(mail))
        .contains(WHY)
        .contains("read your accounts on the platforms")
        .contains("/troubles");
    assertThat(provider.texts())
        .singleElement()
        .satisfies(text -> assertThat(text.form()).containsEntry("To", "+16305550111"));
    assertThat(provider.calls())
        .singleElement()
        .satisfies(call -> assertThat(call.form().get("Twiml")).contains("has stopped"));
    assertThat(provider.incidents()).containsExactly("trigger");
    assertThat(provider.taken("/")).hasSize(5);
  }

  @Test
  void anOrdinaryTroubleIsOnlyMailed() {
    running(withDirectorsPhone(), ALL, "");
    begins(false);

    await().until(() -> mailsTo("chan").size() == 1);
    assertThat(provider.taken("/")).isEmpty();
  }

  @Test
  void itIsToldOnceRemindedLessAndLessOftenAndARestartNeitherRepeatsNorForgets() {
    running(withDirectorsPhone(), List.of("twilio-call"), "");
    begins(true);
    await().until(() -> provider.calls().size() == 1);

    notifier.close();
    running(withDirectorsPhone(), List.of("twilio-call"), "");
    begins(true);
    clock.forward(Duration.ofMinutes(29));
    untilBookIsRead();
    assertThat(provider.calls()).hasSize(1);

    clock.forward(Duration.ofMinutes(2));
    await().until(() -> provider.calls().size() == 2);
    clock.forward(Duration.ofMinutes(59));
    untilBookIsRead();
    assertThat(provider.calls()).hasSize(2);
    clock.forward(Duration.ofMinutes(2));
    await().until(() -> provider.calls().size() == 3);
    await().until(() -> subjects().size() == 3);
    assertThat(subjects().get(2)).startsWith("Reminder: ");
  }

  @Test
  void itsEndIsToldByMailAndToToolsOnceItLasts() {
    running(withDirectorsPhone(), List.of("twilio-call", "pagerduty"), "");
    begins(true);
    await().until(() -> provider.incidents().size() == 1);
    await().until(() -> told() == 1);

    ends();
    untilBookIsRead();
    assertThat(provider.incidents()).hasSize(1);
    clock.forward(Duration.ofSeconds(61));

    await().until(() -> provider.incidents().equals(List.of("trigger", "resolve")));
    await().until(() -> subjects().size() == 2);
    assertThat(subjects().get(1)).startsWith("Works again: ");
    assertThat(provider.calls()).hasSize(1);
  }

  @Test
  void oneThatComesAndGoesIsToldOnceAnHourAndAnUrgentOneOnceInTenMinutes() {
    running(withDirectorsPhone(), List.of("twilio-call"), "");
    begins(true);
    await().until(() -> told() == 1);
    for (int i = 0; i < 5; i++) {
      ends();
      clock.forward(Duration.ofSeconds(30));
      begins(true);
    }
    untilBookIsRead();
    assertThat(provider.calls()).hasSize(1);

    clock.forward(Duration.ofMinutes(31));
    await().until(() -> provider.calls().size() == 2);
  }

  @Test
  void anUrgentOneThatComesBackIsToldAfterTenMinutesAndCountsAsKnownUntilThen() {
    running(withDirectorsPhone(), List.of("twilio-call"), "");
    begins(true);
    await().until(() -> told() == 1);
    ends();
    clock.forward(Duration.ofSeconds(61));
    await().until(() -> told() == 0);

    clock.forward(Duration.ofMinutes(2));
    begins(true);
    assertThat(damped()).containsExactly(SUBJECT);
    untilBookIsRead();
    assertThat(provider.calls()).hasSize(1);

    clock.forward(Duration.ofMinutes(9));
    await().until(() -> provider.calls().size() == 2);
    await().until(() -> told() == 1);
    assertThat(damped()).isEmpty();
  }

  @Test
  void whileItsLetterIsWrittenItsEndIsTakenDownAndToldAfterwards() {
    provider.saysNothing(1);
    running(withDirectorsPhone(), List.of("twilio-call"), "");
    begins(true);
    await().until(() -> provider.calls().size() == 1);
    ends();
    assertThat(told()).as("its letter is still being written").isZero();

    await().atMost(Duration.ofMinutes(1)).until(() -> told() == 1);
    clock.forward(Duration.ofSeconds(61));
    await().until(() -> subjects().size() == 2);
    assertThat(subjects().get(1)).startsWith("Works again: ");
  }

  @Test
  void ifNoMailGetsThroughThePhoneRingsAndTheSecondChannelIsTold() {
    room.closeMail();
    running(withDirectorsPhone(), List.of("twilio-call"), secondChannel());
    begins(true);

    await().until(() -> provider.calls().size() == 1);
    await().until(() -> room.count("alarm_call") == 1);
    await().until(() -> told() == 1);
  }

  @Test
  void ifNobodyIsReachedItIsTriedAgainUntilSomebodyIs() {
    room.closeMail();
    room.secrets.put("twilio", "AC0123456789:wrong");
    running(withDirectorsPhone(), List.of("twilio-call"), "");
    begins(true);
    await().until(this::isTriedAgain);
    assertThat(told()).isZero();

    room.openMail();
    clock.forward(Duration.ofSeconds(61));
    await().until(() -> subjects().size() == 1);
  }

  private boolean isTriedAgain() {
    return room.database.withHandle(
        h ->
            h.createQuery("select letter_due_at > began_at from message_trouble")
                .mapTo(Boolean.class)
                .one());
  }

  /** Another trouble, told after all that is due. */
  private void untilBookIsRead() {
    String other = "gateway/probe-" + clock.instant();
    room.database.useTransaction(t -> Troubles.note(t, other, "x", clock.instant()));
    await()
        .until(
            () ->
                room.database.withHandle(
                    h ->
                        h.createQuery("select told_times from message_trouble where subject = :s")
                                .bind("s", other)
                                .mapTo(Integer.class)
                                .one()
                            == 1));
    room.database.useHandle(h -> h.execute("delete from message_trouble where subject = ?", other));
  }

  private List<String> subjects() {
    return mailsTo("chan").stream()
        .map(MailText::subject)
        .filter(subject -> subject.contains("Hall Monitor"))
        .toList();
  }

  private int told() {
    return room.database.withHandle(
        h ->
            h.createQuery("select told_times from message_trouble where subject = :s")
                .bind("s", SUBJECT)
                .mapTo(Integer.class)
                .one());
  }

  private void begins(boolean urgent) {
    room.database.useTransaction(t -> Troubles.note(t, SUBJECT, WHY, urgent, clock.instant()));
  }

  private void ends() {
    room.database.useTransaction(t -> Troubles.over(t, SUBJECT, clock.instant()));
  }

  private Set<String> damped() {
    return room.database.withHandle(h -> Troubles.damped(h, clock.instant()));
  }

  private String secondChannel() {
    room.secrets.put("url", provider.address() + "/duty");
    return "second-channel: [{ id: duty, shape: generic, url-secret: url, private-network: true }]";
  }

  private static District withDirectorsPhone() {
    return DistrictFile.read(
        Districts.textWithNumbers()
            .replace(
                "email: chan@cedar.example,",
                "email: chan@cedar.example, messages: { text: \"+16305550111\", call:"
                    + " \"+16305550112\", agreed: 2026-09-01 },"));
  }
}
