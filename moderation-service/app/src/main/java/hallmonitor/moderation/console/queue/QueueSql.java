package hallmonitor.moderation.console.queue;

/**
 * The statements that list and count the queue. Each reads its rows from an index in queue order
 * and stops, so that a long queue costs no more than a short one. {@link
 * hallmonitor.moderation.console.access.Scope} fills in {@code <in_scope>}.
 */
final class QueueSql {
  private static final String ORDER = " order by rc.place, rc.opened_at, rc.case_id";

  /**
   * Keeps only the first of folded cases, which leads to the others. One index lookup per case:
   * "or" keeps PostgreSQL from joining all cases with all.
   */
  private static final String NOT_FOLDED_AWAY =
      """
       and (rc.fold is null or not exists (
        select from review_case earlier
        where earlier.fold = rc.fold
          and (earlier.place, earlier.opened_at, earlier.case_id)
            < (rc.place, rc.opened_at, rc.case_id)))
      """;

  private static final String AFTER =
      " and (rc.place, rc.opened_at, rc.case_id) > (cast(:place as smallint), :at, :id)";

  private QueueSql() {}

  private static String open(QueueFilter filter) {
    return "where rc.state = 'open'"
        + filter.getState().condition()
        + filter.narrowing()
        + " and <in_scope>";
  }

  /** Returns rows of case id, place and time, up to {@code :limit}. */
  static String page(QueueFilter filter, boolean after) {
    return switch (filter.getState()) {
      case DECIDED -> decided(filter, after);
      case MINE ->
          """
          select rc.case_id, rc.place, rc.opened_at
          from case_claim mine join review_case rc using (case_id)
          %s and mine.user_name = :me and mine.until > clock_timestamp()
          """
                  .formatted(open(filter))
              + (after ? AFTER : "")
              + ORDER
              + " limit :limit";
      default ->
          "select rc.case_id, rc.place, rc.opened_at from review_case rc "
              + open(filter)
              + (after ? AFTER : "")
              + NOT_FOLDED_AWAY
              + ORDER
              + " limit :limit";
    };
  }

  private static String decided(QueueFilter filter, boolean after) {
    String moment = "coalesce(rc.decided_at, rc.opened_at)";
    return """
        select rc.case_id, 0 as place, %1$s as opened_at from review_case rc
        where rc.state <> 'open'%2$s and <in_scope>%3$s
        order by %1$s desc, rc.case_id desc limit :limit
        """
        .formatted(
            moment,
            filter.narrowing(),
            after ? " and (" + moment + ", rc.case_id) < (:at, :id)" : "");
  }

  /** Returns and locks the first unclaimed case, skipping locked ones. */
  static String next(QueueFilter filter, boolean after) {
    return """
        select rc.case_id from review_case rc
        %s
          and not exists (
            select from case_claim cl where cl.case_id = rc.case_id and cl.until > clock_timestamp())
          and rc.case_id is distinct from cast(:not as uuid)
        """
            .formatted(open(filter))
        + (after ? AFTER : "")
        + NOT_FOLDED_AWAY
        + ORDER
        + " limit 1 for no key update of rc skip locked";
  }

  /** Returns open cases at each place, up to {@code :most}. */
  static String places(QueueFilter filter) {
    return """
    select p.place, (
      select count(*) from (
        select from review_case rc %s and rc.place = p.place limit :most) counted) as n
    from (select cast(n as smallint) from generate_series(0, 5) n) p (place)
    """
        .formatted(open(filter));
  }

  /** Returns a count up to {@code :most}. */
  static String count(QueueFilter filter) {
    return filter.getState() == QueueState.MINE
        ? """
        select count(*) from (
          select from case_claim mine join review_case rc using (case_id)
          %s and mine.user_name = :me and mine.until > clock_timestamp() limit :most) counted
        """
            .formatted(open(filter))
        : "select count(*) from (select from review_case rc %s limit :most) counted"
            .formatted(open(filter));
  }

  /**
   * Returns, for each place, how many open cases there are and how many of them are in each list,
   * in one pass: for a search, which reads the cases one by one.
   */
  static String tally(QueueFilter filter) {
    return """
    with found as materialized (
      select rc.place, rc.lane_since is not null as lane, rc.unconfirmed,
             rc.action_state = 'failed' as failed,
             exists (
               select from case_claim mine
               where mine.case_id = rc.case_id and mine.user_name = :me
                 and mine.until > clock_timestamp()) as mine
      from review_case rc
      %s
      limit :most)
    select place, count(*) as n, count(*) filter (where lane) as lane,
           count(*) filter (where unconfirmed) as unconfirmed,
           count(*) filter (where failed) as failed, count(*) filter (where mine) as mine
    from found group by place
    """
        .formatted(open(filter));
  }

  /** Returns the number of cases with each value of each field, under the filter. */
  static String values(QueueFilter filter) {
    StringBuilder sql =
        new StringBuilder("with listed as materialized (select ")
            .append(
                "rc.urgency, rc.building, rc.account, rc.platform, rc.category, rc.clause, rc.language")
            .append(" from review_case rc ")
            .append(open(filter))
            .append(" limit :most)");
    String glue = " ";
    for (QueueFilter.Field field : QueueFilter.Field.values()) {
      sql.append(glue)
          .append(
              "select '%s' as field, %s as value, count(*) as n from listed group by 2"
                  .formatted(field.name(), field.getCode()));
      glue = " union all ";
    }
    return sql.toString();
  }
}
