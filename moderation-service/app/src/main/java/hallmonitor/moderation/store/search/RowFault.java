package hallmonitor.moderation.store.search;

import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;

/** Tells what is wrong with one row from what is wrong with the database or the tables. */
final class RowFault {
  private static final System.Logger LOG = System.getLogger(RowFault.class.getName());

  /**
   * SQLSTATE of data that PostgreSQL does not take: data exception, integrity constraint, program
   * limit, and the syntax of a {@code tsvector}.
   */
  private static final String OF_DATA = "(22|23|54).*|42601";

  private RowFault() {}

  /** Returns whether the same row would fail again while others do not. */
  static boolean isOne(Exception failure) {
    return state(failure)
        .map(state -> state.matches(OF_DATA))
        .orElseGet(() -> !(failure instanceof JdbiException));
  }

  /** Names a row that is left out; PostgreSQL's own message would quote the text. */
  static void log(String what, Exception failure) {
    LOG.log(
        System.Logger.Level.ERROR,
        "{0} cannot be added to the search ({1} {2}); it is tried again after a start",
        what,
        failure.getClass().getSimpleName(),
        state(failure).orElse(""));
  }

  /** Returns PostgreSQL's code; absent if it has not failed. */
  private static Optional<String> state(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return Optional.of(String.valueOf(sql.getSQLState()));
      }
    }
    return Optional.empty();
  }
}
