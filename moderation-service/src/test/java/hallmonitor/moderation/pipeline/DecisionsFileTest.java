package hallmonitor.moderation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.contract.yaml.InvalidFileException;
import hallmonitor.moderation.casework.DecisionRules;
import hallmonitor.moderation.casework.Proposal.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DecisionsFileTest {
  @Test
  void theShippedFileIsGood() throws IOException {
    DecisionRules rules =
        DecisionsFile.read(Files.readString(Path.of("..", "deploy", "config", DecisionsFile.NAME)));
    assertThat(rules.confirmWithin()).isEqualTo(Duration.ofHours(24));
    assertThat(rules.samplePerDay()).isEqualTo(20);
    assertThat(rules.approvers(Kind.DISPOSE_RECORDS))
        .containsExactlyInAnyOrder("administrator", "records-officer");
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
        .hasMessageContaining("decisions.yaml:7:11: 'text' is empty")
        .hasMessageContaining("decisions.yaml:8:15: a clause is numbered like 2.1, not '#1'");
  }
}
