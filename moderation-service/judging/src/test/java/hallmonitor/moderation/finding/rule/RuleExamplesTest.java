package hallmonitor.moderation.finding.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleExamplesTest {
  @Test
  void everySentenceBesideARuleHoldsAndEveryRuleHasBothKinds() {
    RuleExamples examples = RuleExamples.shipped();
    assertThat(examples.failures()).isEmpty();
    assertThat(examples.count()).isGreaterThan(200);
  }

  @Test
  void aSentenceThatNoPatternFitsIsNamedByFileAndLine() {
    assertThat(
            RuleExamples.of(
                    RuleLines.of(
                        """
                        rule threat 0.8: Can be read as a threat.
                          yes: mind your head
                          no: have a nice day
                          watch your back
                        """))
                .failures())
        .containsExactly("rules.txt:2: no pattern of the rule at rules.txt:1 fits this");
  }

  @Test
  void aSentenceThatARuleShouldLeaveAloneIsNamedWithTheWordsItFound() {
    assertThat(
            RuleExamples.of(
                    RuleLines.of(
                        """
                        rule threat 0.8: Can be read as a threat.
                          yes: watch your back
                          no: Please watch your back pack
                          watch your back
                        """))
                .failures())
        .containsExactly("rules.txt:3: the rule at rules.txt:1 finds 'watch your back' here");
  }

  @Test
  void aSentenceThatAContextLowersIsNamedWithTheContext() {
    assertThat(
            RuleExamples.of(
                    RuleLines.of(
                        """
                        context sport 0.1
                          yes: the game
                          no: the office
                          game
                        rule threat 0.8 unless sport: Can be read as a threat.
                          yes: watch your back at the game
                          no: watch your step
                          watch your back
                        """))
                .failures())
        .containsExactly(
            "rules.txt:6: the rule fits this, but 0.08 is left of its 0.80, because of: sport");
  }

  @Test
  void aRuleWithoutSentencesIsAskedForThem() {
    assertThat(
            RuleExamples.of(RuleLines.of("rule threat 0.8: Can be read as a threat.\n  watch out"))
                .failures())
        .singleElement()
        .asString()
        .startsWith("rules.txt:1: add a sentence 'yes: ...'")
        .contains("'no: ...'");
  }

  @Test
  void aSentenceOfOnesOwnIsExplained() {
    assertThat(RuleExamples.shipped().explain("watch your back, teacher"))
        .first()
        .asString()
        .contains("threat", "0.80", "'watch your back'", "patterns/");
  }
}
