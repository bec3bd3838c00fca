package hallmonitor.moderation.pipeline;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.policy.Outcome;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.moderation.text.language.Language;
import hallmonitor.moderation.text.language.Languages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Detects and judges, over a few threads when a batch is worth it: the code is pure and the order
 * of the answers stays.
 */
final class Judging implements AutoCloseable {
  /** Few: one that the second stage looks at takes longer than handing it out. */
  private static final int WORTH_SHARING = 8;

  /**
   * News with the verdict on it; there is none for a deletion or a mere change of visibility.
   *
   * @param language looked at only where a person may have to look, since nobody asks otherwise
   */
  record Answer(News news, Optional<Verdict> verdict, Language language) {}

  private final int threads;
  private final Languages languages;
  private final ExecutorService pool;

  Judging(int threads, Languages languages) {
    this.threads = threads;
    this.languages = languages;
    this.pool =
        Executors.newFixedThreadPool(
            threads,
            work -> {
              Thread thread = new Thread(work, "judging");
              thread.setDaemon(true);
              return thread;
            });
  }

  List<Answer> judge(List<News> news, InForce rules) throws InterruptedException {
    if (threads == 1 || news.size() < WORTH_SHARING) {
      return judgeAll(news, rules);
    }
    List<Callable<List<Answer>>> parts = new ArrayList<>();
    // Smaller parts than threads, since one long comment can take as long as hundreds of short
    // ones.
    int size = Math.max(4, news.size() / (threads * 8));
    for (int from = 0; from < news.size(); from += size) {
      List<News> part = news.subList(from, Math.min(from + size, news.size()));
      parts.add(() -> judgeAll(part, rules));
    }
    List<Answer> answers = new ArrayList<>(news.size());
    for (Future<List<Answer>> part : pool.invokeAll(parts)) {
      answers.addAll(answerOf(part));
    }
    return answers;
  }

  private List<Answer> judgeAll(List<News> news, InForce rules) {
    return news.stream()
        .map(
            n -> {
              Optional<Verdict> verdict =
                  n.toJudge() ? Optional.of(judge(n, rules)) : Optional.empty();
              return new Answer(n, verdict, language(n, verdict));
            })
        .toList();
  }

  private Language language(News news, Optional<Verdict> verdict) {
    return verdict.filter(v -> v.outcome() != Outcome.ALLOW).isPresent()
        ? languages.of(news.arrival().seen().text())
        : Language.UNKNOWN;
  }

  private static Verdict judge(News news, InForce rules) {
    CommentSeen seen = news.arrival().seen();
    String kind = rules.accountKind(seen.comment().account());
    Comment comment =
        Comment.of(
            seen.text(),
            seen.author().name(),
            (seen.post().title() + "\n" + seen.post().text()).strip(),
            news.parentText(),
            kind);
    return rules.policy().judge(rules.detectors().detect(comment), kind);
  }

  private static List<Answer> answerOf(Future<List<Answer>> part) throws InterruptedException {
    try {
      return part.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("judging failed", e.getCause());
    }
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
