package hallmonitor.moderation.console;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/** Records who did what in the console, including reads of cases. Rows are only added. */
@ApplicationScoped
public class RequestAudit {
  private final ConsoleDatabase database;

  RequestAudit(ConsoleDatabase database) {
    this.database = database;
  }

  /**
   * Adds a row.
   *
   * @param act such as {@code case-read}
   * @param target id of the object
   */
  public void add(String actor, String act, String target, String detail) {
    database.write(handle -> add(handle, actor, act, target, detail));
  }

  /** Adds a row in the transaction of the act itself. */
  public int add(Handle handle, String actor, String act, String target, String detail) {
    hallmonitor.moderation.store.AuditLog.add(handle, actor, act, target, detail);
    return 1;
  }
}
