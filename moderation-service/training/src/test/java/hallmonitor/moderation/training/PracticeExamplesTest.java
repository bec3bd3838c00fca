package hallmonitor.moderation.training;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.settings.yaml.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks that the practice page's buttons do what their labels promise, with everything that ships.
 */
class PracticeExamplesTest {
  private static final Path EXAMPLES =
      Path.of("../../deploy/local/src/main/resources/hallmonitor/local/practice/examples.yaml");

  private record Button(String kind, String author, String promise, List<String> texts) {}

  /** One text of a button. */
  record Said(String kind, String author, String text) {}

  private static Detectors detectors;
  private static Policy policy;

  @BeforeAll
  static void load() {
    detectors = Shipped.detectors(LocalNames.NONE);
    policy = Shipped.policy();
  }

  private static Stream<Said> promising(String promise) {
    try {
      return YamlFile.read(
              "examples.yaml",
              Files.readString(EXAMPLES),
              root ->
                  root.list(
                      "examples",
                      m ->
                          new Button(
                              m.text("kind"),
                              m.text("author"),
                              m.text("promises", ""),
                              m.texts("texts"))))
          .stream()
          .filter(button -> button.promise().equals(promise))
          .flatMap(b -> b.texts().stream().map(text -> new Said(b.kind(), b.author(), text)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Said> escalations() {
    return promising("escalation");
  }

  static Stream<Said> nothings() {
    return promising("nothing");
  }

  private static Verdict judge(Said said) {
    Comment comment = Comment.of(said.text(), said.author(), "", Optional.empty(), "school");
    return policy.judge(detectors.detect(comment), "school");
  }

  @ParameterizedTest
  @MethodSource("escalations")
  void whatPromisesAnEscalationTellsSomebodyAtOnce(Said said) {
    assertThat(judge(said).outcome()).isEqualTo(PolicyOutcome.ESCALATE);
  }

  @ParameterizedTest
  @MethodSource("nothings")
  void whatIsHarmlessOrLawfulStays(Said said) {
    assertThat(judge(said).hides()).isFalse();
    assertThat(judge(said).outcome()).isNotEqualTo(PolicyOutcome.ESCALATE);
  }

  @Test
  void threatsAreThereInBothLanguages() {
    assertThat(escalations().map(Said::kind))
        .contains("threat", "spanish-threat", "threat-report", "self-harm", "abuse-disclosure");
  }
}
