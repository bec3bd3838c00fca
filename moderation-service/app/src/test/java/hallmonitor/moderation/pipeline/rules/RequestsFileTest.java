package hallmonitor.moderation.pipeline.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.casework.answer.AnswerLetter;
import hallmonitor.moderation.casework.request.AnswerRules;
import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.casework.request.RequestRules;
import hallmonitor.settings.yaml.InvalidFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RequestsFileTest {
  @Test
  void theShippedFileIsTheOneThatNewInstallationsGet() throws IOException {
    assertThat(RequestsFile.shipped())
        .isEqualTo(Files.readString(Path.of("../../deploy/config/requests.yaml")));
  }

  @Test
  void withoutAFileNoStateIsAssumed() {
    RequestRules rules = RequestsFile.read("");

    assertThat(rules.statute()).isEmpty();
    assertThat(rules.exemption("ferpa")).isPresent();
    assertThat(RequestsFile.read(RequestsFile.shipped()).statute()).as("as shipped").isEmpty();
  }

  @Test
  void officesAreClosedOnTheHolidaysOfTheFile() {
    RequestRules rules = RequestsFile.read("holidays: [2026-12-24]\n");

    assertThat(rules.offices().isOpen(LocalDate.of(2026, 12, 24))).isFalse();
    assertThat(rules.offices().isOpen(LocalDate.of(2026, 12, 23))).isTrue();
  }

  @Test
  void everyReasonAndExemptionNamesItsSourceInBothLanguages() {
    for (String state : new String[] {"illinois", "california", "pennsylvania"}) {
      RequestRules rules =
          RequestsFile.read(RequestsFile.shipped().replace("# state: illinois", "state: " + state));

      assertThat(rules.statute().orElseThrow().reasons()).as(state).hasSizeGreaterThan(3);
      assertThat(rules.allExemptions()).extracting(LegalGround::id).contains("ferpa");
      assertThat(rules.allExemptions())
          .allSatisfy(
              ground -> {
                assertThat(ground.source()).isNotBlank();
                assertThat(ground.address()).startsWith("https://");
                assertThat(ground.in("es")).isNotEqualTo(ground.in("en"));
              });
    }
  }

  @Test
  void everyStateNamesTheRightToReviewWithItsSourceAndWhoSigns() {
    for (String state : new String[] {"illinois", "california", "pennsylvania"}) {
      AnswerRules rules =
          RequestsFile.read(RequestsFile.shipped().replace("# state: illinois", "state: " + state))
              .answers();

      LegalGround review = rules.review().orElseThrow();
      assertThat(review.source()).as(state).isNotBlank();
      assertThat(review.address()).startsWith("https://");
      assertThat(review.in("es")).isNotEqualTo(review.in("en"));
      assertThat(rules.title("en")).endsWith("Officer");
      assertThat(rules.title("es")).isNotEqualTo(rules.title("en"));
    }
  }

  @Test
  void theShippedLetterHasEveryNameInBothLanguages() {
    AnswerRules rules = RequestsFile.read(RequestsFile.shipped()).answers();

    for (String language : new String[] {"en", "es"}) {
      assertThat(AnswerLetter.NAMES)
          .allSatisfy(name -> assertThat(rules.letter(language)).contains("{" + name + "}"));
    }
  }

  @Test
  void aFileFromBeforeLettersGetsTheShippedOneAndNoRightToReview() {
    AnswerRules rules =
        RequestsFile.read(
                """
                state: here
                states:
                  - { id: here, name: Here, source: Law 1, answer: { days: 5, count: business } }
                """)
            .answers();

    assertThat(rules.letter("es"))
        .isEqualTo(RequestsFile.read(RequestsFile.shipped()).answers().letter("es"));
    assertThat(rules.review()).isEmpty();
    assertThat(rules.title("en")).isEqualTo("Records officer");
  }

  @Test
  void aNameThatStandsForNothingInALetterIsNamed() {
    assertThatThrownBy(
            () -> RequestsFile.read("letter: { en: 'Dear {name}', es: 'Hola {number}' }\n"))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("{name} stands for nothing");
  }

  @Test
  void whatAClosedRequestFoundIsHeldForADayAtLeast() {
    assertThatThrownBy(
            () -> RequestsFile.read(RequestsFile.shipped().replace("closing: 180d", "closing: 0d")))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("write whole days from 1d to 3650d");
  }

  @Test
  void allMistakesAreToldWithTheirPlaces() {
    assertThatThrownBy(
            () ->
                RequestsFile.read(
                    """
                    state: ohio
                    office-closes: late
                    remind-before: 0
                    hold-after-closing: 36h
                    holidays: [2026-12-25, christmas]
                    states:
                      - id: illinois
                        name: Illinois
                        source: 5 ILCS 140/3(d)
                        answer: { days: five, count: working }
                        extension:
                          count: business
                          reasons:
                            - { id: a, source: s, en: A, es: A }
                            - { id: a, source: s, en: A, es: "" }
                      - id: nowhere
                        name: Nowhere
                        source: s
                    """))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("'ohio' is not the id of one of the states below")
        .hasMessageContaining("a time such as 16:30")
        .hasMessageContaining("'christmas' is not a date")
        .hasMessageContaining("a whole number from 1 to 30")
        .hasMessageContaining("write whole days from 1d to 3650d")
        .hasMessageContaining("a whole number from 1 to 366")
        .hasMessageContaining("business, calendar")
        .hasMessageContaining("'days' is missing")
        .hasMessageContaining("'a' is used twice")
        .hasMessageContaining("'es' is empty")
        .hasMessageContaining("'answer' is missing");
  }
}
