package hallmonitor.bench;

import hallmonitor.system.PracticeSite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Measures the time from the moment a threat is on the page until the public no longer sees it. */
public final class TypedToHidden {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int WARM_UP = 5;

  /** Between two looks, when nothing else is to be measured. */
  private static final Duration CLOSE_LOOK = Duration.ofMillis(5);

  /** Between two looks at many: looking is work for the machine, too. */
  private static final Duration LOOK = Duration.ofMillis(30);

  /** WordPress lists no more. */
  private static final int MOST_AT_ONCE = 100;

  /**
   * A threat that was hidden, or not within a minute.
   *
   * @param comment its id there
   * @param at when it was typed, by {@link System#nanoTime}
   * @param millis until nobody saw it; if it is late, until it was given up
   * @param hiddenAt when nobody saw it any more
   */
  public record Hidden(int comment, long at, long millis, Instant hiddenAt) {
    public boolean isLate() {
      return TypedToHidden.isLate(millis);
    }
  }

  private TypedToHidden() {}

  /** Returns whether this is the time of a threat that was given up. */
  static boolean isLate(long millis) {
    return millis >= PATIENCE.toMillis();
  }

  /** Returns a text that is hidden and escalated, another one for each number. */
  static String threat(int number) {
    return "I am bringing a gun to the school tomorrow at lunch and shooting everyone #" + number;
  }

  /** Types one after the other, so that none waits for another. One that is late has its minute. */
  static List<Long> measure(PracticeSite site, int post, int threats) throws InterruptedException {
    warmUp(site, post);
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < threats; i++) {
      times.add(type(site, post, WARM_UP + i));
      rest(i);
    }
    return times;
  }

  /** Has the way of a threat walked a few times, since a first time takes longer. */
  public static void warmUp(PracticeSite site, int post) throws InterruptedException {
    for (int i = 0; i < WARM_UP; i++) {
      if (isLate(type(site, post, i))) {
        throw new IllegalStateException("threat " + i + " was not hidden within " + PATIENCE);
      }
      rest(i);
    }
  }

  /**
   * Types as many at this distance, whether those before are hidden or not: to wait for a slow one
   * would leave out those that are slow with it. One request asks for all that are still shown, so
   * that many slow ones do not slow each other. Needs {@link #warmUp} before it.
   */
  public static List<Hidden> steadily(PracticeSite site, int post, int threats, Duration distance)
      throws InterruptedException {
    Map<Integer, Long> shown = new LinkedHashMap<>();
    List<Hidden> hidden = new ArrayList<>();
    long next = System.nanoTime();
    int typed = 0;
    while (typed < threats || !shown.isEmpty()) {
      if (typed < threats && System.nanoTime() - next >= 0) {
        long start = System.nanoTime();
        int number = WARM_UP + typed;
        shown.put(site.post(post, "Vera Lund " + number, threat(number)), start);
        typed++;
        next += distance.toNanos();
      }
      Thread.sleep(LOOK.toMillis());
      if (!shown.isEmpty()) {
        noteHidden(site, shown, hidden);
      }
    }
    return hidden;
  }

  private static void noteHidden(PracticeSite site, Map<Integer, Long> shown, List<Hidden> hidden) {
    Set<Integer> still = site.shown(shown.keySet().stream().limit(MOST_AT_ONCE).toList());
    long now = System.nanoTime();
    Instant at = Instant.now();
    for (Integer comment : shown.keySet().stream().limit(MOST_AT_ONCE).toList()) {
      long start = shown.getOrDefault(comment, now);
      Hidden one = new Hidden(comment, start, Duration.ofNanos(now - start).toMillis(), at);
      if (!still.contains(comment) || one.isLate()) {
        shown.remove(comment);
        hidden.add(one);
      }
    }
  }

  private static long type(PracticeSite site, int post, int number) throws InterruptedException {
    long start = System.nanoTime();
    int comment = site.post(post, "Vera Lund " + number, threat(number));
    while (site.shows(comment) && System.nanoTime() - start < PATIENCE.toNanos()) {
      Thread.sleep(CLOSE_LOOK.toMillis());
    }
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }

  /** Varies, so as not to run in step with the poller. */
  private static void rest(int number) throws InterruptedException {
    Thread.sleep(200 + number * 37L % 400);
  }
}
