package hallmonitor.notifier.notice;

import static hallmonitor.notifier.Districts.cedarFalls;
import static hallmonitor.notifier.Districts.cedarFallsPerson;
import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CaseEscalated.Urgency;
import hallmonitor.notifier.EscalationBuilder;
import hallmonitor.notifier.Houses;
import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.settings.escalation.EscalationFile;
import hallmonitor.settings.notice.NoticeTexts;
import hallmonitor.settings.notice.NoticesFile;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoticeComposerTest {
  @Test
  void theSubjectSaysHowUrgentWhatAndWhere() {
    assertThat(letter("osei", anEscalation()).subject())
        .isEqualTo("ACT NOW: Possible threat of violence - Cedar High School");
  }

  @Test
  void aSpanishReaderGetsASpanishLetter() {
    ComposedNotice letter = letter("molina", anEscalation().of("self-harm"));

    assertThat(letter.subject())
        .isEqualTo("ACTÚE AHORA: Alguien podría hacerse daño - Cedar High School");
    assertThat(letter.entries().get(0).linkText()).isEqualTo("Responder y abrir el caso");
    assertThat(letter.footer()).contains("director o directora de Cedar High School");
  }

  @Test
  void whatADistrictWordsItselfIsSaidInItsWords() {
    NoticeSettings shipped = Houses.plain();
    NoticeTexts texts =
        NoticesFile.read(
            """
            subject: { en: "{where}: {what} ({label})" }
            categories:
              threat: { what: { en: Talk of violence }, todo: { en: Call the office. } }
            """);
    NoticeSettings house =
        new NoticeSettings("http://console", shipped.rules(), texts, shipped.links());

    ComposedNotice letter =
        NoticeComposer.notice(
            house,
            PersonNames.of(cedarFalls()),
            cedarFallsPerson("osei"),
            Houses.first(anEscalation().build()));

    assertThat(letter.subject()).isEqualTo("Cedar High School: Talk of violence (ACT NOW)");
    assertThat(letter.title()).isEqualTo("Talk of violence");
    assertThat(letter.entries().get(0).todo()).isEqualTo("Call the office.");
  }

  @Test
  void neitherTheAuthorNorTheCommentsWordsAreInALetter() {
    ComposedNotice letter =
        letter("osei", anEscalation().by("Casey Student").saying("secret words"));

    assertThat(letter.toString()).doesNotContain("Casey").doesNotContain("secret words");
  }

  @Test
  void aDistrictThatChoseSoGetsTheCommentsWords() {
    NoticeSettings house = Houses.of(EscalationFile.read("notices: { quote-for: [principal] }"));
    Escalation escalation = anEscalation().by("Casey").saying("some words").build();

    ComposedNotice letter =
        NoticeComposer.notice(
            house,
            PersonNames.of(cedarFalls()),
            cedarFallsPerson("osei"),
            Houses.first(escalation));

    assertThat(letter.entries().get(0).quote()).isEqualTo("some words");
    assertThat(letter.toString()).doesNotContain("Casey");
  }

  @Test
  void suspectedAbuseShowsTheConfiguredDutyInTheReadersLanguage() {
    assertThat(letter("osei", anEscalation().of("abuse-disclosure")).duty())
        .singleElement()
        .satisfies(
            duty ->
                assertThat(duty)
                    .startsWith("This notice is not the report.")
                    .contains("1-800-252-2873"));
    assertThat(letter("molina", anEscalation().of("abuse-disclosure")).duty())
        .singleElement()
        .satisfies(duty -> assertThat(duty).startsWith("Este aviso no es la denuncia."));
    assertThat(letter("osei", anEscalation().of("bullying")).duty()).isEmpty();
  }

  @Test
  void theClauseHasItsTitleInTheReadersLanguageOrIsSaidToBeInEnglish() {
    EscalationBuilder titled = anEscalation().titledInSpanish("Amenazas");

    assertThat(letter("molina", titled).footer()).endsWith("Cláusula 4.2 de la política: Amenazas");
    assertThat(letter("osei", titled).footer()).endsWith("Policy clause 4.2: Threats");
    assertThat(letter("molina", anEscalation()).footer())
        .endsWith("Cláusula 4.2 de la política: Threats (en inglés)");
  }

  @Test
  void itSaysWhetherTheCommentIsStillVisible() {
    assertThat(letter("osei", anEscalation()).entries().get(0).done()).contains("being hidden");
    assertThat(letter("osei", anEscalation().leftVisible()).entries().get(0).done())
        .contains("still visible");
  }

  @Test
  void theTimeIsTheDistricts() {
    ComposedNotice letter = letter("osei", anEscalation().at("2026-11-25T03:14:00Z"));

    // JDK 20 and later put a narrow no-break space before PM.
    assertThat(letter.entries().get(0).facts().get(2).value().replace('\u202F', ' '))
        .isEqualTo("Tue, Nov 24, 9:14 PM");
  }

  @Test
  void aCategoryOfALaterVersionIsToldInGeneralWords() {
    assertThat(letter("osei", anEscalation().of("something-new")).title())
        .isEqualTo("Comment that needs a decision");
  }

  @Test
  void aHostileAccountNameIsOneHarmlessLine() {
    ComposedNotice letter =
        letter("osei", anEscalation().on("gone", "News\r\nBcc: x@x.example\u202E"));

    assertThat(letter.entries().get(0).facts())
        .contains(new ComposedNotice.Fact("Account", "News Bcc: x@x.example"));
  }

  @Test
  void aDigestHasOneEntryForEachCaseAndCountsThem() {
    ComposedNotice letter = digest(2);

    assertThat(letter.subject()).isEqualTo("2 comments to review - Cedar Falls School District 40");
    assertThat(letter.entries()).hasSize(2);
  }

  @Test
  void aLongDigestLeadsToTheConsole() {
    ComposedNotice letter = digest(23);

    assertThat(letter.entries()).hasSize(21);
    assertThat(letter.entries().get(20).title()).isEqualTo("3 more");
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(keys("en")).isEqualTo(keys("es"));
  }

  @Test
  void aRoleThatTheDistrictNamesGetsTheQuoteAndTheName() {
    NoticeSettings house =
        Houses.of(
            EscalationFile.read("notices: { quote-for: [principal], name-for: [principal] }"));
    Escalation escalation = anEscalation().by("Casey").saying("some words").build();

    ComposedNotice principal =
        NoticeComposer.notice(
            house,
            PersonNames.of(cedarFalls()),
            cedarFallsPerson("osei"),
            Houses.first(escalation));
    ComposedNotice counselor =
        NoticeComposer.notice(
            house,
            PersonNames.of(cedarFalls()),
            cedarFallsPerson("molina"),
            new NoticeSubject(escalation, escalation.id(), "counselor", NoticeReason.FIRST, 0));

    assertThat(principal.toString()).contains("Casey").contains("some words");
    assertThat(counselor.toString()).doesNotContain("Casey").doesNotContain("some words");
  }

  private static ComposedNotice digest(int cases) {
    List<NoticeSubject> subjects =
        IntStream.range(0, cases)
            .mapToObj(n -> anEscalation().of("unsigned").urgent(Urgency.DIGEST).build())
            .map(Houses::first)
            .toList();
    return NoticeComposer.digest(
        Houses.plain(), PersonNames.of(cedarFalls()), cedarFallsPerson("osei"), subjects);
  }

  private static ComposedNotice letter(String person, EscalationBuilder escalation) {
    return NoticeComposer.notice(
        Houses.plain(),
        PersonNames.of(cedarFalls()),
        cedarFallsPerson(person),
        Houses.first(escalation.build()));
  }

  private static java.util.Set<String> keys(String language) {
    return new java.util.TreeSet<>(
        ResourceBundle.getBundle("notices.phrases", java.util.Locale.forLanguageTag(language))
            .keySet());
  }
}
