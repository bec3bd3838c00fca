package hallmonitor.ingest.polling;

import hallmonitor.ingest.connector.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Schedules sweeps: the newest comments every two seconds, since edits are most likely there, and
 * the last 48 hours half a minute after the last full sweep. {@link OlderSweeps} handles older
 * comments. Comments that a list misses, or shows again, wait here until they are looked up on the
 * platform.
 */
final class SweepPlan {
  static final Duration WINDOW = Duration.ofHours(48);
  private static final Duration SHORTEST_BETWEEN_SHORT = Duration.ofSeconds(2);
  private static final Duration BETWEEN_WHOLE = Duration.ofSeconds(30);

  /** A full sweep over many comments is slow, so that it costs little at any size. */
  private static final Duration BETWEEN_WHOLE_PAGES = Duration.ofMillis(100);

  private static final int NEWEST = 90; // a page with the seconds around it

  private final Set<String> suspects = new LinkedHashSet<>();
  private final Duration betweenShort;
  private Instant nextShort;
  private Instant nextWhole;
  private @Nullable Sweep shortSweep;
  private @Nullable Sweep wholeSweep;

  /**
   * Creates a plan.
   *
   * @param idle longest time between requests when nothing happens
   */
  SweepPlan(Instant now, Duration idle) {
    betweenShort = idle.compareTo(SHORTEST_BETWEEN_SHORT) > 0 ? idle : SHORTEST_BETWEEN_SHORT;
    nextShort = now.plus(betweenShort);
    nextWhole = now;
  }

  /** Returns when the next task is due. */
  Instant due(Instant now) {
    if (shortSweep != null || !suspects.isEmpty()) {
      return now;
    }
    return nextShort.isBefore(nextWhole) ? nextShort : nextWhole;
  }

  /** Returns the sweep to read the next page of; a short sweep goes before a full one. */
  Optional<Sweep> next(Instant now, CommentMemory memory) {
    if (shortSweep == null && !now.isBefore(nextShort)) {
      Instant earliest = now.minus(WINDOW);
      Instant from = memory.writtenBefore(NEWEST).map(t -> t.minusSeconds(1)).orElse(earliest);
      shortSweep = sweep(from.isBefore(earliest) ? earliest : from, now, false, memory);
      nextShort = now.plus(betweenShort);
    }
    if (shortSweep != null) {
      return Optional.of(shortSweep);
    }
    if (now.isBefore(nextWhole)) {
      return Optional.empty();
    }
    if (wholeSweep == null) {
      wholeSweep = sweep(now.minus(WINDOW), now, true, memory);
    }
    nextWhole = now.plus(BETWEEN_WHOLE_PAGES);
    return Optional.of(wholeSweep);
  }

  /**
   * Creates a sweep in whole seconds, as some platforms keep time. It ends a little after now,
   * because their clocks may be ahead.
   */
  private static Sweep sweep(Instant from, Instant now, boolean whole, CommentMemory memory) {
    Instant until = now.plusSeconds(3).truncatedTo(ChronoUnit.SECONDS);
    Instant after =
        from.isBefore(until) ? from.truncatedTo(ChronoUnit.SECONDS) : until.minusSeconds(1);
    TimeSpan span = new TimeSpan(after, until);
    return new Sweep(span, whole, memory.writtenIn(span));
  }

  void finished(Sweep sweep, Instant now) {
    sweep.missing().forEach(this::suspect);
    if (sweep.whole()) {
      wholeSweep = null;
      nextWhole = now.plus(BETWEEN_WHOLE);
    } else {
      shortSweep = null;
      nextShort = now.plus(betweenShort);
    }
  }

  /** Adds a comment that must be looked up on the platform because of what a list shows. */
  void suspect(String id) {
    suspects.add(id);
  }

  /** Returns a comment to look up. It stays until {@link #settled}. */
  Optional<String> suspect() {
    return suspects.stream().findFirst();
  }

  void settled() {
    suspect().ifPresent(suspects::remove);
  }
}
