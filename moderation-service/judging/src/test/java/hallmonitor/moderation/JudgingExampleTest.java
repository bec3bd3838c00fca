package hallmonitor.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.moderation.policy.file.PolicyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The example of the documents: another program judges a comment in five lines. */
class JudgingExampleTest {
  private static final Path SHIPPED = Path.of("../../deploy/config/policy.yaml");

  private static Verdict judge(Path policyFile, String text) throws IOException {
    Policy policy = PolicyFile.read(Files.readString(policyFile));
    Detectors detectors = StandardDetectors.of(LocalNames.NONE);
    Comment comment = Comment.of(text, "Sam", "Spirit week", Optional.empty(), "school");
    List<Finding> findings = detectors.detect(comment);
    return policy.judge(findings, comment.accountKind());
  }

  @Test
  void aThreatIsEscalatedByItsClause() throws IOException {
    Verdict verdict = judge(SHIPPED, "I will bring a gun to school tomorrow and shoot you all");

    assertThat(verdict.outcome()).isEqualTo(PolicyOutcome.ESCALATE);
    assertThat(verdict.hits()).extracting(hit -> hit.clause().id()).contains("3.1");
  }

  @Test
  void anOrdinaryCommentIsAllowed() throws IOException {
    assertThat(judge(SHIPPED, "Thank you for a great spirit week!").outcome())
        .isEqualTo(PolicyOutcome.ALLOW);
  }
}
