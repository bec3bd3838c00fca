package hallmonitor.moderation.finding.rule;

import static hallmonitor.moderation.finding.rule.RuleLines.score;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulebookTest {
  private static final String RULES =
      """
      list not: not, never, nobody
      list speaker: i, we
      topic weapons
        gun/knife
      context game 0.25
        match
      rule threat 0.8 unless negation, quotation, post game: Says so.
        kill him/them
      rule bullying 0.6 when parent threat: Eggs on.
        ^ do it
      rule threat 0.6 when post weapons unless negation: Brings one.
        bringing mine
      """;

  @Test
  void aRuleCanAskForWhatTheParentSays() {
    assertThat(score(RULES, "do it | parent: kill him")).isEqualTo(0.6);
    assertThat(score(RULES, "do it | parent: paint the gym")).isZero();
    assertThat(score(RULES, "do it")).isZero();
  }

  @Test
  void aRuleCanAskForWhatThePostIsAbout() {
    assertThat(score(RULES, "bringing mine | post: No gun on campus")).isEqualTo(0.6);
    assertThat(score(RULES, "bringing mine | post: Bake sale")).isZero();
  }

  @Test
  void thePostCanLowerAScore() {
    assertThat(score(RULES, "kill them | post: The match is at six")).isEqualTo(0.2);
  }

  @Test
  void aParentThatDeniesTheThreatIsNone() {
    assertThat(score(RULES, "do it | parent: nobody should kill him")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"never kill him", "nobody should kill them"})
  void aDenialLowersAScore(String text) {
    assertThat(score(RULES, text)).isLessThan(0.3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"this is not a joke, kill him", "never mind. kill him", "not now: kill them"})
  void aDenialOfSomethingElseDoesNot(String text) {
    assertThat(score(RULES, text)).isEqualTo(0.8);
  }

  @Test
  void aSentenceThatBeginsAnewWithItsAuthorIsNotDeniedByWhatWasBefore() {
    String rules =
        "list not: not\nlist speaker: i\nrule threat 0.8 unless negation: Says so.\n  i will kill";
    assertThat(score(rules, "not a joke i will kill")).isEqualTo(0.8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "he wrote \"kill him\" there",
        "he wrote 'kill him' there",
        "escribió «kill him» ahí",
        "don't write 'kill him' there",
        "he wrote “kill him” there"
      })
  void whatStandsBetweenQuotationMarksCountsForHalf(String text) {
    assertThat(score(RULES, text)).isLessThanOrEqualTo(0.4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "don't be late and kill him, it's time",
        "the boys' bus, kill him",
        "\"hello\" kill him"
      })
  void apostrophesAndOtherQuotationsAreNoQuotationOfIt(String text) {
    assertThat(score(RULES, text)).isEqualTo(0.8);
  }

  @Test
  void sentencesBesideRulesAreNotPatterns() {
    String rules = "rule threat 0.8: Says so.\n  yes: kill him\n  no: help him\n  kill her";
    assertThat(score(rules, "kill him")).isZero();
  }
}
