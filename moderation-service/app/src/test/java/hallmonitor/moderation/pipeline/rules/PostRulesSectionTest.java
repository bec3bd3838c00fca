package hallmonitor.moderation.pipeline.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.casework.PostRules;
import hallmonitor.settings.yaml.InvalidFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PostRulesSectionTest {
  @Test
  void withoutTheSectionFindingsNeedAnApprovalAndNoTopicDoes() {
    assertThat(DecisionsFile.read("quality-sample: 9\n").posts()).isEqualTo(PostRules.DEFAULT);
  }

  @Test
  void theShippedFileNamesTopicsThatAskForGuidance() throws IOException {
    PostRules rules =
        DecisionsFile.read(Files.readString(Path.of("../../deploy/config/decisions.yaml"))).posts();
    assertThat(rules.topicsIn("Bring your ballot")).hasSize(1);
    assertThat(rules.topicsIn("Picture day is Tuesday")).isEmpty();
    assertThat(rules.approvers()).containsExactlyElementsOf(PostRules.ROLES);
  }

  @Test
  void everyMistakeIsToldWithItsPlace() {
    assertThatThrownBy(
            () ->
                DecisionsFile.read(
                    """
                    posts:
                      approval: [janitor]
                      guidance:
                        - topic: Elections
                          words: []
                    """))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("decisions.yaml:2:14: there is no role 'janitor'")
        .hasMessageContaining("name at least one word or phrase of the topic");
  }
}
