package hallmonitor.moderation.console;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/** Who did what in the console, reads of cases included. Rows are only ever added. */
@ApplicationScoped
public class RequestAudit {
  private final ConsoleDatabase database;

  RequestAudit(ConsoleDatabase database) {
    this.database = database;
  }

  /**
   * @param act such as {@code case-read}
   * @param target the id of what it was done to
   */
  public void add(String actor, String act, String target, String detail) {
    database.write(handle -> add(handle, actor, act, target, detail));
  }

  /** In the transaction of the act itself. */
  public int add(Handle handle, String actor, String act, String target, String detail) {
    hallmonitor.moderation.store.AuditLog.add(handle, actor, act, target, detail);
    return 1;
  }
}
