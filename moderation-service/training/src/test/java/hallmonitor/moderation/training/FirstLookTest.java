package hallmonitor.moderation.training;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.FirstLook;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What ships, on comments of the corpus: the first look against everything. */
class FirstLookTest {
  /** One in so many rows, since the encoders take some milliseconds for each. */
  private static final int EVERY = 61;

  private static final Detectors DETECTORS = Shipped.detectors(LocalNames.NONE);
  private static final Policy POLICY = Shipped.policy();

  private record Looks(Comment comment, FirstLook first, List<Finding> all) {
    Verdict now() {
      return POLICY.judge(first.findings(), comment.accountKind());
    }

    Verdict later() {
      return POLICY.judge(all, comment.accountKind());
    }
  }

  private static List<Looks> looks;

  @BeforeAll
  static void look() throws IOException {
    List<Corpus.Row> rows = Corpus.read(Path.of("corpus")).rows();
    looks =
        IntStream.range(0, rows.size())
            .filter(i -> i % EVERY == 0)
            .mapToObj(i -> rows.get(i).comment())
            .map(c -> new Looks(c, DETECTORS.firstLook(c).run(), DETECTORS.detect(c)))
            .toList();
  }

  private static List<Looks> waiting() {
    return looks.stream().filter(l -> l.first().needsSecondLook()).toList();
  }

  @Test
  void itSaysAllOfWhatNeedsNoSecondLook() {
    assertThat(looks)
        .filteredOn(l -> !l.first().needsSecondLook())
        .isNotEmpty()
        .allSatisfy(l -> assertThat(l.first().findings()).isEqualTo(l.all()));
  }

  @Test
  void theSecondLookTakesNothingBack() {
    assertThat(waiting())
        .allSatisfy(
            l -> {
              assertThat(l.later().outcome()).isGreaterThanOrEqualTo(l.now().outcome());
              assertThat(l.later().hides()).isIn(true, l.now().hides());
            })
        .anySatisfy(l -> assertThat(l.now().hits()).isNotEmpty());
  }

  @Test
  void mostOfWhatWillBeHiddenIsReadBeforeMostOfWhatWillNot() {
    Map<Boolean, List<Double>> order =
        waiting().stream()
            .filter(l -> l.later().outcome() != PolicyOutcome.ESCALATE)
            .collect(
                Collectors.partitioningBy(
                    l -> l.later().hides(),
                    Collectors.mapping(
                        l -> l.first().danger().orElseThrow(), Collectors.toList())));

    assertThat(tenth(order.get(true), 3)).isGreaterThan(tenth(order.get(false), 7));
  }

  private static double tenth(List<Double> values, int tenth) {
    return values.stream().sorted().skip(values.size() * tenth / 10).findFirst().orElseThrow();
  }
}
