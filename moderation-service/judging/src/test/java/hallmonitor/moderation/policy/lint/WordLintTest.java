package hallmonitor.moderation.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.LocalNames;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordLintTest {
  private final WordLint lint =
      new WordLint(
          new LocalNames(
              List.of("Maple Valley High School", "Mavericks"),
              List.of("Ngozi Okafor", "Dale Whitaker")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "damn",
        "crap",
        "hell",
        "sucks",
        "frick",
        "freaking",
        "goddamn",
        "son of a biscuit",
        "heck",
        "bloody hell",
        "screw you",
        "retard",
        "caray",
        "mugroso",
        "chale",
        "no mames",
        "pinche",
        "güey",
        "what the hell",
        "pissed",
        "bugger"
      })
  void coarseWordsMayBeNamed(String word) {
    assertThat(lint.profanity(word)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "superintendent, office",
    "the board, office",
    "principals, office",
    "maestra, office",
    "union, politics",
    "Trump, politics",
    "sindicato, politics",
    "elección, politics",
    "masks, discuss",
    "critical race theory, discuss",
    "vacunas, discuss",
    "gay, what they are",
    "transgender, what they are",
    "mexicanos, what they are",
    "liar, protected however harsh",
    "corruption, protected however harsh",
    "incompetentes, protected however harsh",
    "the, ordinary comments",
    "Okafor, works for the district",
    "okafors, works for the district",
    "fireokafor, works for the district",
    "dale, works for the district",
    "mavericks, school or a team",
    "maple, school or a team",
  })
  void subjectsOfficesNamesAndCriticismMayNot(String word, String why) {
    assertThat(lint.profanity(word))
        .get()
        .asString()
        .startsWith("'" + word + "' cannot be named as profanity")
        .contains(why)
        .contains("Krasno v. Mnookin");
  }

  @Test
  void aPhraseIsNoDisguiseForASubject() {
    assertThat(lint.profanity("damn union")).get().asString().contains("contains 'union'");
    assertThat(lint.profanity("un1on")).get().asString().contains("without digits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*ass*", "cr4p", "no", "", "a b c d e f", "сука!", "$$$"})
  void onlyWholeWordsInLettersAreTaken(String word) {
    assertThat(lint.profanity(word)).isPresent();
    assertThat(lint.allowed(word)).isPresent();
  }

  @Test
  void whateverIsSparedHidesNothingSoNamesMayBe() {
    assertThat(lint.allowed("Whitaker")).isEmpty();
    assertThat(lint.allowed("Dick")).isEmpty();
  }
}
