package hallmonitor.moderation.finding.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.file.RuleFile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The longest comments that WordPress stores, crafted to be slow or large. If one takes seconds, a
 * few hundred block everyone else's comments.
 */
class HostileTextTest {
  private static final int LONGEST = 65_525;

  /** A quadratic algorithm takes ten times as long on one of this project's slow cores. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Detectors DETECTORS =
      StandardDetectors.of(new LocalNames(List.of("Maple High"), List.of("Dana Reyes")));

  private static List<Finding> findings(String text) {
    return DETECTORS.detect(Comment.of(text, "Pat", "A post", Optional.empty(), "school"));
  }

  private static String full(String piece) {
    return piece.repeat(LONGEST / piece.length());
  }

  /** Returns any word of the list with a context that matters. */
  private static String slur() {
    return RuleFile.lines("/lexicon/words-en.txt").stream()
        .map(RuleFile.Line::text)
        .filter(line -> line.startsWith("hate "))
        .map(line -> line.split(" +", 3)[2].replace("*", ""))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1 ", "1. ", "1-", "5 | ", "a ", "1 1 a ", "fuck", "f*", "i will ", "\u0301"})
  void aLongCommentIsJudgedInNoTime(String piece) {
    assertTimeoutPreemptively(PATIENCE, () -> findings(full(piece)));
  }

  @Test
  void aSlurWrittenTenThousandTimesIsReadOnce() {
    assertTimeoutPreemptively(PATIENCE, () -> findings(full(slur() + " ")));
  }

  @Test
  void whatIsSaidTenThousandTimesGivesFewFindingsAndHidesNoOtherCategory() {
    var byCategory =
        findings(full("fuck ").substring(0, 60_000) + " " + slur()).stream()
            .filter(f -> f.detector().equals("lexicon"))
            .collect(Collectors.groupingBy(Finding::category, Collectors.counting()));
    assertThat(byCategory).containsEntry(Category.PROFANITY, 50L).containsEntry(Category.HATE, 1L);
  }
}
