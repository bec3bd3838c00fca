package hallmonitor.moderation.console.search;

import hallmonitor.moderation.casework.search.SearchQuery;
import hallmonitor.moderation.console.access.Sight;
import hallmonitor.moderation.store.search.SearchIndex;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * One search through the months, the newest first, until enough is found or the time is over. So a
 * frequent word costs no more than its newest month, and a rare one a look into each month's index.
 */
final class SearchMonths {
  /** With more of them in one statement, little is saved, and what a time limit ends is more. */
  private static final int MOST_TOGETHER = 8;

  /** PostgreSQL stopped the statement. */
  private static final String CANCELED = "57014";

  /**
   * An entry that was found.
   *
   * @param rank how well it matches; 0 in the order of time
   */
  public record FoundEntry(
      Instant at, String account, String itemId, String kind, String revision, double rank) {
    SearchPlace place() {
      return new SearchPlace(at, account, itemId, kind, revision);
    }
  }

  /**
   * What was found.
   *
   * @param open the newest month that was not searched to its end; absent if all were, or if enough
   *     was found
   * @param onward whether a month was searched to its end, so that the rest is worth another try
   */
  record Found(List<FoundEntry> keys, @Nullable YearMonth open, boolean onward) {}

  /**
   * How much there is.
   *
   * @param whole whether it is all
   */
  record Counted(long found, boolean whole) {}

  private final Handle handle;
  private final SearchStatement statement;
  private final Optional<Instant> begin;
  private final Optional<Instant> end;

  SearchMonths(Handle handle, SearchFilter filter, SearchQuery query, Sight sight, ZoneId zone) {
    this.handle = handle;
    begin = filter.begin(zone);
    end = filter.end(zone);
    statement = new SearchStatement(handle, query, sight, filter.relevance(), begin, end);
  }

  /**
   * Returns the newest entries after a place.
   *
   * @param most most of them
   */
  Found newest(Optional<SearchPlace> after, int most, Duration time) {
    List<FoundEntry> keys = new ArrayList<>();
    List<YearMonth> months = months(after);
    int open =
        walk(
            months,
            time,
            (h, some) -> {
              keys.addAll(statement.newest(h, some, after, most - keys.size()));
              return keys.size() >= most;
            });
    return new Found(keys, open < months.size() ? months.get(open) : null, open > 0);
  }

  /** Counts up to a number, as far as the time permits. */
  Counted count(int most, Duration time) {
    AtomicLong found = new AtomicLong();
    List<YearMonth> months = months(Optional.empty());
    int open =
        walk(
            months,
            time,
            (h, some) -> found.addAndGet(statement.count(h, some, most - found.get())) >= most);
    return new Counted(found.get(), open == months.size() && found.get() < most);
  }

  private List<YearMonth> months(Optional<SearchPlace> after) {
    return SearchIndex.all(handle).stream()
        .filter(m -> begin.isEmpty() || SearchIndex.start(m.plusMonths(1)).isAfter(begin.get()))
        .filter(m -> end.isEmpty() || SearchIndex.start(m).isBefore(end.get()))
        .filter(m -> after.isEmpty() || !SearchIndex.start(m).isAfter(after.get().at()))
        .toList();
  }

  /**
   * Takes one month, and then more of them together, as many as take a quarter of the time that is
   * left: for a rare word, a statement for each would cost more than the look into its index.
   *
   * @param step returns whether it is enough
   * @return the place of the first month that the time was not enough for; all if it was, or if
   *     enough was found
   */
  private int walk(
      List<YearMonth> months, Duration time, BiPredicate<Handle, List<YearMonth>> step) {
    long over = System.nanoTime() + time.toNanos();
    long limit = MOST_TOGETHER;
    int together = 1;
    for (int next = 0; next < months.size(); ) {
      List<YearMonth> some = months.subList(next, Math.min(months.size(), next + together));
      boolean several = some.size() > 1;
      long begun = System.nanoTime();
      Optional<Boolean> enough = within((over - begun) / (several ? 2 : 1), some, step);
      if (enough.isEmpty() && !several) {
        return next;
      }
      if (enough.isEmpty()) {
        // One of them takes too long: the others are found one by one.
        limit = 1;
        together = 1;
        continue;
      }
      if (enough.get()) {
        return months.size();
      }
      next += some.size();
      long now = System.nanoTime();
      long each = Math.max(1, (now - begun) / some.size());
      together =
          (int) Math.max(1, Math.min(Math.min(limit, 2L * together), (over - now) / 4 / each));
    }
    return months.size();
  }

  /**
   * Runs a statement with the rest of the time; empty if that is not enough. Each has a plan of its
   * own, because only the words tell whether to look them up or to read the newest entries.
   */
  private Optional<Boolean> within(
      long nanos, List<YearMonth> months, BiPredicate<Handle, List<YearMonth>> step) {
    long millis = nanos / 1_000_000;
    if (millis <= 0) {
      return Optional.empty();
    }
    try {
      return handle.inTransaction(
          t -> {
            t.execute(
                """
                select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true),
                  set_config('statement_timeout', ?, true)
                """,
                String.valueOf(millis));
            return Optional.of(step.test(t, months));
          });
    } catch (UnableToExecuteStatementException e) {
      if (e.getCause() instanceof SQLException why && CANCELED.equals(why.getSQLState())) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
