package hallmonitor.moderation.store;

import org.jdbi.v3.core.Handle;

/** The audit log: who did what. Rows are only added, which the database enforces. */
public final class AuditLog {
  private AuditLog() {}

  /**
   * Adds a row in the transaction of the act.
   *
   * @param actor a user name
   * @param act such as {@code confirm}
   * @param target the object, such as {@code case 6f0c…}
   * @param detail the given reason; may be empty
   */
  public static void add(
      Handle transaction, String actor, String act, String target, String detail) {
    transaction.execute(
        "insert into audit (actor, act, target, detail) values (?, ?, ?, ?)",
        actor,
        act,
        target,
        detail);
  }
}
