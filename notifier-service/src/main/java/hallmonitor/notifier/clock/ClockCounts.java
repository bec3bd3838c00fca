package hallmonitor.notifier.clock;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what the clock does; a step that is rolled back and taken again may be counted twice. */
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
