package hallmonitor.local.web;

import hallmonitor.standin.web.RouteAnswer;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Long polling: a browser asks for news and is answered when there is some, or after {@link
 * #LONGEST} with the current state. Waiting uses no thread, and a slow browser blocks no one. A
 * burst of changes is answered once per {@link #COALESCE}.
 */
public final class WaitingRequests implements AutoCloseable {
  static final Duration LONGEST = Duration.ofSeconds(20);
  static final Duration COALESCE = Duration.ofMillis(60);

  private record Waiter(
      BooleanSupplier due,
      Supplier<RouteAnswer.Now> answer,
      CompletableFuture<RouteAnswer.Now> promise) {}

  private final Queue<Waiter> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "long-poll");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Answers as soon as {@code due} holds after a {@link #wake()}, or immediately if it holds now.
   */
  public RouteAnswer await(BooleanSupplier due, Supplier<RouteAnswer.Now> answer) {
    if (due.getAsBoolean()) {
      return answer.get();
    }
    var waiter = new Waiter(due, answer, new CompletableFuture<>());
    waiting.add(waiter);
    if (!later(() -> settle(waiter), LONGEST)) {
      return RouteAnswer.refusal(503, "Hall Monitor is stopping.");
    }
    if (due.getAsBoolean()) { // the change came between the first check and the registration
      wake();
    }
    return new RouteAnswer.Later(waiter.promise());
  }

  /** Signals a change. Cheap enough to call for every comment of a burst. */
  public void wake() {
    if (!waiting.isEmpty() && scheduled.compareAndSet(false, true)) {
      later(this::settleDue, COALESCE);
    }
  }

  private boolean later(Runnable task, Duration delay) {
    try {
      var unused = clock.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (RejectedExecutionException e) {
      return false; // closed in the meantime
    }
  }

  private void settleDue() {
    scheduled.set(false);
    for (Waiter waiter : waiting) {
      if (waiter.due().getAsBoolean()) {
        settle(waiter);
      }
    }
  }

  private void settle(Waiter waiter) {
    if (waiting.remove(waiter)) {
      waiter.promise().complete(waiter.answer().get());
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    waiting.forEach(waiter -> waiter.promise().complete(null));
    waiting.clear();
  }
}
