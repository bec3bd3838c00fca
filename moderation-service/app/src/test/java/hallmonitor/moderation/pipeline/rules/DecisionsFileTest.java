package hallmonitor.moderation.pipeline.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.casework.DecisionRules;
import hallmonitor.moderation.casework.Proposal.Kind;
import hallmonitor.moderation.casework.RecordKind;
import hallmonitor.moderation.casework.RecordPlace;
import hallmonitor.settings.yaml.InvalidFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionsFileTest {
  @Test
  void theShippedFileIsGood() throws IOException {
    DecisionRules rules =
        DecisionsFile.read(
            Files.readString(Path.of("..", "..", "deploy", "config", DecisionsFile.NAME)));
    assertThat(rules.confirmWithin()).isEqualTo(Duration.ofHours(24));
    assertThat(rules.samplePerDay()).isEqualTo(20);
    assertThat(rules.approvers(Kind.DISPOSE_RECORDS))
        .containsExactlyInAnyOrder("administrator", "records-officer");
    assertThat(rules.retention().authority()).hasToString("the Local Records Commission");
    assertThat(rules.reasonsFor("6.1"))
        .startsWith("It advertises and has nothing to do with the post.")
        .contains("The detector misread it.")
        .doesNotContain("It is sexual and stands on a school's page.");
  }

  @Test
  void withoutTheFileTheDefaultsHold() {
    DecisionRules rules = DecisionsFile.read("");
    assertThat(rules.confirmWithin()).isEqualTo(Duration.ofHours(24));
    assertThat(rules.approvers(Kind.DELETE_COMMENT)).containsExactly("administrator");
    LocalDate today = LocalDate.parse("2026-10-01");
    assertThat(
            rules
                .retention()
                .refusal(
                    RecordKind.ALLOWED_COMMENTS,
                    List.of(RecordPlace.of("practice", "maple-high", "school")),
                    LocalDate.parse("1990-01-01"),
                    today))
        .hasValueSatisfying(why -> assertThat(why).contains("kept forever"));
  }

  @Test
  void everyMistakeIsNamedWithItsPlace() {
    String wrong =
        """
        confirm-within: 90d
        quality-sample: 2.5
        second-person:
          delete-comment: [janitor]
          delete-everything: [administrator]
          lift-hold: [moderator]
        retention:
          allowed-comments: 11m
          decided-cases: seven years
        reasons:
          - text: ""
            clauses: ["#1"]
        """;
    assertThatThrownBy(() -> DecisionsFile.read(wrong))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("decisions.yaml:1:17: a hide waits for a person from 1m to 30d")
        .hasMessageContaining("decisions.yaml:2:17: comments are counted: write a whole number")
        .hasMessageContaining("decisions.yaml:4:20: there is no role 'janitor'")
        .hasMessageContaining("decisions.yaml:5:3: unknown key 'delete-everything'")
        .hasMessageContaining("decisions.yaml:6:15: only an administrator or a records officer")
        .hasMessageContaining("decisions.yaml:8:21: records are kept for a year at least")
        .hasMessageContaining("decisions.yaml:9:18: 'seven years' is not a time such as 18m or 7y")
        .hasMessageContaining("decisions.yaml:11:11: 'text' is empty")
        .hasMessageContaining("decisions.yaml:12:15: a clause is numbered like 2.1, not '#1'");
  }
}
