package hallmonitor.moderation.training;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.FirstLook;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What ships, on comments of the corpus: the first look against everything. */
class FirstLookTest {
  /** One in so many rows, since the encoders take some milliseconds for each. */
  private static final int EVERY = 61;

  private final Detectors detectors = Shipped.detectors(LocalNames.NONE);
  private final Policy policy = Shipped.policy();

  private static List<Comment> comments() throws IOException {
    List<Corpus.Row> rows = Corpus.read(Path.of("corpus")).rows();
    return IntStream.range(0, rows.size())
        .filter(i -> i % EVERY == 0)
        .mapToObj(i -> rows.get(i).comment())
        .toList();
  }

  @Test
  void itSaysAllOfWhatNeedsNoSecondLookAndTakesNothingBackOfTheRest() throws IOException {
    int waiting = 0;
    int acted = 0;
    for (Comment comment : comments()) {
      FirstLook first = detectors.firstLook(comment).run();
      if (first.needsSecondLook()) {
        Verdict now = policy.judge(first.findings(), comment.accountKind());
        Verdict later = policy.judge(detectors.detect(comment), comment.accountKind());
        assertThat(later.outcome()).as(comment.text()).isGreaterThanOrEqualTo(now.outcome());
        assertThat(later.hides()).as(comment.text()).isIn(true, now.hides());
        waiting++;
        acted += now.hits().isEmpty() ? 0 : 1;
      } else {
        assertThat(first.findings()).isEqualTo(detectors.detect(comment));
      }
    }
    assertThat(waiting).isPositive();
    assertThat(acted).isPositive();
  }
}
