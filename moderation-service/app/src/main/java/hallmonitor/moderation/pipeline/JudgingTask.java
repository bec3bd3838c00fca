package hallmonitor.moderation.pipeline;

import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.pipeline.JudgingPool.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Some comments of a batch, judged one after the other on one thread. The thread that waits for
 * them gives up on a detector that does not come back, and has another thread go on behind it; the
 * thread that hangs is interrupted, and whatever it still says is not listened to.
 */
final class JudgingTask implements Runnable {
  /** Ticks rather than a clock: a machine that was suspended has not kept anybody waiting. */
  private static final int TICKS = 4;

  private final List<CommentUpdate> news;
  private final RuleSnapshot rules;
  private final Answer[] answers;
  private final CountDownLatch over = new CountDownLatch(1);
  private int at;
  private DetectionRun look;
  private Thread worker;
  private boolean givenUp;
  private Runnable whenFreed;
  private Throwable failure;

  JudgingTask(List<CommentUpdate> news, RuleSnapshot rules) {
    this(news, rules, new Answer[news.size()], 0, null);
  }

  private JudgingTask(
      List<CommentUpdate> news, RuleSnapshot rules, Answer[] answers, int at, DetectionRun look) {
    this.news = news;
    this.rules = rules;
    this.answers = answers;
    this.at = at;
    this.look = look;
  }

  @Override
  public void run() {
    begin(Thread.currentThread());
    try {
      while (hasMore()) {
        end(toJudge() ? Optional.of(look().run()) : Optional.empty());
      }
    } catch (RuntimeException | Error e) {
      failed(e);
    } finally {
      over();
    }
  }

  private synchronized void begin(Thread thread) {
    worker = thread;
  }

  private void over() {
    begin(null);
    over.countDown();
    if (whenFreed != null) {
      Thread.interrupted(); // meant for the detector that hung
      whenFreed.run();
    }
  }

  private synchronized boolean hasMore() {
    return !givenUp && at < answers.length;
  }

  private boolean toJudge() {
    return news.get(at).toJudge();
  }

  private DetectionRun look() {
    if (look == null) {
      DetectionRun next = DetectionRun.at(news.get(at), rules);
      synchronized (this) {
        look = next;
      }
    }
    return look;
  }

  private synchronized void end(Optional<List<Finding>> findings) {
    if (!givenUp) {
      answers[at] =
          new Answer(news.get(at), findings.map(f -> rules.judge(news.get(at).after(), f, 0)));
      look = null;
      at++;
    }
  }

  private synchronized void failed(Throwable e) {
    failure = givenUp ? null : e;
  }

  /** Grows as long as it goes on. */
  private synchronized long step() {
    return look == null ? at << 10 : (at << 10) + look.step();
  }

  /**
   * Waits until it is over.
   *
   * @param patience how long one detector may take
   * @return false when it does not go on
   */
  boolean isOverBeforeItHangs(Duration patience) throws InterruptedException {
    long step = -1;
    for (int still = 0; still < TICKS; still++) {
      if (over.await(patience.toMillis() / TICKS, TimeUnit.MILLISECONDS)) {
        return true;
      }
      long now = step();
      still = now == step && hasBegun() ? still : -1;
      step = now;
    }
    return false;
  }

  private synchronized boolean hasBegun() {
    return worker != null;
  }

  /**
   * What is left, for another thread; itself when it is over by now.
   *
   * @param freed called when the thread that hangs comes back after all
   */
  synchronized JudgingTask givenUp(Runnable freed) {
    if (worker == null || look == null) {
      return this;
    }
    givenUp = true;
    whenFreed = freed;
    // Before the interrupt: a detector that listens to it comes back at once, and must count as
    // failed.
    DetectionRun left = look.givenUp();
    worker.interrupt();
    return new JudgingTask(news, rules, answers, at, left);
  }

  /** The comment that it is at. */
  synchronized CommentUpdate now() {
    return news.get(at);
  }

  /** Only when it is over. */
  List<Answer> answers() {
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure != null) {
      throw new IllegalStateException("judging failed", failure);
    }
    return List.of(answers);
  }
}
