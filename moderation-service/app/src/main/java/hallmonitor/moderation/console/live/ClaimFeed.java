package hallmonitor.moderation.console.live;

import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.live.Claims.Claim;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Publishes who looks at which case to open pages: the full list after every change, including an
 * expired claim. Checks the database once for all pages together, and only while there are any.
 */
@ApplicationScoped
public class ClaimFeed {
  private static final System.Logger LOG = System.getLogger(ClaimFeed.class.getName());

  private final Claims claims;
  private final Set<Consumer<List<Claim>>> listeners = ConcurrentHashMap.newKeySet();

  /** No {@code Worker}, which repeats one step: this thread also tells newcomers the list. */
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread t = new Thread(work, "claim-feed");
            t.setDaemon(true);
            return t;
          });

  private List<Claim> told = List.of();

  ClaimFeed(Claims claims, ConsoleConfig config) {
    this.claims = claims;
    long every = Math.max(1, config.liveEvery().toMillis());
    var unused = // it runs until the thread is shut down
        thread.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    thread.shutdownNow();
  }

  /**
   * Adds a listener. It receives the current list immediately and again after each change, on one
   * thread.
   */
  void listen(Consumer<List<Claim>> listener) {
    // Before the thread gets to it, so that a page that leaves at once is not kept forever.
    listeners.add(listener);
    thread.execute(() -> guarded(() -> listener.accept(claims.now())));
  }

  void leave(Consumer<List<Claim>> listener) {
    listeners.remove(listener);
  }

  private void look() {
    if (!listeners.isEmpty()) {
      guarded(
          () -> {
            List<Claim> now = claims.now();
            if (!now.equals(told)) {
              told = now;
              listeners.forEach(listener -> listener.accept(now));
            }
          });
    }
  }

  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "no news of claims for the open pages ({0}); trying again",
          e.getClass().getName());
    }
  }
}
