package hallmonitor.settings.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EscalationFileTest {
  @Test
  void theSampleIsRightAndIsWhatHoldsWithoutAFile() throws IOException {
    EscalationRules sample =
        EscalationFile.read(Files.readString(Path.of("../config/escalation.yaml")));

    assertThat(sample).isEqualTo(EscalationFile.read(""));
    assertThat(sample.immediate().pace().remindAfter()).isEqualTo(Duration.ofMinutes(15));
    assertThat(sample.immediate().pace().passOnAfter()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void theDutiesShippedNameTheHotlineTheCrisisLineAndTheEmergencyNumber() {
    EscalationRules rules = EscalationFile.read("");

    assertThat(rules.duties("abuse-disclosure").get(0))
        .satisfies(
            duty -> {
              assertThat(duty.text("en"))
                  .startsWith("This notice is not the report.")
                  .contains("1-800-252-2873");
              assertThat(duty.source()).isEqualTo("325 ILCS 5/7");
              assertThat(duty.within()).contains(Duration.ofHours(48));
              assertThat(duty.eachPerson()).isTrue();
              assertThat(duty.fields()).containsExactly("called-at", "call-id", "sent-at");
            });
    assertThat(rules.duties("self-harm").get(0).text("es")).contains("988");
    assertThat(rules.duties("threat")).anyMatch(duty -> duty.text("en").contains("911"));
    assertThat(rules.duties())
        .allSatisfy(duty -> assertThat(duty.text()).containsOnlyKeys("en", "es"));
  }

  @Test
  void aCategoryTakesOverWhatItDoesNotSay() {
    EscalationRules rules =
        EscalationFile.read(
            """
            immediate: { remind-after: 5m, pass-on-after: 10m }
            categories:
              threat: { immediate: { pass-on-after: 20m } }
            """);

    assertThat(rules.category("threat", true).pace())
        .extracting(EscalationPace::remindAfter, EscalationPace::passOnAfter)
        .containsExactly(Duration.ofMinutes(5), Duration.ofMinutes(20));
    assertThat(rules.category("bullying", true).pace().passOnAfter())
        .isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void anAcknowledgmentOfDangerRunsOutAndOneOfLessOnlyWhereTheFileSaysSo() {
    EscalationRules shipped = EscalationFile.read("");
    assertThat(shipped.immediate().pace().acknowledgedFor()).contains(Duration.ofMinutes(60));
    assertThat(shipped.category("threat", true).pace().acknowledgedFor())
        .contains(Duration.ofMinutes(60));
    assertThat(shipped.soon().pace().acknowledgedFor()).isEmpty();

    EscalationRules own =
        EscalationFile.read(
            """
            immediate: { acknowledged-for: 20m }
            soon: { acknowledged-for: 2d }
            categories:
              threat: { immediate: { acknowledged-for: 10m } }
            """);
    assertThat(own.immediate().pace().acknowledgedFor()).contains(Duration.ofMinutes(20));
    assertThat(own.soon().pace().acknowledgedFor()).contains(Duration.ofDays(2));
    assertThat(own.category("threat", true).pace().acknowledgedFor())
        .contains(Duration.ofMinutes(10));
  }

  @Test
  void anAcknowledgmentOfDangerCannotCountForMoreThanADay() {
    assertThatThrownBy(() -> EscalationFile.read("immediate: { acknowledged-for: 60d }"))
        .hasMessageContaining("'acknowledged-for' must be 1d at most here");
  }

  @Test
  void allMistakesAreNamedWithTheirPlaces() {
    assertThatThrownBy(
            () ->
                EscalationFile.read(
                    """
                    immediate:
                      remind-after: 40m
                      then: [janitor]
                      rounds: 0
                      fold: { within: soon, by: [colour] }
                    categories:
                      treat: { immediate: {} }
                    duties:
                      - id: a
                        categories: [threat]
                        title: { es: Hola }
                        within: 3h
                        business-days: 2
                      - { id: a, categories: [], title: { en: A }, text: { en: B } }
                    holidays: [christmas]
                    second-channel:
                      - { id: x, shape: pigeon }
                    """))
        .hasMessageContaining("escalation.yaml:2:17: 'remind-after' must not be longer")
        .hasMessageContaining("escalation.yaml:3:10: 'janitor' is not one of")
        .hasMessageContaining("'0' is not a whole number from 1 to 20")
        .hasMessageContaining("'colour' is not one of post, author, text")
        .hasMessageContaining("unknown key 'treat'")
        .hasMessageContaining("'en' is missing")
        .hasMessageContaining("'text' is missing")
        .hasMessageContaining("either 'within' a time or for 'business-days'")
        .hasMessageContaining("'a' is used twice")
        .hasMessageContaining("name at least one category")
        .hasMessageContaining("'christmas' is not a date")
        .hasMessageContaining("'pigeon' is not one of generic, teams, slack")
        .hasMessageContaining("'url-secret' is missing");
  }

  @Test
  void aSlipOfTheUnitDoesNotSilenceWhatIsDangerous() {
    assertThatThrownBy(() -> EscalationFile.read("immediate: { pass-on-after: 30d }"))
        .hasMessageContaining("'pass-on-after' must be 1d at most here");
    assertThatThrownBy(() -> EscalationFile.read("soon: { pass-on-after: 9999999999999999d }"))
        .hasMessageContaining("9999999999999999d");
  }

  @Test
  void newsAreGatheredForAMinuteUnlessTheFileSaysOtherwise() {
    assertThat(EscalationFile.read("").newsWithin()).hasSeconds(60);
    assertThat(EscalationFile.read("holidays: []").newsWithin()).hasSeconds(60);
    assertThat(EscalationFile.read("notices: { news-within: 5m }").newsWithin()).hasMinutes(5);
    assertThatThrownBy(() -> EscalationFile.read("notices: { news-within: 60d }"))
        .hasMessageContaining("'news-within' must be 1d at most here");
  }

  @Test
  void theAnswerPageKeepsTheWordsBehindATapAndCallsTheLinesOfTheCategory() {
    AnswerPageRules shipped = EscalationFile.read("").answerPage();

    assertThat(shipped.wordsAtOnce()).isFalse();
    assertThat(shipped.calls(List.of("threat")))
        .extracting(CallLine::number)
        .containsExactly("911");
    assertThat(shipped.calls(List.of("threat", "self-harm")))
        .extracting(line -> line.name("es"))
        .containsExactly("Emergencias", "Línea de crisis");
    assertThat(CallLine.dialed("1-800-252-2873")).isEqualTo("18002522873");
  }

  @Test
  void aFileFromBeforeTheAnswerPageStillOffersTheEmergencyNumber() {
    AnswerPageRules before = EscalationFile.read("holidays: []").answerPage();

    assertThat(before.calls()).extracting(CallLine::number).containsExactly("911");
    assertThat(EscalationFile.read("answer-page: { words: at-once }").answerPage())
        .isEqualTo(new AnswerPageRules(true, List.of()));
  }

  @Test
  void aNumberThatNoTelephoneDialsIsAMistake() {
    assertThatThrownBy(
            () ->
                EscalationFile.read(
                    """
                    answer-page:
                      calls:
                        - { number: "call me", name: { en: Office }, categories: [threats] }
                    """))
        .hasMessageContaining("'call me' is not a telephone number")
        .hasMessageContaining("'threats' is not one of");
  }
}
