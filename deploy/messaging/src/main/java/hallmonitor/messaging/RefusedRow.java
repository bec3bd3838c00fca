package hallmonitor.messaging;

import hallmonitor.messaging.BatchReader.Unusable;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** Tells a database that refuses a row, which no retry mends, from one that is not there. */
public final class RefusedRow {
  /**
   * SQLSTATE classes of errors that a row causes: data exception, integrity constraint violation,
   * program limit exceeded (a key too long for its index). See
   * https://www.postgresql.org/docs/17/errcodes-appendix.html
   */
  private static final Set<String> CAUSED_BY_ROW = Set.of("22", "23", "54");

  private RefusedRow() {}

  /** What to throw instead, without the database's message, which may quote the comment. */
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
