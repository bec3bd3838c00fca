package hallmonitor.moderation.store.archive;

/**
 * Counts that cost the same however much waits: up to {@value #MOST} rows along an index, and the
 * age of the first of them.
 */
public final class WaitingRows {
  /** Then there may be more. */
  public static final int MOST = 10_000;

  /** Comments that people write now, or wrote lately. */
  public static final String LIVE_LOOKS = of("second-look", "second_look where danger > 0");

  /** Old comments of an account's history, which are read last. */
  public static final String HISTORY_LOOKS =
      of("second-look/history", "second_look where danger <= 0");

  /** Orders, escalations and everything else that leaves this service. */
  public static final String OUTBOX = of("outbox", "outbox", "id", "created_at");

  public static final String DEAD_LETTERS =
      of("failed-message", "dead_letter where state = 'open'", "at", "at");

  private WaitingRows() {}

  private static String of(String what, String rows) {
    return of(what, rows, "since", "since");
  }

  /**
   * Returns a query for one row: {@code what}, {@code count}, from 0 to {@value #MOST}, and {@code
   * since}, null if nothing waits.
   *
   * @param what without an apostrophe
   * @param rows a table and its condition
   * @param order what an index sorts these rows by
   * @param since when one began to wait, which grows with the order
   */
  public static String of(String what, String rows, String order, String since) {
    return """
        select '%1$s' as what,
          (select count(*) from (select from %2$s order by %3$s limit %5$d) few) as count,
          (select %4$s from %2$s order by %3$s limit 1) as since
        """
        .formatted(what, rows, order, since, MOST);
  }
}
