package hallmonitor.moderation.finding.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OnDemandTest {
  private static final Duration NEVER = Duration.ofDays(1);
  private static final Duration AT_ONCE = Duration.ofMillis(1);

  private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor();
  private final AtomicInteger loads = new AtomicInteger();
  private final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();

  @AfterEach
  void endTheWatcher() {
    watcher.shutdownNow();
  }

  private OnDemand<Integer> resting(Duration rest) {
    return new OnDemand<>(loads::incrementAndGet, closed::add, rest, watcher);
  }

  @Test
  void itIsLoadedWithItsFirstUseAndStaysForTheNext() {
    OnDemand<Integer> large = resting(NEVER);
    assertThat(large.isLoaded()).isFalse();

    assertThat(large.<Integer>use(n -> n)).isEqualTo(1);
    assertThat(large.<Integer>use(n -> n)).isEqualTo(1);
    assertThat(large.isLoaded()).isTrue();
  }

  @Test
  void whatNobodyUsesIsClosedAndTheNextUseLoadsItAgain() throws InterruptedException {
    OnDemand<Integer> large = resting(AT_ONCE);
    large.load();

    assertThat(closed.poll(30, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(large.<Integer>use(n -> n)).isEqualTo(2);
  }

  @Test
  void itIsNotClosedWhileSomebodyUsesIt() throws InterruptedException {
    OnDemand<Integer> large = resting(AT_ONCE);
    large.load();
    closed.poll(30, TimeUnit.SECONDS);
    CountDownLatch looks = new CountDownLatch(20);
    watcher.scheduleWithFixedDelay(looks::countDown, 1, 1, TimeUnit.MILLISECONDS);

    int used =
        large.use(
            n -> {
              await(looks);
              assertThat(closed).isEmpty();
              return n;
            });

    assertThat(closed.poll(30, TimeUnit.SECONDS)).isEqualTo(used);
  }

  private OnDemand<Integer> failingAtFirst(Duration rest) {
    return new OnDemand<>(
        () -> {
          if (loads.incrementAndGet() == 1) {
            throw new IllegalStateException("no memory");
          }
          return loads.get();
        },
        closed::add,
        rest,
        watcher);
  }

  @Test
  void aFailedLoadIsNotTriedForEachUse() {
    OnDemand<Integer> large = failingAtFirst(NEVER);

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> large.use(n -> n)).hasMessage("no memory");
    }
    assertThat(loads).hasValue(1);
  }

  @Test
  @Timeout(30)
  void aFailedLoadIsTriedAgainAfterATime() {
    OnDemand<Integer> large = failingAtFirst(Duration.ofMillis(400));

    assertThatThrownBy(() -> large.use(n -> n)).hasMessage("no memory");
    assertThat(firstAnswer(large)).isEqualTo(2);
  }

  private static int firstAnswer(OnDemand<Integer> large) {
    while (true) {
      try {
        return large.use(n -> n);
      } catch (IllegalStateException e) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void closingTakesItOutOfMemory() {
    OnDemand<Integer> large = resting(NEVER);
    large.close();
    large.load();
    large.close();

    assertThat(closed).containsExactly(1);
    assertThat(large.isLoaded()).isFalse();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
