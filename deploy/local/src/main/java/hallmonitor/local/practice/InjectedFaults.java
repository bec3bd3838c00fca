package hallmonitor.local.practice;

import hallmonitor.standin.web.RouteAnswer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Makes the WordPress API misbehave, for tests with access to this object; it is not reachable over
 * HTTP. Each fault affects one call, in the requested order.
 */
public final class InjectedFaults {
  private interface Fault {
    RouteAnswer around(Supplier<RouteAnswer.Now> real);
  }

  private final Deque<Fault> next = new ArrayDeque<>();
  private volatile boolean rejectsAuth;

  /** Makes the next calls answer 500 like a crashed PHP, and apply nothing. */
  public void failNext(int calls) {
    add(
        calls,
        real ->
            RouteAnswer.text(500, "<html><body>There has been a critical error.</body></html>"));
  }

  /** Makes the next calls answer 429 and apply nothing. */
  public void throttleNext(int calls, Duration retryAfter) {
    add(
        calls,
        real ->
            RouteAnswer.json(429, Map.of("code", "too_many_requests", "message", "Slow down."))
                .with("Retry-After", String.valueOf(retryAfter.toSeconds())));
  }

  /** Neither applies nor answers the next calls; their connections stay open. */
  public void hangNext(int calls) {
    add(calls, real -> new RouteAnswer.Silence());
  }

  /** Applies the next calls but closes their connections without an answer. */
  public void applyAndCutNext(int calls) {
    add(
        calls,
        real -> {
          var unused = real.get(); // asked, so that it is applied
          return new RouteAnswer.Cut();
        });
  }

  /** While true, treats every caller as anonymous, as after a revoked application password. */
  public void rejectAuth(boolean reject) {
    rejectsAuth = reject;
  }

  /** Clears all pending faults. */
  public synchronized void clear() {
    next.clear();
    rejectsAuth = false;
  }

  boolean rejectsAuth() {
    return rejectsAuth;
  }

  RouteAnswer around(Supplier<RouteAnswer.Now> real) {
    Fault fault;
    synchronized (this) {
      fault = next.poll();
    }
    return fault == null ? real.get() : fault.around(real);
  }

  private synchronized void add(int calls, Fault fault) {
    for (int i = 0; i < calls; i++) {
      next.add(fault);
    }
  }
}
