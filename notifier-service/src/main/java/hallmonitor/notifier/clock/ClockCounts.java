package hallmonitor.notifier.clock;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts the clock's steps. A step that is rolled back and repeated may be counted twice. */
public final class ClockCounts {
  private final Counter reminders;
  private final Counter undelivered;

  public ClockCounts(MeterRegistry meters) {
    reminders = meters.counter("hallmonitor.escalation.reminders");
    undelivered = meters.counter("hallmonitor.escalation.undelivered");
  }

  void reminded() {
    reminders.increment();
  }

  void undelivered() {
    undelivered.increment();
  }
}
