package hallmonitor.moderation.pipeline.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.casework.DistrictWords;
import hallmonitor.moderation.casework.RecordKind;
import hallmonitor.moderation.casework.RecordPlace;
import hallmonitor.moderation.casework.Retention;
import hallmonitor.moderation.casework.RetentionReach;
import hallmonitor.moderation.casework.RetentionRule;
import hallmonitor.settings.yaml.InvalidFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The records schedule in decisions.yaml. */
class RetentionSectionTest {
  private static Retention read(String section) {
    return DecisionsFile.read("retention:\n" + section.indent(2)).retention();
  }

  @Test
  void theShippedScheduleNamesForEachKindATimeAndItsSource() throws IOException {
    Retention shipped =
        DecisionsFile.read(
                Files.readString(Path.of("..", "..", "deploy", "config", DecisionsFile.NAME)))
            .retention();

    assertThat(shipped.authority()).hasToString("the Local Records Commission");
    assertThat(shipped.rules())
        .extracting(RetentionRule::kind)
        .containsExactlyInAnyOrderElementsOf(Arrays.asList(RecordKind.values()));
    assertThat(shipped.rules())
        .allSatisfy(
            rule -> {
              assertThat(rule.kept()).isPresent();
              assertThat(rule.source()).contains("Ill. Adm. Code");
              assertThat(rule.series()).as("each district has its own numbers").isEmpty();
            });
  }

  @Test
  void theShortFormOfEarlierVersionsIsARuleForEachKind() {
    Retention retention =
        read(
            """
            authority: the commission
            allowed-comments: 18m
            hand-blocks: 7y
            """);

    assertThat(retention)
        .isEqualTo(
            new Retention(
                "the commission",
                Map.of(
                    RecordKind.ALLOWED_COMMENTS,
                    Period.ofMonths(18),
                    RecordKind.HAND_BLOCKS,
                    Period.ofYears(7))));
  }

  @Test
  void rulesNarrowDownByAccountBuildingAndKindOfAccount() {
    Retention retention =
        read(
            """
            authority: the commission
            source: 50 ILCS 205/7
            allowed-comments: 3y
            rules:
              - records: allowed-comments
                building: maple-high
                account-kind: school-based-group
                keep: 5y
                series: 123.04
              - records: decided-cases
                account: board-of-education
                keep: forever
                authority: the board
                source: board policy 2:250
            """);

    assertThat(retention.rules())
        .contains(
            new RetentionRule(
                RecordKind.ALLOWED_COMMENTS,
                new RetentionReach("", "maple-high", "school-based-group"),
                Optional.of(Period.ofYears(5)),
                "the commission",
                "50 ILCS 205/7",
                "123.04"),
            new RetentionRule(
                RecordKind.DECIDED_CASES,
                new RetentionReach("board-of-education", "", ""),
                Optional.empty(),
                "the board",
                "board policy 2:250",
                ""));
    assertThat(
            retention.governing(
                RecordKind.ALLOWED_COMMENTS, RecordPlace.of("band", "birch", "classroom")))
        .map(RetentionRule::source)
        .contains("50 ILCS 205/7");
  }

  @Test
  void whoReadsSpanishReadsTheDistrictsSpanishWhereTheFileHasIt() {
    Retention retention =
        read(
            """
            authority: the commission
            authority-es: la comisión
            source: our schedule
            allowed-comments: 3y
            rules:
              - records: decided-cases
                keep: 7y
                source: its page 4
                source-es: su página 4
            """);

    assertThat(retention.rules())
        .extracting(rule -> DistrictWords.inSpanish(rule.authority()).toString())
        .containsOnly("la comisión");
    assertThat(retention.rules())
        .extracting(rule -> DistrictWords.inSpanish(rule.source()).toString())
        .containsExactlyInAnyOrder("our schedule", "su página 4");
    assertThat(retention.rules())
        .extracting(rule -> rule.authority() + ", " + rule.source())
        .containsExactlyInAnyOrder("the commission, our schedule", "the commission, its page 4");
  }

  @Test
  void spanishWithoutTheEnglishIsAMistake() {
    assertThatThrownBy(() -> read("source-es: nuestro calendario"))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("'source-es' says the same as 'source', which is missing");
  }

  @Test
  void everyMistakeOfARuleIsNamedWithItsPlace() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    rules:
                      - records: comments
                        keep: 3y
                        source: x
                      - records: attestations
                        building: maple-high
                        keep: 3y
                        source: x
                      - records: decided-cases
                        account: maple
                        building: maple-high
                        keep: 6m
                        source: x
                      - records: hand-blocks
                        account-kind: club
                        school: x
                      - keep: 3y
                        source: x
                    """))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("decisions.yaml:3:16: 'comments' is not one of")
        .hasMessageContaining("decisions.yaml:6:16: attestations belong to no account")
        .hasMessageContaining("decisions.yaml:11:16: an account has one building and one kind")
        .hasMessageContaining("decisions.yaml:13:13: records are kept for a year at least")
        .hasMessageContaining("decisions.yaml:16:21: 'club' is not one of")
        .hasMessageContaining("decisions.yaml:17:7: unknown key 'school'")
        .hasMessageContaining("decisions.yaml:15:7: 'keep' is missing")
        .hasMessageContaining("decisions.yaml:15:7: say in 'source' what sets this time")
        .hasMessageContaining("decisions.yaml:18:7: 'records' is missing");
  }

  @Test
  void aTieIsAMistakeThatNamesBothLines() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    source: our schedule
                    allowed-comments: 3y
                    rules:
                      - records: allowed-comments
                        keep: 4y
                      - records: allowed-comments
                        building: maple-high
                        keep: 5y
                      - records: allowed-comments
                        account-kind: classroom
                        keep: 6y
                    """))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining(
            "decisions.yaml:5:16: line 3 already says how long these records are kept")
        .hasMessageContaining(
            "decisions.yaml:10:16: this rule and the one in line 7 both cover allowed-comments of"
                + " classroom accounts in maple-high");
  }
}
