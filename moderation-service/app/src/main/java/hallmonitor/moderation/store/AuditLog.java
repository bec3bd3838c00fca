package hallmonitor.moderation.store;

import org.jdbi.v3.core.Handle;

/** Who did what; rows are only ever added, which the database holds. */
public final class AuditLog {
  private AuditLog() {}

  /**
   * Adds a row in the transaction of what it is about.
   *
   * @param actor a user name
   * @param act such as {@code confirm}
   * @param target what was acted on, such as {@code case 6f0c…}
   * @param detail the reason that was given; may be empty
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
