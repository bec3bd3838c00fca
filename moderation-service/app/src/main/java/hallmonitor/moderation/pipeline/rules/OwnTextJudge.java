package hallmonitor.moderation.pipeline.rules;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detection;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.FirstLook;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.moderation.policy.Verdict.ClauseHit;
import hallmonitor.moderation.store.archive.RevisionHash;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Judges a text of the district's own, a post or a reply, with the detectors and the policy that
 * judge comments. What asks who wrote a text is left out: a school's account speaks in the name of
 * its people.
 */
public final class OwnTextJudge implements AutoCloseable {
  private static final Set<Category> ABOUT_THE_AUTHOR =
      Set.of(Category.UNSIGNED, Category.FALSE_SIGNATURE);

  private static final int SIGN_LENGTH = 16;

  private final Duration patience;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "judging own texts");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Creates a judge.
   *
   * @param patience longest time of one detector for one text; a slower one counts as failed
   */
  public OwnTextJudge(Duration patience) {
    this.patience = patience;
  }

  /** Returns the text that findings refer to. */
  public static String text(String title, String body) {
    return title.isBlank() ? body : title + "\n" + body;
  }

  /**
   * Judges a text.
   *
   * @param account where it stands, or will stand
   */
  public Verdict judge(String text, String account, RuleSnapshot rules) {
    Comment comment =
        Comment.of(
            text, rules.accountName(account), "", Optional.empty(), rules.accountKind(account));
    rules.detectors().prepare();
    List<Finding> found =
        run(rules.detectors().detection(comment)).stream()
            .filter(finding -> !ABOUT_THE_AUTHOR.contains(finding.category()))
            .toList();
    return rules.judge(account, found, 0);
  }

  private List<Finding> run(Detection detection) {
    Detection present = detection;
    Future<FirstLook> running = threads.submit(present::run);
    while (true) {
      int step = present.step();
      try {
        return running.get(patience.toMillis(), TimeUnit.MILLISECONDS).findings();
      } catch (TimeoutException e) {
        Detection rest = present.step() == step ? present.givenUp() : present;
        if (rest != present) {
          running.cancel(true);
          present = rest;
          running = threads.submit(present::run);
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException("detecting failed", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while judging a text", e);
      }
    }
  }

  /**
   * Returns a sign for each clause and the words that it holds for, to see whether a later version
   * says anything new. The words cannot be read from it. A failed detector is a sign too.
   */
  public static List<String> signs(Verdict verdict, String text) {
    Stream<String> failed =
        verdict.hits().isEmpty() && verdict.outcome() != PolicyOutcome.ALLOW
            ? Stream.of("a detector failed")
            : Stream.empty();
    return Stream.concat(failed, verdict.hits().stream().flatMap(hit -> signs(hit, text)))
        .map(sign -> RevisionHash.sha256(sign).substring(0, SIGN_LENGTH))
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<String> signs(ClauseHit hit, String text) {
    return hit.findings().stream()
        .flatMap(
            finding ->
                finding.spans().isEmpty()
                    ? Stream.of(hit.clause().id() + "\n" + finding.category())
                    : finding.spans().stream()
                        .map(span -> hit.clause().id() + "\n" + span.of(text)));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
