package hallmonitor.ingest.action;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.ActionOrdered.Urgency;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.account.RateBudget.Use;
import hallmonitor.ingest.account.Tenure;
import hallmonitor.ingest.connector.CommentActions;
import hallmonitor.messaging.TraceHeaders;
import hallmonitor.messaging.Worker;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Carries out one account's orders, a few at a time, within its request budget. When that runs low,
 * the rest is reserved for orders against danger.
 */
public final class ActionWorker implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ActionWorker.class.getName());
  private static final int AT_ONCE = 4;

  /** There are hundreds of accounts, and most have no orders. */
  private static final Duration IDLE_HAND = Duration.ofSeconds(30);

  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(5);
  private static final Duration SHORTEST_SLEEP = Duration.ofMillis(100);
  private static final Duration AFTER_DATABASE_FAULT = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final String account;
  private final ActionTable table;
  private final ActionQueue queue;
  private final ActionAttempt attempt;
  private final RateBudget budget;
  private final InstantSource clock;
  private final Runnable committed;
  private final ActionListener listener;
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final Set<UUID> inHand = ConcurrentHashMap.newKeySet();
  private final ExecutorService hands;
  private final Worker worker;
  private BooleanSupplier halted = () -> false;
  private long nextLook = System.nanoTime();

  /**
   * Creates a worker.
   *
   * @param tenure by which it carries out orders; it does nothing once that has ended
   * @param committed called after each commit that added to the outbox
   */
  public ActionWorker(
      String account,
      CommentActions platform,
      ActionTable table,
      Tenure tenure,
      RateBudget budget,
      InstantSource clock,
      Runnable committed,
      ActionListener listener) {
    this.account = account;
    this.table = table;
    this.queue = table.queue(account, tenure);
    this.attempt = new ActionAttempt(platform);
    this.budget = budget;
    this.clock = clock;
    this.committed = committed;
    this.listener = listener;
    ThreadPoolExecutor some =
        new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            IDLE_HAND.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            r -> new Thread(r, "act-" + account));
    some.allowCoreThreadTimeOut(true);
    this.hands = some;
    this.worker = new Worker("orders-" + account, this::lookAndHandOut).patience(PATIENCE);
  }

  /** Sets when a person wants nothing to be carried out, not even against danger. */
  public ActionWorker haltedWhile(BooleanSupplier halted) {
    this.halted = halted;
    return this;
  }

  public ActionWorker start() {
    worker.start();
    return this;
  }

  public boolean alive() {
    return worker.alive();
  }

  /** Signals that there may be new orders. */
  public void wake() {
    worker.wake();
  }

  private Duration lookAndHandOut() {
    // Not only at the start: the answer to a claim's commit can get lost at any time.
    if (System.nanoTime() - nextLook >= 0) {
      queue.doubtLeftovers(Set.copyOf(inHand));
      nextLook = System.nanoTime() + LONGEST_SLEEP.toNanos();
    }
    return handOut();
  }

  /**
   * Assigns due orders to free threads. Returns the time until more can be assigned unless this
   * worker is woken.
   */
  private Duration handOut() {
    if (halted.getAsBoolean()) {
      return LONGEST_SLEEP;
    }
    Duration closed = budget.untilAllowed(Use.DANGER);
    if (!closed.isZero()) {
      return shorter(closed, LONGEST_SLEEP);
    }
    Duration onlyDanger = budget.untilAllowed(Use.ACTION);
    Urgency least = onlyDanger.isZero() ? Urgency.ROUTINE : Urgency.DANGER;
    int idle = free.drainPermits();
    List<PendingAction> claimed = List.of();
    try {
      claimed = idle == 0 ? List.of() : queue.claim(idle, least);
    } finally {
      free.release(idle - claimed.size());
    }
    claimed.forEach(one -> inHand.add(one.order().actionId()));
    claimed.forEach(one -> hands.execute(() -> carryOut(one)));
    if (idle == 0 || !claimed.isEmpty()) {
      return LONGEST_SLEEP; // the next free thread wakes this worker
    }
    Duration most = onlyDanger.isZero() ? LONGEST_SLEEP : shorter(onlyDanger, LONGEST_SLEEP);
    // A due order may still have to wait for an earlier order on the same comment.
    return queue.untilDue(least).map(due -> shorter(due.plus(SHORTEST_SLEEP), most)).orElse(most);
  }

  private void carryOut(PendingAction pending) {
    try {
      Span span = span(pending);
      try (Scope ignored = span.makeCurrent()) {
        AttemptOutcome outcome = attempt.make(pending, clock);
        if (outcome instanceof AttemptOutcome.Again again) {
          again.throttled().ifPresent(throttled -> throttled.holdActs(budget));
        }
        record(pending, outcome);
      } finally {
        span.end();
      }
    } finally {
      inHand.remove(pending.order().actionId());
      free.release();
      wake();
    }
  }

  private Span span(PendingAction pending) {
    RecordHeaders headers = new RecordHeaders();
    pending.traceparent().ifPresent(t -> headers.add("traceparent", t.getBytes(UTF_8)));
    Context order = TraceHeaders.readFrom(headers);
    return GlobalOpenTelemetry.getTracer("hallmonitor.ingest")
        .spanBuilder(
            pending.order().action().name().toLowerCase(java.util.Locale.ROOT) + " " + account)
        .setParent(order)
        .setSpanKind(SpanKind.CLIENT)
        .setAttribute("hallmonitor.action", pending.order().actionId().toString())
        .startSpan();
  }

  /** Stores an outcome. It must be stored, so this waits while the database is unreachable. */
  private void record(PendingAction pending, AttemptOutcome outcome) {
    while (true) {
      try {
        if (outcome instanceof AttemptOutcome.Done done) {
          if (table.done(pending, done.result())) {
            listener.done(pending.order(), done.result());
          }
        } else if (outcome instanceof AttemptOutcome.Again again) {
          table.again(pending, again, clock.instant());
        }
        committed.run();
        return;
      } catch (RuntimeException e) {
        LOG.log(
            System.Logger.Level.ERROR,
            "the result of action " + pending.order().actionId() + " cannot be written down yet",
            e);
        if (worker.closing() || !pause()) {
          return; // the row still says that it was attempted, so the next run observes it
        }
      }
    }
  }

  private static boolean pause() {
    try {
      Thread.sleep(AFTER_DATABASE_FAULT.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** No further order is looked for; returns at once. */
  public void askToEnd() {
    worker.askToEnd();
  }

  /** Waits a few seconds for running attempts to finish. */
  @Override
  public void close() {
    worker.askToEnd();
    hands.shutdown();
    worker.close();
    try {
      if (!hands.awaitTermination(5, TimeUnit.SECONDS)) {
        hands.shutdownNow();
      }
    } catch (InterruptedException e) {
      hands.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
