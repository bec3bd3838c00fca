package hallmonitor.notifier;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test sets it. */
final class TestClock implements InstantSource {
  private final AtomicReference<Instant> now;

  TestClock(Instant start) {
    this.now = new AtomicReference<>(start);
  }

  void forward(Duration by) {
    now.updateAndGet(time -> time.plus(by));
  }

  void back(Duration by) {
    now.updateAndGet(time -> time.minus(by));
  }

  @Override
  public Instant instant() {
    return now.get();
  }
}
