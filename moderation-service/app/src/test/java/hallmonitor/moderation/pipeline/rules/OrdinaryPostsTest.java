package hallmonitor.moderation.pipeline.rules;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.moderation.policy.file.PolicyFile;
import hallmonitor.settings.district.DistrictFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An ordinary day of a school's own posts is quiet, and what must not go out is found. */
class OrdinaryPostsTest {
  private static final Path SHIPPED = Path.of("..", "..", "deploy", "config");

  private final OwnTextJudge judge = new OwnTextJudge(Duration.ofSeconds(30));
  private final RuleSnapshot rules = rules();

  private static RuleSnapshot rules() {
    try {
      LocalNames withheld = LocalNames.NONE.withholding(List.of("Ana Ruiz Mora"));
      return new RuleSnapshot(
          DistrictFile.read(Files.readString(SHIPPED.resolve("district.yaml"))),
          PolicyFile.read(Files.readString(SHIPPED.resolve("policy.yaml")), LocalNames.NONE),
          "p",
          StandardDetectors.of(withheld),
          "m");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Verdict judge(String text) {
    return judge.judge(text, "practice", rules);
  }

  @Test
  void amongSixtyOrdinaryPostsAtMostOneIsFound() throws IOException {
    List<String> found =
        Files.readAllLines(Path.of("src/test/resources/posts/ordinary.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .filter(line -> judge(line).outcome() != PolicyOutcome.ALLOW)
            .map(line -> judge(line).hits().get(0).clause().id() + " " + line)
            .toList();
    assertThat(found).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void aPersonsContactDetailsAndARefusedStudentAreFound() {
    assertThat(judge("Great goal by Ana Ruiz!").outcome()).isNotEqualTo(PolicyOutcome.ALLOW);
    assertThat(judge("Ask Coach Lane about tryouts, his cell number is 312-555-0143").outcome())
        .isNotEqualTo(PolicyOutcome.ALLOW);
  }

  @Test
  void signsOfTheSameWordsAreTheSameWhereverTheyStand() {
    String once = "Great goal by Ana Ruiz!";
    String later = "What a night. Great goal by Ana Ruiz!";
    assertThat(OwnTextJudge.signs(judge(later), later))
        .isEqualTo(OwnTextJudge.signs(judge(once), once))
        .isNotEmpty();
  }
}
