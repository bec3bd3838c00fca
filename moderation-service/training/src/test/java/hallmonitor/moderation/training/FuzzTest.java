package hallmonitor.moderation.training;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.text.NormalizedText;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Runs everything that ships on hostile texts: a few seconds in every build; an hour, with a time
 * limit per text, by {@code mvn -Pfuzz -pl moderation-service/training -am test}. A failure prints
 * the seed and the number of the text to reproduce it.
 */
class FuzzTest {
  private static final long SECONDS = Long.getLong("fuzz.seconds", 5);

  /** CPU time limit per text; 0 for none. */
  private static final long MOST_MILLISECONDS = Long.getLong("fuzz.milliseconds", 0);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int PROGRESS_EVERY = 20_000;
  private static final int TRIES = 20;

  private final Detectors detectors =
      Shipped.detectors(new LocalNames(List.of("Maple Valley"), List.of("Ngozi Okafor")));

  @Test
  void noTextBreaksTheJudgmentOrTakesLong() throws IOException {
    long seed = Long.getLong("fuzz.seed", System.nanoTime());
    List<String> comments =
        Corpus.read(Path.of("corpus")).rows().stream().map(r -> r.comment().text()).toList();
    HostileTexts texts = new HostileTexts(seed, comments);
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    long slowest = 0;
    for (int n = 1; System.nanoTime() < end; n++) {
      String text = texts.next();
      String name = "text " + n + " of seed " + seed;
      judge(text, name);
      if (MOST_MILLISECONDS > 0 && n > 500) { // after the code is compiled
        long took = leastMilliseconds(text, name);
        slowest = Math.max(slowest, took);
        assertThat(took).as(name).isLessThanOrEqualTo(MOST_MILLISECONDS);
      }
      if (n % PROGRESS_EVERY == 0) {
        System.out.printf("%d texts, the slowest %d ms%n", n, slowest);
      }
    }
  }

  /** Returns the shortest of several tries, to exclude garbage collection and other load. */
  private long leastMilliseconds(String text, String name) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < TRIES && least > MOST_MILLISECONDS; i++) {
      long start = THREADS.getCurrentThreadCpuTime();
      judge(text, name);
      least = Math.min(least, (THREADS.getCurrentThreadCpuTime() - start) / 1_000_000);
    }
    return least;
  }

  private void judge(String text, String name) {
    Comment comment = Comment.of(text, text, text, Optional.of(text), "school");
    List<Finding> findings = detectors.detect(comment);
    assertThat(findings).as(name).noneMatch(f -> f.category() == Category.DETECTOR_FAILURE);
    findings.forEach(
        f ->
            f.spans()
                .forEach(
                    s ->
                        assertThat(s.from() >= 0 && s.from() <= s.to() && s.to() <= text.length())
                            .as(name)
                            .isTrue()));
    String once = comment.normalized().text();
    assertThat(NormalizedText.of(once).text()).as(name).isEqualTo(once);
  }
}
