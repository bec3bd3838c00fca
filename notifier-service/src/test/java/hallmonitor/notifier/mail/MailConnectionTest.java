package hallmonitor.notifier.mail;

import static hallmonitor.notifier.Districts.cedarFalls;
import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.notifier.Houses;
import hallmonitor.notifier.notice.NoticeComposer;
import hallmonitor.notifier.notice.PersonNames;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.secret.NamedSecrets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailConnectionTest {
  private static final Person OSEI =
      new Person("osei", "Kofi Osei", "osei@cedar.example", "en", List.of());

  @ParameterizedTest(name = "{1} to {0} is final")
  @CsvSource({
    "RCPT, 550 5.1.1 no such user",
    "RCPT, 553 mailbox name not allowed",
    "., 554 content refused",
    "., 552 5.3.4 too big",
  })
  void aRefusedRecipientOrContentIsFinal(String command, String answer) throws IOException {
    assertThat(sendTo(command, answer)).isInstanceOf(MailAttempt.Refused.class);
  }

  @ParameterizedTest(name = "{1} to {0} is {2}")
  @CsvSource({
    "RCPT, 450 try later, recipient-450, false",
    "RCPT, 451 4.7.1 greylisted, recipient-451, false",
    "RCPT, 554 5.7.1 relay access denied, relay-554, true",
    "RCPT, 530 5.7.0 sign in first, relay-530, true",
    "MAIL, 550 who are you, sender-550, true",
    "MAIL, 554 who are you, sender-554, true",
    "MAIL, 451 busy, server-451, true",
    "DATA, 421 shutting down, server-421, true",
    "., 452 disk full, server-452, true",
  })
  void whateverMayPassIsTriedAgain(
      String command, String answer, String trouble, boolean serverWide) throws IOException {
    assertThat(sendTo(command, answer))
        .isInstanceOfSatisfying(
            MailAttempt.Delayed.class,
            delayed -> {
              assertThat(delayed.trouble()).isEqualTo(trouble);
              assertThat(delayed.serverWide()).isEqualTo(serverWide);
            });
  }

  @Test
  void aServerThatIsNotThereIsTriedAgain() throws IOException {
    int port;
    try (ScriptedSmtp gone = new ScriptedSmtp(line -> Optional.empty())) {
      port = gone.port();
    }

    assertThat(send(MailSettingsForTests.onPort(port), Optional.empty()))
        .isInstanceOfSatisfying(
            MailAttempt.Delayed.class, d -> assertThat(d.trouble()).isEqualTo("unreachable"));
  }

  @ParameterizedTest(name = "hanging up at {0}: {1}, may have arrived: {2}")
  @CsvSource({
    "MAIL, unreachable, false",
    "DATA, unreachable, false",
    "., unanswered, true",
  })
  void aMailOfWhichTheServerGotTheEndMayHaveArrivedWithoutItsAnswer(
      String command, String trouble, boolean mayHaveArrived) throws IOException {
    assertThat(sendTo(command, ScriptedSmtp.HANG_UP))
        .isInstanceOfSatisfying(
            MailAttempt.Delayed.class,
            delayed -> {
              assertThat(delayed.trouble()).isEqualTo(trouble);
              assertThat(delayed.mayHaveArrived()).isEqualTo(mayHaveArrived);
            });
  }

  @Test
  void aServerThatPutsAMailOffAtItsEndHasNotTakenIt() throws IOException {
    assertThat(sendTo(".", "452 disk full"))
        .isInstanceOfSatisfying(
            MailAttempt.Delayed.class, d -> assertThat(d.mayHaveArrived()).isFalse());
  }

  @Test
  void aPasswordIsNotSentToAServerWithoutEncryption() throws IOException {
    try (ScriptedSmtp plain = ScriptedSmtp.answering("EHLO", "250 AUTH PLAIN LOGIN")) {
      MailAttempt attempt =
          send(
              MailSettingsForTests.onPort(plain.port()),
              Optional.of(new MailCredential("user", "secret")));

      assertThat(attempt).isInstanceOf(MailAttempt.Delayed.class);
      assertThat(plain.commands()).noneMatch(line -> line.startsWith("AUTH"));
    }
  }

  @Test
  void oneConnectionServesManyMails() throws IOException {
    try (ScriptedSmtp server = new ScriptedSmtp(line -> Optional.empty());
        MailConnection connection = connection(server.port())) {
      connection.send(mail(OSEI));
      connection.send(mail(OSEI));

      assertThat(server.commands()).filteredOn(line -> line.startsWith("EHLO")).hasSize(1);
      assertThat(server.commands()).filteredOn("."::equals).hasSize(2);
    }
  }

  @Test
  void aSenderThatIsNoAddressStopsTheStart() {
    MailSettings settings =
        new MailSettingsForTests("127.0.0.1", 25, "Hall Monitor", Optional.empty());

    assertThatThrownBy(() -> new MailServer(settings, Optional.empty()))
        .hasMessageContaining("hallmonitor.mail.from");
  }

  private static NamedSecrets secrets(Map<String, String> environment) {
    return NamedSecrets.in(Path.of("no-such-folder"), environment::get);
  }

  @Test
  void aMissingSecretIsNamed() {
    assertThatThrownBy(() -> MailCredential.named("post", secrets(Map.of())))
        .hasMessageContaining("no-such-folder/post")
        .hasMessageContaining("HALLMONITOR_SECRET_POST");
    assertThat(MailCredential.named("post", secrets(Map.of("HALLMONITOR_SECRET_POST", "u:p:q"))))
        .isEqualTo(new MailCredential("u", "p:q"))
        .hasToString("MailCredential[user and password withheld]");
  }

  private static MailAttempt sendTo(String command, String answer) throws IOException {
    try (ScriptedSmtp server = ScriptedSmtp.answering(command, answer)) {
      return send(MailSettingsForTests.onPort(server.port()), Optional.empty());
    }
  }

  private static MailAttempt send(MailSettings settings, Optional<MailCredential> credential) {
    try (MailConnection connection = new MailServer(settings, credential).connection()) {
      return connection.send(mail(OSEI));
    }
  }

  private static MailConnection connection(int port) {
    return new MailServer(MailSettingsForTests.onPort(port), Optional.empty()).connection();
  }

  private static NoticeMail mail(Person to) {
    return new NoticeMail(
        UUID.randomUUID(),
        Optional.of(UUID.randomUUID()),
        to,
        NoticeComposer.notice(
            Houses.plain(), PersonNames.of(cedarFalls()), to, Houses.first(anEscalation().build())),
        Instant.now());
  }
}
