package hallmonitor.bench;

import hallmonitor.system.PracticeSite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Measures the time from the moment a threat is on the page until the public no longer sees it. */
public final class TypedToHidden {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private TypedToHidden() {}

  /** Returns a text that is hidden and escalated, another one for each number. */
  static String threat(int number) {
    return "I am bringing a gun to the school tomorrow at lunch and shooting everyone #" + number;
  }

  static Quantiles measure(PracticeSite site, int post, int threats) throws InterruptedException {
    return Quantiles.of(times(site, post, threats));
  }

  /** Returns the milliseconds that each of them took. */
  public static List<Long> times(PracticeSite site, int post, int threats)
      throws InterruptedException {
    List<Long> times = new ArrayList<>();
    for (int i = -5; i < threats; i++) { // the first five are a warm-up
      long start = System.nanoTime();
      int comment = site.post(post, "Vera Lund " + i, threat(i + 5));
      while (site.shows(comment)) {
        if (System.nanoTime() - start > PATIENCE.toNanos()) {
          throw new IllegalStateException(
              "comment " + comment + " was not hidden within " + PATIENCE);
        }
        Thread.sleep(5);
      }
      if (i >= 0) {
        times.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
      }
      Thread.sleep(200 + (i * 37L + 185) % 400); // varies, so as not to run in step with the poller
    }
    return times;
  }
}
