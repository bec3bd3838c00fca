package hallmonitor.ingest.polling;

import hallmonitor.ingest.connector.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Schedules sweeps of comments that are older than two days, to find late edits: the older the
 * comments, the less often. The spans move with time, so that each comment is in one of them until
 * it is too old. Spans without a known comment cost nothing.
 */
final class OlderSweeps {
  /**
   * Comments of a certain age.
   *
   * @param between shortest time from one sweep's end to the next one's start
   */
  private record Band(Duration from, Duration to, Duration between) {
    TimeSpan span(Instant now, Duration reach) {
      Duration end = to.compareTo(reach) < 0 ? to : reach;
      // An extra hour on either side, because a sweep takes a while.
      return new TimeSpan(
          now.minus(end).minus(MARGIN).truncatedTo(ChronoUnit.SECONDS),
          now.minus(from).plus(MARGIN).truncatedTo(ChronoUnit.SECONDS));
    }
  }

  private static final Duration MARGIN = Duration.ofHours(1);

  private static final List<Band> BANDS =
      List.of(
          new Band(SweepPlan.WINDOW, Duration.ofDays(4), Duration.ofMinutes(10)),
          new Band(Duration.ofDays(4), Duration.ofDays(8), Duration.ofMinutes(30)),
          new Band(Duration.ofDays(8), Duration.ofDays(16), Duration.ofHours(2)),
          new Band(Duration.ofDays(16), Duration.ofDays(32), Duration.ofHours(6)),
          new Band(Duration.ofDays(32), Duration.ofDays(60), Duration.ofHours(12)));

  private static final Duration AFTER_START = Duration.ofMinutes(1);

  /** Even on a slow platform, at least three quarters of the time is for newer comments. */
  private static final int REST = 3;

  private static final Duration BETWEEN_PAGES = Duration.ofMillis(500);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

  /** Number of pages of newer comments between two pages of older ones. */
  private static final int NEWER_FIRST = 4;

  private final Instant[] due = new Instant[BANDS.size()];
  private @Nullable Sweep running;
  private int band;
  private Instant began = Instant.MIN;
  private Instant nextPage = Instant.MIN;
  private int newerPages;
  private Optional<Instant> oldestSwept = Optional.empty();

  OlderSweeps(Instant now) {
    Arrays.fill(due, now.plus(AFTER_START));
  }

  /** Returns when the next page is due; {@link Instant#MAX} for never. */
  Instant due(Duration reach) {
    return running != null ? nextPage : next(reach).map(i -> due[i]).orElse(Instant.MAX);
  }

  private static boolean isWithin(Band band, Duration reach) {
    return band.from().compareTo(reach) < 0;
  }

  private Optional<Integer> next(Duration reach) {
    Optional<Integer> first = Optional.empty();
    for (int i = 0; i < BANDS.size() && isWithin(BANDS.get(i), reach); i++) {
      if (first.isEmpty() || due[i].isBefore(due[first.get()])) {
        first = Optional.of(i);
      }
    }
    return first;
  }

  /** Records that a page of newer comments was read. */
  void newerRead() {
    newerPages++;
  }

  /** Returns whether it is the older comments' turn even though newer ones are due. */
  boolean haveTurn() {
    return newerPages >= NEWER_FIRST;
  }

  /**
   * Returns the sweep to read the next page of; empty if nothing is due.
   *
   * @param reach time for which comments are re-read after they were written
   */
  Optional<Sweep> next(Instant now, Duration reach, CommentMemory memory) {
    newerPages = 0;
    while (running == null && !now.isBefore(due(reach))) {
      band = next(reach).orElseThrow();
      TimeSpan span = BANDS.get(band).span(now, reach);
      Set<String> expected = memory.writtenIn(span);
      began = now;
      running = new Sweep(span, true, new HashSet<>(expected));
      if (expected.isEmpty()) {
        finished(now, reach);
      }
    }
    nextPage = now.plus(BETWEEN_PAGES);
    return Optional.ofNullable(running);
  }

  /**
   * Gives newer comments a while after a page failed. A sweep that the platform refuses is
   * abandoned, because its cursor may have become too old.
   */
  void failed(Instant now, boolean refused) {
    nextPage = now.plus(AFTER_FAILURE);
    if (refused) {
      due[band] = now.plus(BANDS.get(band).between());
      running = null;
    }
  }

  void finished(Instant now, Duration reach) {
    Duration took = Duration.between(began, now).multipliedBy(REST);
    Duration between = BANDS.get(band).between();
    due[band] = now.plus(took.compareTo(between) > 0 ? took : between);
    running = null;
    if (band == BANDS.size() - 1 || !isWithin(BANDS.get(band + 1), reach)) {
      oldestSwept = Optional.of(now);
    }
  }

  /** Returns when the oldest comments within reach were last completely re-read. */
  Optional<Instant> oldestSwept() {
    return oldestSwept;
  }
}
