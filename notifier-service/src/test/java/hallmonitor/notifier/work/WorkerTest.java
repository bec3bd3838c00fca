package hallmonitor.notifier.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Test
  void itWorksForAsLongAsThereIsSomethingAndLooksAgainWhenWoken() {
    AtomicInteger left = new AtomicInteger(5);
    try (Worker worker =
        new Worker("test", PATIENCE, () -> left.getAndUpdate(n -> Math.max(0, n - 1)) > 0)
            .start()) {
      await().until(() -> left.get() == 0);
      left.set(3);
      worker.wake();
      await().until(() -> left.get() == 0);
      assertThat(worker.fault()).isEmpty();
    }
  }

  @Test
  void aFailureIsAFaultUntilItIsOver() {
    AtomicBoolean broken = new AtomicBoolean(true);
    Worker.Work work =
        () -> {
          if (broken.get()) {
            throw new Worker.Trouble("the third row is unreadable", null);
          }
          return false;
        };
    try (Worker worker = new Worker("test", PATIENCE, work).start()) {
      await().until(() -> worker.fault().isPresent());
      assertThat(worker.fault()).contains("the third row is unreadable");
      broken.set(false);
      worker.wake();
      await().until(() -> worker.fault().isEmpty());
      assertThat(worker.alive()).isTrue();
    }
  }

  @Test
  void whatADatabaseSaysIsNotShown() {
    Worker.Work work =
        () -> {
          throw new IllegalStateException("value 'what somebody wrote' is too long");
        };
    try (Worker worker = new Worker("test", PATIENCE, work).start()) {
      await().until(() -> worker.fault().isPresent());
      assertThat(worker.fault()).contains("IllegalStateException");
    }
  }

  @Test
  void closingLetsTheWorkInHandComeToItsEnd() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean finished = new AtomicBoolean();
    Worker[] self = new Worker[1];
    self[0] =
        new Worker(
            "test",
            PATIENCE,
            () -> {
              begun.countDown();
              while (!self[0].closing()) {
                Thread.onSpinWait();
              }
              finished.set(true);
              return true;
            });
    self[0].start();
    begun.await();
    self[0].close();
    assertThat(finished).isTrue();
    assertThat(self[0].alive()).isFalse();
  }
}
