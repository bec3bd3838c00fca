package hallmonitor.moderation.console.answer;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.FullDistrict;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The package is opened again: what is left out in one place must not stand in another. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class AnswerLeakTest extends AnswersAtWork {
  private static final String NAMED = "Ana Ruiz missed the bus";
  private static final String QUOTED = "@ana  RUIZ: take the early bus";

  @BeforeEach
  void aNameThatStandsTwice() {
    deciding.allowed("71", "Dana Reyes", NAMED, Duration.ofMinutes(9));
    deciding.allowed("72", "Kai Lund", QUOTED, Duration.ofMinutes(8));
  }

  private void redactedOnce(String... more) {
    asked("bus", more);
    redact(NAMED, "Ana Ruiz");
    releaseTheRest();
    make();
  }

  @Test
  void aNameThatIsRedactedInOneItemAndReleasedInAnotherHoldsThePackage() {
    redactedOnce();

    assertThat(state()).isEqualTo("leaking");
    assertThat(texts("select item_no || ' in ' || place from records_answer_leak"))
        .containsExactly(item(NAMED) + " in item " + number(QUOTED));
    assertThat(texts("select number::text from records_answer_part")).isEmpty();
    assertThat(page(officer, path + "/answer"))
        .contains(
            "Item %d: what is left out stands in item %d".formatted(number(NAMED), number(QUOTED)))
        .doesNotContainIgnoringCase("Ana Ruiz");
    assertThat(texts("select detail from records_request_event")).noneMatch(d -> d.contains("Ana"));
  }

  @Test
  void redactedThereTooItGoesOut() {
    redactedOnce();
    redact(QUOTED, "ana  RUIZ");

    make();

    assertThat(state()).isEqualTo("signing");
  }

  @Test
  void aPersonWhoLookedCanAllowTheSameWordsThereAndOnlyThere() {
    deciding.allowed("73", "Sam Ito", "Ana Ruiz, bus 9", Duration.ofMinutes(7));
    redactedOnce();
    Map<String, String> pass =
        Map.of("item", "" + item(NAMED), "place", "item " + number(QUOTED), "note", "A street.");
    assertThat(officer.post(path + "/answer/passes", pass).statusCode()).isEqualTo(303);

    make();

    assertThat(texts("select place from records_answer_leak"))
        .containsExactly("item " + number("Ana Ruiz, bus 9"));
    assertThat(page(officer, path))
        .contains("Allowed the same words in another place", "A street.");
  }

  @Test
  void oneReasonIsForAllPlacesThatSomeoneChose() {
    deciding.allowed("73", "Sam Ito", "Ana Ruiz, bus 9", Duration.ofMinutes(7));
    redactedOnce();
    assertThat(page(officer, path + "/answer"))
        .containsOnlyOnce("Why the same words may stand there");

    officer.post(
        path + "/answer/passes",
        Map.of(
            "item",
            "" + item(NAMED),
            "place",
            List.of("item " + number(QUOTED), "item " + number("Ana Ruiz, bus 9")),
            "note",
            "A street."));
    make();

    assertThat(state()).isEqualTo("signing");
    assertThat(texts("select detail from records_request_event where kind = 'leak-passed'"))
        .hasSize(1);
    assertThat(
            officer
                .post(path + "/answer/passes", Map.of("item", "" + item(NAMED), "note", "So."))
                .asString())
        .contains("Choose the places where the same words may stand.");
  }

  @Test
  void theNumberOfALawIsNotTakenForARedactedOne() {
    String law = "The bus left at " + FERPA.source().replaceAll("\\D+", " ").strip().split(" ")[0];
    deciding.allowed("73", "Sam Ito", law, Duration.ofMinutes(7));
    asked("bus");
    redact(law, law.substring(law.lastIndexOf(' ') + 1));
    decide(item(NAMED), "withhold", "exemption", "ferpa");
    releaseTheRest();

    make();

    assertThat(texts("select item_no || ' in ' || place from records_answer_leak")).isEmpty();
    assertThat(state()).isEqualTo("signing");
  }

  @Test
  void theCountsOfALetterAreNotTakenForRedactedNumbers() {
    // More records than a month has days, since the letter has a day too.
    for (int i = 0; i < 30; i++) {
      deciding.allowed("b" + i, "Sam Ito", "The bus was late", Duration.ofMinutes(7));
    }
    deciding.allowed("73", "Sam Ito", "Bus 33 was late", Duration.ofMinutes(6));
    asked("bus");
    redact("Bus 33 was late", "33");
    releaseTheRest();

    make();

    assertThat(one("select letter from records_answer where request_id = '" + request() + "'"))
        .contains("We found 33 records. We release 32 in full and 1 in part, and withhold 0.");
    assertThat(texts("select item_no || ' in ' || place from records_answer_leak")).isEmpty();
  }

  @Test
  void aPassIsForTheWordsThatSomeoneLookedAt() {
    redactedOnce();
    Map<String, String> pass =
        Map.of("item", "" + item(NAMED), "place", "item " + number(QUOTED), "note", "A street.");
    officer.post(path + "/answer/passes", pass);
    assertThat(page(officer, path + "/answer")).doesNotContain("what is left out stands in item");
    redact(NAMED, "the bus");

    assertThat(officer.post(path + "/answer/passes", pass).statusCode()).isEqualTo(409);
    make();

    assertThat(state()).as("nobody looked at the new words").isEqualTo("leaking");
  }

  @Test
  void aPassNeedsAReasonAndAPlaceThatWasFound() {
    redactedOnce();
    String place = "item " + number(QUOTED);

    ConsoleResponse empty =
        officer.post(
            path + "/answer/passes", Map.of("item", "" + item(NAMED), "place", place, "note", " "));
    assertThat(empty.asString())
        .contains("Say in 1 to 2,000 characters why the same words may stand there.");
    assertThat(
            officer
                .post(
                    path + "/answer/passes",
                    Map.of("item", "" + item(NAMED), "place", "letter", "note", "So."))
                .statusCode())
        .isEqualTo(409);
    assertThat(texts("select place from records_answer_pass")).isEmpty();
  }

  @Test
  void theLetterIsSearchedToo() {
    asked("bus", "words", "All about Ana Ruiz on the bus");
    redact(NAMED, "Ana Ruiz");
    redact(QUOTED, "ana  RUIZ");
    make();

    assertThat(texts("select distinct place from records_answer_leak")).containsExactly("letter");
    assertThat(page(officer, path + "/answer")).contains("stands in the letter.");
  }

  @Test
  void aWithheldTextThatSomeoneQuotesHoldsThePackage() {
    asked("bus");
    decide(item(NAMED), "withhold", "exemption", "ferpa");
    releaseTheRest();
    make();
    assertThat(state()).as("a few of its words are not the text").isEqualTo("signing");

    deciding.allowed(
        "74", "Sam Ito", "She wrote: ANA RUIZ missed - the bus!", Duration.ofMinutes(6));
    asked("bus");
    decide(item(NAMED), "withhold", "exemption", "ferpa");
    releaseTheRest();
    make();
    assertThat(state()).isEqualTo("leaking");
  }
}
