package hallmonitor.moderation.pipeline.jobs;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of all scheduled rounds: at most one for each kind of round, and none while nothing
 * is due.
 */
@ApplicationScoped
public class RoundThreads {
  private static final System.Logger LOG = System.getLogger(RoundThreads.class.getName());
  private static final int SECONDS_TO_FINISH = 5;

  /**
   * The scheduler starts all rounds in the same instant. Spread over this time, they share a few
   * connections to the database instead of keeping one each.
   */
  private static final int SPREAD_MILLIS = 250;

  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private final AtomicInteger number = new AtomicInteger();
  private final ClassLoader loader = Thread.currentThread().getContextClassLoader();
  private final ExecutorService threads = Executors.newCachedThreadPool(this::thread);

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work, "round-" + number.incrementAndGet());
    thread.setDaemon(true);
    thread.setContextClassLoader(loader);
    return thread;
  }

  /**
   * Starts a round in a moment, unless the one before it still runs.
   *
   * @param kind names the round
   */
  void start(String kind, Callable<?> round) {
    if (running.add(kind)) {
      CompletableFuture.delayedExecutor(
              ThreadLocalRandom.current().nextInt(SPREAD_MILLIS), TimeUnit.MILLISECONDS, threads)
          .execute(() -> run(kind, round));
    }
  }

  private void run(String kind, Callable<?> round) {
    ManagedContext request = Arc.container().requestContext();
    request.activate();
    try {
      round.call();
    } catch (Exception e) {
      LOG.log(System.Logger.Level.ERROR, "the round %s failed; it comes again".formatted(kind), e);
    } finally {
      request.terminate();
      running.remove(kind);
    }
  }

  /** Lets rounds finish: the database is still there. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
      threads.shutdownNow();
    }
  }
}
