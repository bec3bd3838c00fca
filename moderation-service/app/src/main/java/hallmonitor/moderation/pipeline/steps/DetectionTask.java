package hallmonitor.moderation.pipeline.steps;

import hallmonitor.moderation.finding.FirstLook;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs the detectors on some comments of a batch, one after the other, on one thread. The waiting
 * thread gives up on a detector that hangs and lets another thread continue after it. The hanging
 * thread is interrupted, and its result is ignored.
 */
final class DetectionTask implements Runnable {
  /** Ticks instead of a clock: time while the machine is suspended does not count. */
  private static final int TICKS = 4;

  private final List<CommentUpdate> updates;
  private final RuleSnapshot rules;
  private final WhichLook look;
  private final CommentFindings[] found;
  private final CountDownLatch over = new CountDownLatch(1);
  private int at;
  private @Nullable DetectionRun present;
  private @Nullable Thread worker;
  private boolean givenUp;
  private @Nullable Runnable whenFreed;
  private @Nullable Throwable failure;

  DetectionTask(List<CommentUpdate> updates, RuleSnapshot rules, WhichLook look) {
    this(updates, rules, look, new CommentFindings[updates.size()], 0, null);
  }

  private DetectionTask(
      List<CommentUpdate> updates,
      RuleSnapshot rules,
      WhichLook look,
      CommentFindings[] found,
      int at,
      @Nullable DetectionRun present) {
    this.updates = updates;
    this.rules = rules;
    this.look = look;
    this.found = found;
    this.at = at;
    this.present = present;
  }

  @Override
  public void run() {
    begin(Thread.currentThread());
    try {
      while (hasMore()) {
        end(updates.get(at).toJudge() ? present().run() : FirstLook.NOTHING);
      }
    } catch (RuntimeException | Error e) {
      failed(e);
    } finally {
      over();
    }
  }

  private synchronized void begin(@Nullable Thread thread) {
    worker = thread;
  }

  private void over() {
    begin(null);
    over.countDown();
    if (whenFreed != null) {
      Thread.interrupted(); // the interrupt was meant for the hanging detector
      whenFreed.run();
    }
  }

  private synchronized boolean hasMore() {
    return !givenUp && at < found.length;
  }

  private DetectionRun present() {
    DetectionRun begun = present;
    if (begun != null) {
      return begun;
    }
    DetectionRun next = DetectionRun.of(updates.get(at), rules, look);
    synchronized (this) {
      present = next;
    }
    return next;
  }

  private synchronized void end(FirstLook said) {
    if (!givenUp) {
      found[at] = new CommentFindings(updates.get(at), said);
      present = null;
      at++;
    }
  }

  private synchronized void failed(Throwable e) {
    failure = givenUp ? null : e;
  }

  /** Grows while the task makes progress. */
  private synchronized long step() {
    return present == null ? at << 10 : (at << 10) + present.step();
  }

  /**
   * Waits until it is done.
   *
   * @param patience how long one detector may take
   * @return false if it makes no progress
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
   * Gives up on the current detector.
   *
   * @param freed called if the hanging thread returns after all
   * @return the remaining work for another thread; this task if it is done by now
   */
  synchronized DetectionTask givenUp(Runnable freed) {
    if (worker == null || present == null) {
      return this;
    }
    givenUp = true;
    whenFreed = freed;
    // Before the interrupt: a detector that reacts to it returns at once, and must count as failed.
    DetectionRun left = present.givenUp();
    worker.interrupt();
    return new DetectionTask(updates, rules, look, found, at, left);
  }

  /** Returns the current comment. */
  synchronized CommentUpdate now() {
    return updates.get(at);
  }

  /** Returns the findings; call only when it is done. */
  List<CommentFindings> found() {
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure != null) {
      throw new IllegalStateException("detecting failed", failure);
    }
    return List.of(found);
  }
}
