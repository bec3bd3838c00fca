package hallmonitor.notifier.mail;

import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.notifier.Districts;
import hallmonitor.notifier.EscalationBuilder;
import hallmonitor.notifier.Houses;
import hallmonitor.notifier.escalation.EscalationEffect.Occasion;
import hallmonitor.notifier.notice.ComposedNotice;
import hallmonitor.notifier.notice.NoticeComposer;
import hallmonitor.notifier.notice.NoticeReason;
import hallmonitor.notifier.notice.NoticeSettings;
import hallmonitor.notifier.notice.NoticeSubject;
import hallmonitor.notifier.notice.PersonNames;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.escalation.EscalationFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Writes mails to {@code target/mails}, for people to look at in a browser. */
class MailsToLookAtTest {
  private static final District DISTRICT = Districts.cedarFalls();
  private final Layout layout = new Layout();

  @Test
  void aReminderOfSuspectedAbuse() throws IOException {
    ComposedNotice letter =
        letter("osei", anEscalation().of("abuse-disclosure"), Occasion.REMINDED, 0, Houses.plain());

    keep("reminder-abuse", letter);
  }

  @Test
  void aSpanishPileOnThatWasPassedOn() throws IOException {
    ComposedNotice letter =
        letter("molina", anEscalation().of("self-harm"), Occasion.PASSED_ON, 12, Houses.plain());

    keep("passed-on-spanish", letter);
  }

  @Test
  void longNamesEmojiRightToLeftTextAndHostileHtml() throws IOException {
    NoticeSettings quoting =
        Houses.of(
            EscalationFile.read("notices: { name-for: [principal], quote-for: [principal] }"));
    ComposedNotice letter =
        letter(
            "osei",
            anEscalation()
                .by("Maximiliana-Alexandra Wolfeschlegelsteinhausenbergerdorff 🎉 \u202Eevil")
                .on("gone", "W".repeat(90))
                .saying("مرحبا 🎉 <img src=x onerror=alert(1)> \u202Ereversed\nsecond line"),
            Occasion.HANDED_OVER,
            1,
            quoting);

    assertThat(layout.html(letter)).doesNotContain("<img").doesNotContain("\u202E");
    keep("hostile", letter);
  }

  private static ComposedNotice letter(
      String person, EscalationBuilder of, Occasion occasion, int more, NoticeSettings house) {
    Person reader = DISTRICT.person(person).orElseThrow();
    return NoticeComposer.notice(
        house,
        PersonNames.of(DISTRICT),
        reader,
        new NoticeSubject(
            of.build(),
            UUID.randomUUID(),
            "principal",
            new NoticeReason(occasion, List.of("osei", "stone"), 30),
            more));
  }

  private void keep(String name, ComposedNotice letter) throws IOException {
    Path folder = Files.createDirectories(Path.of("target/mails"));
    Files.writeString(folder.resolve(name + ".html"), layout.html(letter));
    Files.writeString(folder.resolve(name + ".txt"), layout.plain(letter));
    assertThat(layout.html(letter)).containsOnlyOnce("<a href=");
  }
}
