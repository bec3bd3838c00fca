package hallmonitor.system.faults;

import hallmonitor.system.ScratchStack;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What authors write during a run: a third of it breaks the policy, some of it is edited. */
final class FaultLoad implements AutoCloseable {
  private static final Map<String, Object> MIX = Map.of("violating", 0.34, "edits", 0.05);

  private final ScratchStack stack;
  private final double rate;
  private long seed;

  /**
   * Prepares it.
   *
   * @param rate comments per second
   */
  FaultLoad(ScratchStack stack, long seed, double rate) {
    this.stack = stack;
    this.seed = seed * 1_000;
    this.rate = rate;
  }

  /** Writes on and on, in place of what was written before. */
  void begin() {
    write(rate, 0);
  }

  /** Writes some comments and returns once they are written. */
  void some(int count) {
    write(rate, count);
    Pause.until(
        Duration.ofMinutes(1),
        Duration.ofMillis(100),
        () -> !stack.practice().streamProgress().path("running").asBoolean());
  }

  /** Ten times as much for a while. */
  void tenfold(Duration length) {
    write(10 * rate, 0);
    Pause.of(length);
    begin();
  }

  private void write(double perSecond, int count) {
    Map<String, Object> order = new HashMap<>(MIX);
    order.put("rate", perSecond);
    order.put("count", count);
    order.put("seed", ++seed);
    stack.practice().stream(order);
  }

  void stop() {
    stack.practice().stopStream();
  }

  @Override
  public void close() {
    stop();
  }
}
