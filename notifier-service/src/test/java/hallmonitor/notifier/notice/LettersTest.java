package hallmonitor.notifier.notice;

import static hallmonitor.notifier.Districts.cedarFalls;
import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.district.District.Person;
import hallmonitor.contract.event.CaseEscalated.Urgency;
import hallmonitor.notifier.EscalationBuilder;
import hallmonitor.notifier.escalation.Escalation;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LettersTest {
  private static final Map<String, Map<String, String>> DUTIES =
      Map.of("abuse-disclosure", Map.of("en", "Call 555-0100.", "es", "Llame al 555-0100."));

  @Test
  void theSubjectSaysHowUrgentWhatAndWhere() {
    assertThat(letter("osei", anEscalation()).subject())
        .isEqualTo("ACT NOW: Possible threat of violence - Cedar High School");
  }

  @Test
  void aSpanishReaderGetsASpanishLetter() {
    Letter letter = letter("molina", anEscalation().of("self-harm"));

    assertThat(letter.subject())
        .isEqualTo("ACTÚE AHORA: Alguien podría hacerse daño - Cedar High School");
    assertThat(letter.entries().get(0).linkText()).isEqualTo("Abrir el caso");
    assertThat(letter.footer()).contains("director o directora de Cedar High School");
  }

  @Test
  void neitherTheAuthorNorTheCommentsWordsAreInALetter() {
    Letter letter = letter("osei", anEscalation().by("Casey Student").saying("secret words"));

    assertThat(letter.toString()).doesNotContain("Casey").doesNotContain("secret words");
  }

  @Test
  void aDistrictThatChoseSoGetsTheCommentsWords() {
    House house = new House("http://console", true, Map.of());
    Escalation escalation = anEscalation().by("Casey").saying("some words").build();

    Letter letter = Letters.notice(house, cedarFalls(), person("osei"), "principal", escalation);

    assertThat(letter.entries().get(0).quote()).isEqualTo("some words");
    assertThat(letter.toString()).doesNotContain("Casey");
  }

  @Test
  void suspectedAbuseShowsTheConfiguredDutyInTheReadersLanguage() {
    assertThat(letter("osei", anEscalation().of("abuse-disclosure")).duty())
        .containsExactly("Call 555-0100.");
    assertThat(letter("molina", anEscalation().of("abuse-disclosure")).duty())
        .containsExactly("Llame al 555-0100.");
    assertThat(letter("osei", anEscalation().of("bullying")).duty()).isEmpty();
  }

  @Test
  void itSaysWhetherTheCommentIsStillVisible() {
    assertThat(letter("osei", anEscalation()).entries().get(0).done()).contains("being hidden");
    assertThat(letter("osei", anEscalation().leftVisible()).entries().get(0).done())
        .contains("still visible");
  }

  @Test
  void theTimeIsTheDistricts() {
    Letter letter = letter("osei", anEscalation().at("2026-11-25T03:14:00Z"));

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
    Letter letter = letter("osei", anEscalation().on("gone", "News\r\nBcc: x@x.example\u202E"));

    assertThat(letter.entries().get(0).facts())
        .contains(new Letter.Fact("Account", "News Bcc: x@x.example"));
  }

  @Test
  void aDigestHasOneEntryForEachCaseAndCountsThem() {
    Letter letter = digest(2);

    assertThat(letter.subject())
        .isEqualTo("2 comments to look at - Cedar Falls School District 40");
    assertThat(letter.entries()).hasSize(2);
  }

  @Test
  void aLongDigestLeadsToTheConsole() {
    Letter letter = digest(23);

    assertThat(letter.entries()).hasSize(21);
    assertThat(letter.entries().get(20).title()).isEqualTo("3 more");
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(keys("en")).isEqualTo(keys("es"));
  }

  private static Letter digest(int cases) {
    List<Escalation> escalations =
        IntStream.range(0, cases)
            .mapToObj(n -> anEscalation().of("unsigned").urgent(Urgency.DIGEST).build())
            .toList();
    return Letters.digest(house(), cedarFalls(), person("osei"), escalations);
  }

  private static Letter letter(String person, EscalationBuilder escalation) {
    return Letters.notice(house(), cedarFalls(), person(person), "principal", escalation.build());
  }

  private static House house() {
    return new House("http://127.0.0.1:8080/", false, DUTIES);
  }

  private static Person person(String id) {
    return cedarFalls().people().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
  }

  private static java.util.Set<String> keys(String language) {
    return new java.util.TreeSet<>(
        ResourceBundle.getBundle("notices.phrases", java.util.Locale.forLanguageTag(language))
            .keySet());
  }
}
