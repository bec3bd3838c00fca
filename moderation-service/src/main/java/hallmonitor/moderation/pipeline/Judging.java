package hallmonitor.moderation.pipeline;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.policy.Verdict;
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

  /** News with the verdict on it; there is none for a deletion or a mere change of visibility. */
  record Answer(News news, Optional<Verdict> verdict) {}

  private final int threads;
  private final ExecutorService pool;

  Judging(int threads) {
    this.threads = threads;
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

  private static List<Answer> judgeAll(List<News> news, InForce rules) {
    return news.stream()
        .map(n -> new Answer(n, n.toJudge() ? Optional.of(judge(n, rules)) : Optional.empty()))
        .toList();
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
