package hallmonitor.moderation.console;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The case events that a page knows: every event up to the newest, except those of transactions
 * still running. Ids are assigned before commit, so a lower one may appear after a higher one.
 * Written as {@code 37}, or {@code 37.812.815} with running transactions.
 *
 * @param newest id of the newest event, 0 before the first
 * @param underWay ids of the transactions that had started to write and had not committed
 */
public record EventPosition(long newest, List<Long> underWay) {
  private static final String WRITTEN = "\\d{1,18}(\\.\\d{1,18}){0,500}";

  public EventPosition {
    underWay = List.copyOf(underWay);
  }

  /** Returns the current position. A page calls this before it reads what it shows. */
  public static EventPosition now(Handle handle) {
    return handle
        .createQuery(
            """
            select coalesce(max(id), 0) as newest,
                   array(select x::text::bigint from pg_snapshot_xip(pg_current_snapshot()) x) as under_way
            from case_event
            """)
        .map(ConsoleDatabase.rows(EventPosition.class))
        .one();
  }

  /** Parses a position; empty for text that the console did not write. */
  public static Optional<EventPosition> read(String text) {
    if (text == null || !text.matches(WRITTEN)) {
      return Optional.empty();
    }
    List<Long> numbers = Arrays.stream(text.split("\\.")).map(Long::valueOf).toList();
    return Optional.of(new EventPosition(numbers.get(0), numbers.subList(1, numbers.size())));
  }

  /** Returns the position of a page that knows no event above this one. */
  public EventPosition upTo(long told) {
    return new EventPosition(told, underWay);
  }

  @Override
  public String toString() {
    return newest + underWay.stream().map(id -> "." + id).collect(joining());
  }
}
