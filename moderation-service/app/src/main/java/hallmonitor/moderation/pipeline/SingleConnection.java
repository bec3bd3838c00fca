package hallmonitor.moderation.pipeline;

import hallmonitor.contract.event.EventJson.UnreadableEvent;
import hallmonitor.messaging.BatchReader.Unusable;
import hallmonitor.messaging.RefusedRow;
import java.sql.SQLException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/**
 * Runs a batch's transaction and classifies its failure. If a record is to blame, the records are
 * tried one by one and the bad ones go to the dead letters. If the database is to blame, the batch
 * waits for it.
 */
final class SingleConnection {
  private SingleConnection() {}

  /**
   * Runs work.
   *
   * @throws Unusable if a retry cannot help
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
      if (t instanceof SQLException) {
        return RefusedRow.in(failure).map(Exception.class::cast).orElse(failure);
      }
      if (t instanceof InterruptedException) {
        return failure;
      }
    }
    // Not a database failure: our own code fails on this record and will fail again.
    return failure instanceof RuntimeException
        ? new Unusable("cannot be handled: " + place(failure), null)
        : failure;
  }

  private static String place(Exception failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return failure.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
