package hallmonitor.moderation.console;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/** Records who did what in the console, including reads of cases. Rows are only added. */
@ApplicationScoped
public class RequestAudit {
  private static final int SAME_READ_MINUTES = 5;

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

  /**
   * Adds a row for something read, once for all parts of a page and their updates: a repeated read
   * within {@value #SAME_READ_MINUTES} minutes adds no row.
   */
  public void read(String actor, String act, String target) {
    read(actor, act, target, "");
  }

  /**
   * Adds a row for a part of something, as above.
   *
   * @param detail which part
   */
  public void read(String actor, String act, String target, String detail) {
    database.write(
        handle -> {
          boolean there =
              handle
                  .createQuery(
                      """
                      select exists (select from audit where actor = :actor and act = :act and target = :target
                        and detail = :detail and at > clock_timestamp() - make_interval(mins => :minutes))
                      """)
                  .bind("actor", actor)
                  .bind("act", act)
                  .bind("target", target)
                  .bind("detail", detail)
                  .bind("minutes", SAME_READ_MINUTES)
                  .mapTo(boolean.class)
                  .one();
          return there ? 0 : add(handle, actor, act, target, detail);
        });
  }

  /** Adds a row in the transaction of the act itself. */
  public int add(Handle handle, String actor, String act, String target, String detail) {
    hallmonitor.moderation.store.AuditLog.add(handle, actor, act, target, detail);
    return 1;
  }
}
