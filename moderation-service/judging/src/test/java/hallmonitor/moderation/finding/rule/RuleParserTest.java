package hallmonitor.moderation.finding.rule;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Error messages for an author who is careful but not a programmer. */
class RuleParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "rule threat 0,8: A threat.; '0,8' is not a number above 0 and up to 1",
        "rule thret 0.8: A threat.; there is no category 'thret'",
        "rule threat 0.8; one sentence for the person who reads",
        "rule threat: A threat.; 'rule CATEGORY SCORE'",
        "rule threat 0.8 unless sprot: A threat.; there is no context 'sprot' above this line",
        "rule threat 0.8 when sport: A threat.; comes 'parent NAME' or 'post NAME'",
        "rul threat 0.8: A threat.; a line starts with 'rule'",
        "list weapons gun; 'list NAME: word, word or phrase'",
        "context sport; 'context NAME FACTOR'",
        "\" watch out\"; stands under no rule",
      })
  void aMistakeIsToldByFileAndLineWithWhatToDo(String line, String told) {
    assertThatThrownBy(() -> RuleParser.of(RuleLines.of("# a remark\n" + line)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("rules.txt:2: ")
        .hasMessageContaining(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "{weapn} ..  school; there is no list {weapn} above this line",
        ".. school; starts with a word that must be there",
        "bring [a/the gun; has one bracket",
        "call 911; for anything that begins with a digit write <number>",
      })
  void soIsAMistakeInAPattern(String pattern, String told) {
    assertThatThrownBy(
            () -> RuleParser.of(RuleLines.of("rule threat 0.8: A threat.\n  " + pattern)))
        .hasMessageStartingWith("rules.txt:2: ")
        .hasMessageContaining(told);
  }

  @Test
  void allMistakesAreToldAtOnceButNothingThatOnlyFollowsFromOne() {
    assertThatThrownBy(
            () ->
                RuleParser.of(
                    RuleLines.of(
                        """
                        rule thret 0.8: A threat.
                          watch out
                        rule threat 0.8: A threat.
                          .. out
                          {none}
                        """)))
        .hasMessageMatching("(?s)rules.txt:1: [^\n]*\nrules.txt:4: [^\n]*\nrules.txt:5: [^\n]*");
  }
}
