package hallmonitor.moderation.finding.rule;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.file.RuleFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests the rules without a model on sentences where the context decides. */
class ContextSentencesTest {
  private static final double HIDES = 0.92;
  private static final double ESCALATES = 0.7;
  private static final List<Category> DANGERS =
      List.of(
          Category.THREAT, Category.THREAT_REPORT, Category.SELF_HARM, Category.ABUSE_DISCLOSURE);

  private static final PatternDetector RULES = new PatternDetector(Rulebook.shipped());

  /**
   * An example.
   *
   * @param kind kind of harmless sentence, or the categories of a harmful one
   */
  private record Sentence(String kind, Comment comment) {
    List<Finding> findings() {
      return RULES.detect(comment);
    }

    boolean isRaised(double least, List<Category> categories) {
      return findings().stream()
          .anyMatch(f -> f.score() >= least && categories.contains(f.category()));
    }

    /**
     * Danger categories count for each other: what matters is that a person reviews the comment.
     */
    boolean isSeen() {
      Category own = Category.of(kind).orElseThrow();
      return DANGERS.contains(own)
          ? isRaised(0.3, DANGERS)
          : isRaised(0.4, List.of(own, Category.SELF_HARM));
    }
  }

  private static List<Sentence> sentences(String file) {
    return RuleFile.lines("/sentences/" + file).stream()
        .map(
            line -> {
              String[] parts = line.text().split("\\|", 2);
              return new Sentence(parts[0].strip(), RuleExamples.comment(parts[1]));
            })
        .toList();
  }

  private static List<String> texts(Stream<Sentence> sentences) {
    return sentences.map(s -> s.comment().text()).toList();
  }

  @Test
  void noHarmlessSentenceIsHiddenOrReported() {
    assertThat(
            texts(
                sentences("harmless.txt").stream()
                    .filter(
                        s ->
                            s.isRaised(HIDES, Category.judged())
                                || s.isRaised(ESCALATES, DANGERS))))
        .isEmpty();
  }

  @Test
  void noLawfulCriticismIsRaisedToWhereSomebodyIsTold() {
    assertThat(
            texts(
                sentences("harmless.txt").stream()
                    .filter(s -> s.kind().equals("criticism"))
                    .filter(s -> s.isRaised(ESCALATES, Category.judged()))))
        .isEmpty();
  }

  @Test
  void nineHarmfulSentencesInTenAreSeen() {
    List<Sentence> harmful = sentences("harmful.txt");
    List<String> missed = texts(harmful.stream().filter(s -> !s.isSeen()));
    assertThat(missed).hasSizeLessThanOrEqualTo(harmful.size() / 10);
  }

  @Test
  void mostDangersAreReportedByTheRulesAlone() {
    List<Sentence> dangers =
        sentences("harmful.txt").stream()
            .filter(s -> DANGERS.contains(Category.of(s.kind()).orElseThrow()))
            .toList();
    assertThat(dangers.stream().filter(s -> s.isRaised(ESCALATES, DANGERS)).count())
        .isGreaterThanOrEqualTo(dangers.size() * 3L / 4);
  }
}
