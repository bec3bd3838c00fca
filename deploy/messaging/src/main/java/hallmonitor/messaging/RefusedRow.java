package hallmonitor.messaging;

import hallmonitor.messaging.BatchReader.Unusable;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * Distinguishes a database that refuses a row, which no retry can fix, from one that is
 * unreachable.
 */
public final class RefusedRow {
  /**
   * SQLSTATE classes of errors caused by a row: data exception, integrity constraint violation,
   * program limit exceeded (a key too long for its index). See
   * https://www.postgresql.org/docs/17/errcodes-appendix.html
   */
  private static final Set<String> CAUSED_BY_ROW = Set.of("22", "23", "54");

  private RefusedRow() {}

  /** Returns what to throw instead, without the database's message, which may quote the comment. */
  public static Optional<Unusable> in(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql && sql.getSQLState() != null) {
        String state = sql.getSQLState();
        return state.length() == 5 && CAUSED_BY_ROW.contains(state.substring(0, 2))
            ? Optional.of(
                new Unusable("the database refuses what it holds (SQLSTATE " + state + ")", null))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
