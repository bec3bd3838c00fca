package hallmonitor.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkerTest {
  private static final Duration NEVER = Duration.ofHours(1);

  @Test
  void itWorksWhileThereIsSomethingAndGoesOnWhenWoken() {
    AtomicInteger left = new AtomicInteger(5);
    Worker.Step step = () -> left.getAndUpdate(n -> Math.max(0, n - 1)) > 0 ? Duration.ZERO : NEVER;
    try (Worker worker = new Worker("test", step).start()) {
      await().until(() -> left.get() == 0);
      left.set(3);
      worker.wake();
      await().until(() -> left.get() == 0);
      assertThat(worker.fault()).isEmpty();
    }
  }

  @Test
  void itLooksAgainAfterTheWaitThatTheStepAskedFor() {
    AtomicInteger looks = new AtomicInteger();
    Worker.Step step =
        () -> {
          looks.incrementAndGet();
          return Duration.ofMillis(20);
        };
    try (Worker worker = new Worker("test", step).start()) {
      await().until(() -> looks.get() > 3);
    }
  }

  @Test
  void oneThatHangsInAStepIsNotAliveUntilItGetsOn() throws InterruptedException {
    CountDownLatch hang = new CountDownLatch(1);
    Worker.Step step =
        () -> {
          hang.await();
          return NEVER;
        };
    try (Worker worker = new Worker("test", step).longestStep(Duration.ofMillis(100)).start()) {
      await().until(() -> !worker.alive());
      hang.countDown();
      await().until(worker::alive);
    }
  }

  @Test
  void aLongRestIsNoHang() {
    AtomicInteger steps = new AtomicInteger();
    Worker.Step step =
        () -> {
          steps.incrementAndGet();
          return NEVER;
        };
    try (Worker worker = new Worker("test", step).longestStep(Duration.ofNanos(1)).start()) {
      await().until(() -> steps.get() == 1);
      await().until(worker::alive);
    }
  }

  @Test
  void aWakeDuringAStepIsNotLost() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch woken = new CountDownLatch(1);
    AtomicInteger steps = new AtomicInteger();
    Worker.Step step =
        () -> {
          begun.countDown();
          woken.await();
          steps.incrementAndGet();
          return NEVER;
        };
    try (Worker worker = new Worker("test", step).start()) {
      begun.await();
      worker.wake();
      woken.countDown();
      await().until(() -> steps.get() == 2);
    }
  }

  @Test
  void aFailureIsAFaultUntilItIsOver() {
    AtomicBoolean broken = new AtomicBoolean(true);
    Worker.Step step =
        () -> {
          if (broken.get()) {
            throw new Worker.Trouble("the third row is unreadable", null);
          }
          return NEVER;
        };
    try (Worker worker = new Worker("test", step).start()) {
      await().until(() -> worker.fault().isPresent());
      assertThat(worker.fault()).contains("the third row is unreadable");
      broken.set(false);
      worker.wake();
      await().until(() -> worker.fault().isEmpty());
      assertThat(worker.alive()).isTrue();
    }
  }

  @Test
  void whatADatabaseSaysIsNotShownUnlessItIsAskedFor() {
    Worker.Step step =
        () -> {
          throw new IllegalStateException("value 'what somebody wrote' is too long");
        };
    try (Worker silent = new Worker("test", step).start();
        Worker open = new Worker("test", step).faultsAs(Throwable::getMessage).start()) {
      await().until(() -> silent.fault().isPresent() && open.fault().isPresent());
      assertThat(silent.fault()).contains("IllegalStateException");
      assertThat(open.fault()).contains("value 'what somebody wrote' is too long");
    }
  }

  @Test
  void anErrorOfOneStepIsAFailureLikeAnyOther() {
    AtomicInteger steps = new AtomicInteger();
    Worker.Step step =
        () -> {
          if (steps.incrementAndGet() == 1) {
            throw new NoClassDefFoundError("hallmonitor/Missing");
          }
          return NEVER;
        };
    Duration soon = Duration.ofMillis(5);
    try (Worker worker = new Worker("test", step).retryAfter(soon, soon).start()) {
      await().until(() -> steps.get() == 2);
      assertThat(worker.alive()).isTrue();
    }
  }

  @Test
  void theWaitAfterAFailureDoublesUpToItsLimitAndStartsAnewAfterASuccess() {
    List<Long> tries = new CopyOnWriteArrayList<>();
    AtomicBoolean broken = new AtomicBoolean(true);
    Worker.Step step =
        () -> {
          tries.add(System.nanoTime());
          if (broken.get()) {
            throw new IllegalStateException();
          }
          return NEVER;
        };
    Duration first = Duration.ofMillis(20);
    try (Worker worker = new Worker("test", step).retryAfter(first, first.multipliedBy(4))) {
      worker.start();
      await().until(() -> tries.size() >= 5);
      List<Long> waits = waits(tries);
      assertThat(waits.get(0)).isGreaterThanOrEqualTo(20);
      assertThat(waits.get(1)).isGreaterThanOrEqualTo(40);
      assertThat(waits.get(2)).isGreaterThanOrEqualTo(80);
      assertThat(waits.get(3)).isGreaterThanOrEqualTo(80);
      // Waits that went on doubling would take 41 s.
      await().atMost(Duration.ofSeconds(30)).until(() -> tries.size() >= 12);

      broken.set(false);
      await().until(() -> worker.fault().isEmpty());
      broken.set(true);
      tries.clear();
      worker.wake();
      await().until(() -> tries.size() > 2);
      assertThat(waits(tries).get(1)).isGreaterThanOrEqualTo(40);
    }
  }

  private static List<Long> waits(List<Long> tries) {
    List<Long> waits = new ArrayList<>();
    for (int i = 1; i < tries.size(); i++) {
      waits.add(Math.round((tries.get(i) - tries.get(i - 1)) / 1e6));
    }
    return waits;
  }

  @Test
  void closingLetsTheStepInHandComeToItsEndAndThenDoesWhatIsLast() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    List<String> done = new CopyOnWriteArrayList<>();
    Worker[] self = new Worker[1];
    self[0] =
        new Worker(
                "test",
                () -> {
                  begun.countDown();
                  while (!self[0].closing()) {
                    Thread.onSpinWait();
                  }
                  done.add("step");
                  return Duration.ZERO;
                })
            .atEnd(() -> done.add("last"));
    self[0].start();
    begun.await();
    self[0].close();
    assertThat(done).containsExactly("step", "last");
    assertThat(self[0].alive()).isFalse();
  }

  @Test
  void anEssentialWorkerIsStuckWhileAStepDoesNotGetOn() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    Worker.Step step =
        () -> {
          release.await();
          return NEVER;
        };
    try (Worker stuck = new Worker("stuck", step).essential().start();
        Worker beside = new Worker("beside", step).start()) {
      assertThat(beside.alive()).isTrue();
      await().until(() -> Worker.stuckFor(Duration.ofMillis(20)).contains("stuck"));
      assertThat(Worker.stuckFor(Duration.ofMillis(20))).doesNotContain("beside");
      assertThat(Worker.stuck()).doesNotContain("stuck");

      stuck.progressed();
      assertThat(Worker.stuckFor(Duration.ofMinutes(1))).doesNotContain("stuck");

      release.countDown();
      await().until(() -> !Worker.stuckFor(Duration.ofMillis(20)).contains("stuck"));
      Thread.sleep(50);
      assertThat(Worker.stuckFor(Duration.ofMillis(20)))
          .as("one that waits for work")
          .doesNotContain("stuck");
    }
  }

  @Test
  void aClosedWorkerIsNotStuck() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Worker worker =
        new Worker(
                "closed",
                () -> {
                  begun.countDown();
                  Thread.sleep(NEVER.toMillis());
                  return Duration.ZERO;
                })
            .patience(Duration.ZERO)
            .essential()
            .start();
    begun.await();
    worker.close();
    assertThat(Worker.stuckFor(Duration.ZERO)).doesNotContain("closed");
  }

  @Test
  void aStepThatTakesTooLongAtTheEndIsInterrupted() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean last = new AtomicBoolean();
    Worker worker =
        new Worker(
                "test",
                () -> {
                  begun.countDown();
                  Thread.sleep(NEVER.toMillis());
                  return Duration.ZERO;
                })
            .patience(Duration.ZERO)
            .atEnd(() -> last.set(true))
            .start();
    begun.await();
    worker.close();
    assertThat(worker.alive()).isFalse();
    assertThat(worker.fault()).isEmpty();
    assertThat(last).isTrue();
  }
}
