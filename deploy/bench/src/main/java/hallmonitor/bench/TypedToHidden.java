package hallmonitor.bench;

import hallmonitor.system.PracticeSite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Measures the time from the moment a threat is on the page until the public no longer sees it. */
public final class TypedToHidden {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int WARM_UP = 5;

  /**
   * A threat that was hidden.
   *
   * @param at when it was typed, by {@link System#nanoTime}
   * @param millis until nobody saw it
   */
  public record Hidden(long at, long millis) {}

  private TypedToHidden() {}

  /** Returns a text that is hidden and escalated, another one for each number. */
  static String threat(int number) {
    return "I am bringing a gun to the school tomorrow at lunch and shooting everyone #" + number;
  }

  /** Types one after the other, so that none waits for another. */
  static Quantiles measure(PracticeSite site, int post, int threats) throws InterruptedException {
    warmUp(site, post);
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < threats; i++) {
      times.add(type(site, post, WARM_UP + i, Duration.ofMillis(5)).millis());
      rest(i);
    }
    return Quantiles.of(times);
  }

  /** Has the way of a threat walked a few times, since a first time takes longer. */
  public static void warmUp(PracticeSite site, int post) throws InterruptedException {
    for (int i = 0; i < WARM_UP; i++) {
      type(site, post, i, Duration.ofMillis(5));
      rest(i);
    }
  }

  /**
   * Types as many at this distance, whether those before are hidden or not: to wait for a slow one
   * would leave out those that are slow with it. Needs {@link #warmUp} before it.
   */
  public static List<Hidden> steadily(PracticeSite site, int post, int threats, Duration distance)
      throws InterruptedException {
    ExecutorService visitors = Executors.newCachedThreadPool();
    try {
      List<CompletableFuture<Hidden>> all = new ArrayList<>();
      for (int i = 0; i < threats; i++) {
        int number = WARM_UP + i;
        all.add(
            CompletableFuture.supplyAsync(
                () -> {
                  try {
                    return type(site, post, number, Duration.ofMillis(50));
                  } catch (InterruptedException e) {
                    throw new IllegalStateException("typing was interrupted", e);
                  }
                },
                visitors));
        Thread.sleep(distance.toMillis());
      }
      return all.stream().map(CompletableFuture::join).toList();
    } finally {
      visitors.shutdownNow();
    }
  }

  private static Hidden type(PracticeSite site, int post, int number, Duration look)
      throws InterruptedException {
    long start = System.nanoTime();
    int comment = site.post(post, "Vera Lund " + number, threat(number));
    while (site.shows(comment)) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new IllegalStateException(
            "comment " + comment + " was not hidden within " + PATIENCE);
      }
      Thread.sleep(look.toMillis());
    }
    return new Hidden(start, Duration.ofNanos(System.nanoTime() - start).toMillis());
  }

  /** Varies, so as not to run in step with the poller. */
  private static void rest(int number) throws InterruptedException {
    Thread.sleep(200 + number * 37L % 400);
  }
}
