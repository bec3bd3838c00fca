package hallmonitor.moderation.pipeline;

import hallmonitor.contract.wire.BatchReader.Unusable;
import hallmonitor.contract.wire.EventJson.UnreadableEvent;
import java.sql.SQLException;
import java.util.Set;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/**
 * A batch's transaction, and what its failure means: whether the records are to blame, which then
 * go to the dead letters one by one, or the database, which is waited for.
 */
final class OneTransaction {
  /**
   * SQLSTATE classes of errors that a row causes: data exception, integrity constraint violation,
   * program limit exceeded (a key too long for its index). See
   * https://www.postgresql.org/docs/17/errcodes-appendix.html
   */
  private static final Set<String> CAUSED_BY_DATA = Set.of("22", "23", "54");

  private OneTransaction() {}

  /**
   * @throws Unusable when trying again cannot help
   */
  static <T> T in(Jdbi database, HandleCallback<T, Exception> work) throws Exception {
    try {
      return database.inTransaction(work);
    } catch (Unusable | UnreadableEvent e) {
      throw e;
    } catch (Exception e) {
      throw meaning(e);
    }
  }

  private static Exception meaning(Exception failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql) {
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        return state.length() == 5 && CAUSED_BY_DATA.contains(state.substring(0, 2))
            // Without the message: it may quote the comment.
            ? new Unusable("the database refuses what it holds (SQLSTATE " + state + ")", null)
            : failure;
      }
      if (t instanceof InterruptedException) {
        return failure;
      }
    }
    // No database in it: our own code fails on this record and will fail again.
    return failure instanceof RuntimeException
        ? new Unusable("cannot be handled: " + place(failure), null)
        : failure;
  }

  private static String place(Exception failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return failure.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
