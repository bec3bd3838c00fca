package hallmonitor.moderation.store.evidence;

import org.jdbi.v3.core.Handle;

/** How many packages and exports one person may ask for, so that nobody keeps others waiting. */
public final class OrderLimit {
  /** Packages, verifications, and exports: of each so many within 24 hours. */
  public static final int A_DAY = 50;

  /** What became of an order. */
  public enum Ordered {
    /** It is on its way; so is one that was sent twice. */
    SENT,
    /** The notifier has not said yet how names and files are handed over to it. */
    NOT_HEARD,
    /** The same person waits for one of the same case. */
    WAITING,
    /** The person asked for as many as a day has. */
    TOO_MANY,
    /** What was made for the person takes up as much room as one person has. */
    FULL
  }

  private OrderLimit() {}

  /** Lets orders pass one at a time until the transaction ends, so that two are not both first. */
  public static void lock(Handle t) {
    t.execute("select pg_advisory_xact_lock(hashtext('orders about the evidence'))");
  }

  /**
   * Returns whether a person asked for as many as a day has.
   *
   * @param table with {@code asked_by} and {@code asked_at}
   */
  public static boolean reached(Handle t, String table, String by) {
    return t.createQuery(
                """
                select count(*) from %s
                where asked_by = :by and asked_at > clock_timestamp() - interval '1 day'
                """
                    .formatted(table))
            .bind("by", by)
            .mapTo(Integer.class)
            .one()
        >= A_DAY;
  }
}
