package hallmonitor.notifier.mail;

import static hallmonitor.notifier.Districts.cedarFalls;
import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CaseEscalated.Urgency;
import hallmonitor.notifier.Houses;
import hallmonitor.notifier.escalation.EscalationEffect.Occasion;
import hallmonitor.notifier.notice.ComposedNotice;
import hallmonitor.notifier.notice.NoticeComposer;
import hallmonitor.notifier.notice.NoticeReason;
import hallmonitor.notifier.notice.NoticeSettings;
import hallmonitor.notifier.notice.NoticeSubject;
import hallmonitor.notifier.notice.PersonNames;
import hallmonitor.settings.escalation.EscalationFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LayoutTest {
  private static final NoticeSettings HOUSE =
      Houses.of(EscalationFile.read(quotingForPrincipals()));

  private final Layout layout = new Layout();

  private static String quotingForPrincipals() {
    try {
      return Files.readString(Path.of("../deploy/config/escalation.yaml"))
          .replace("quote-for: []", "quote-for: [principal]");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void plainTextSaysTheDutyFirstAndFitsAPhone() {
    String text = layout.plain(letter("wait for it"));

    assertThat(text)
        .startsWith("*** If anyone may be in danger now, call 911 first. ***\n\nPossible threat");
    assertThat(text).contains("School: Cedar High School\n").contains("\"wait for it\"");
    assertThat(text).containsOnlyOnce("http://answers/");
    assertThat(text.lines().count()).isLessThan(20);
    assertThat(text).doesNotContain("\n\n\n").doesNotContain("&");
  }

  @Test
  void hostileTextIsOnlyTextInHtml() {
    String html = layout.html(letter("<script>alert(1)</script> \"' & {letter.subject}"));

    assertThat(html)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; &quot;&#39; &amp; {letter.subject}")
        .doesNotContain("<script");
  }

  @Test
  void aDigestIsLaidOutInBothForms() {
    List<NoticeSubject> many =
        Collections.nCopies(
            21, Houses.first(anEscalation().of("spam").urgent(Urgency.DIGEST).build()));
    ComposedNotice letter =
        NoticeComposer.digest(
            HOUSE, PersonNames.of(cedarFalls()), cedarFalls().people().get(1), many);

    assertThat(layout.plain(letter)).contains("1 more\nOpen the console: http://console/\n");
    assertThat(layout.html(letter)).contains("1 more</h2>");
  }

  @Test
  void aReminderSaysWhyAboveTheFactsInBothForms() {
    ComposedNotice letter =
        NoticeComposer.notice(
            HOUSE,
            PersonNames.of(cedarFalls()),
            cedarFalls().people().get(1),
            new NoticeSubject(
                anEscalation().build(),
                UUID.randomUUID(),
                "principal",
                new NoticeReason(Occasion.REMINDED, List.of(), 15),
                2));

    assertThat(layout.plain(letter))
        .contains("This cannot wait.\nNobody has responded for 15 minutes.\n\nSchool:");
    assertThat(layout.html(letter)).containsOnlyOnce("Nobody has responded for 15 minutes.");
  }

  private static ComposedNotice letter(String quote) {
    return NoticeComposer.notice(
        HOUSE,
        PersonNames.of(cedarFalls()),
        cedarFalls().people().get(1),
        Houses.first(anEscalation().saying(quote).build()));
  }
}
