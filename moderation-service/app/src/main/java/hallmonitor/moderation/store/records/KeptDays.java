package hallmonitor.moderation.store.records;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.KeptTally;
import hallmonitor.moderation.casework.RecordKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * What is kept, by the day on which something last happened to it, and why it stays. Comments are
 * counted in the background, since there may be millions; the other kinds when they are asked for.
 */
public final class KeptDays {
  /** After all that is kept, so that no record stays because it is young. */
  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  private static final String PLACES =
      "with place as (select * from unnest(:placeAccounts, :placeBuildings) as p(account, building))";

  /** Rows as {@code k}, counted by day; filled in with the kind, the rows, and why they stay. */
  private static final String COUNTED =
      """
      select k.account, %s as kind, (k.last_at at time zone :zone)::date as last_day,
        coalesce(s.stays, '') as stays, case when s.stays = 'hold' then b.holder end as holder,
        s.stays is not distinct from 'hold' and f.stays is null as freed,
        count(*) as n, min(k.first_seen_at) as oldest, max(k.first_seen_at) as newest
      from (%s) k
      cross join lateral (select %s as holder) b
      cross join lateral (select %s as stays) s
      cross join lateral (select %s as stays) f
      group by 1, 2, 3, 4, 5, 6
      """;

  private static final String COMMENTS =
      PLACES
          + """
          insert into kept_day (month, account, kind, last_day, stays, holder, freed, n, oldest, newest)
          select :month, d.* from (%s) d
          """
              .formatted(
                  counted(
                      "case when k.case_id is null then 'allowed-comments' else 'decided-cases' end",
                      RecordSource.commentsOfMonth(),
                      RecordSource.COMMENTS));

  private static final String ALL =
      PLACES
          + """
          , cell as (
            select kind, account, first::date as first, second::date as second
            from unnest(:kinds, :accounts, :firsts, :seconds) as c(kind, account, first, second)),
          kept as (
            select account, kind, last_day, stays, holder, freed, n, oldest, newest from kept_day
            where account = any(:accounts)
            union all %s
            union all %s
            union all %s)
          """
              .formatted(
                  counted(RecordKind.HAND_BLOCKS),
                  counted(RecordKind.ATTESTATIONS),
                  counted(RecordKind.RECORDS_REQUESTS));

  private KeptDays() {}

  private static String counted(RecordKind kind) {
    RecordSource source = RecordSource.of(kind);
    return "(" + counted("'" + EnumCodes.of(kind) + "'", source.rows(), source) + ")";
  }

  private static String counted(String kind, String rows, RecordSource source) {
    return COUNTED.formatted(
        kind,
        rows,
        RecordSource.HOLDER,
        source.staysIfHeld("b.holder is not null"),
        source.staysIfHeld("false"));
  }

  /**
   * Where and when: what a count needs to know besides the rows.
   *
   * @param zone the district's time zone
   * @param places the building of each account in the district's file
   */
  public record Calendar(String zone, Map<String, String> places) {}

  /** Counts the comments that were first seen in a month, after removing what was counted. */
  static void count(Handle t, LocalDate month, Calendar calendar) {
    t.execute("delete from kept_day where month = ?", month);
    bind(t.createUpdate(COMMENTS), calendar).bind("month", month).execute();
    t.execute("update kept_month set days_at = now() where month = ?", month);
  }

  /**
   * How far the first count of comments is.
   *
   * @param months in which comments were first seen
   * @param counted how many of them were counted
   * @param since the moment of the oldest count; absent before the first
   */
  public record Counting(int months, int counted, Optional<Instant> since) {
    /** Returns whether months are missing, so that numbers would be too small. */
    public boolean isUnderWay() {
      return counted < months;
    }
  }

  /** Returns how far the count of comments is. */
  public static Counting counting(Handle h) {
    return h.createQuery(
            """
            with span as (
              select date_trunc('month', min(first_seen_at) at time zone 'UTC') as first,
                date_trunc('month', max(first_seen_at) at time zone 'UTC') as last
              from comment)
            select count(*) as months, count(k.days_at) as counted, min(k.days_at) as since
            from span cross join generate_series(span.first, span.last, interval '1 month') m
            left join kept_month k on k.month = m::date
            """)
        .map(ConstructorMapper.of(Counting.class))
        .one();
  }

  /** A cell as counted. */
  public record Counted(
      RecordKind kind,
      String account,
      long n,
      long first,
      long second,
      long held,
      long heldFirst,
      long other,
      Instant oldest,
      Instant newest) {}

  /** How many of a cell one hold or request keeps; null for a request's own time after closing. */
  public record HeldBy(RecordKind kind, String account, @Nullable UUID holder, long n) {}

  /** Returns the tallies of those cells that have records. */
  public static List<KeptTally> tallies(Handle h, List<KeptTally.Cell> cells, Calendar calendar) {
    Map<String, Map<UUID, Long>> holders = new HashMap<>();
    bind(
            h.createQuery(
                ALL
                    + """
                    select kind, account, holder, sum(n) as n
                    from kept join cell using (kind, account)
                    where stays = 'hold' and holder is not null
                    group by 1, 2, 3
                    """),
            cells,
            calendar)
        .map(ConstructorMapper.of(HeldBy.class))
        .forEach(
            by ->
                holders
                    .computeIfAbsent(key(by.kind(), by.account()), key -> new HashMap<>())
                    .put(by.holder(), by.n()));
    return bind(
            h.createQuery(
                ALL
                    + """
                    select kind, account, sum(n) as n,
                      coalesce(sum(n) filter (where stays = '' and last_day < first), 0) as first,
                      coalesce(sum(n) filter (where stays = '' and last_day < second), 0) as second,
                      coalesce(sum(n) filter (where stays = 'hold'), 0) as held,
                      coalesce(sum(n) filter (where freed and last_day < first), 0) as held_first,
                      coalesce(sum(n) filter (where stays not in ('', 'hold')), 0) as other,
                      min(oldest) as oldest, max(newest) as newest
                    from kept join cell using (kind, account)
                    group by 1, 2
                    """),
            cells,
            calendar)
        .map(ConstructorMapper.of(Counted.class))
        .map(
            c ->
                new KeptTally(
                    c.kind(),
                    c.account(),
                    c.n(),
                    c.first(),
                    c.second(),
                    c.held(),
                    c.heldFirst(),
                    c.other(),
                    c.oldest(),
                    c.newest(),
                    holders.getOrDefault(key(c.kind(), c.account()), Map.of())))
        .list();
  }

  private static String key(RecordKind kind, String account) {
    return EnumCodes.of(kind) + " " + account;
  }

  private static <S extends SqlStatement<S>> S bind(
      S statement, List<KeptTally.Cell> cells, Calendar calendar) {
    return bind(statement, calendar)
        .bindArray("kinds", String.class, cells.stream().map(c -> EnumCodes.of(c.kind())).toList())
        .bindArray("accounts", String.class, cells.stream().map(KeptTally.Cell::account).toList())
        .bindArray("firsts", String.class, days(cells.stream().map(KeptTally.Cell::first).toList()))
        .bindArray(
            "seconds", String.class, days(cells.stream().map(KeptTally.Cell::second).toList()))
        .bind("building", "");
  }

  private static List<@Nullable String> days(List<Optional<LocalDate>> days) {
    List<@Nullable String> texts = new ArrayList<>();
    days.forEach(day -> texts.add(day.map(LocalDate::toString).orElse(null)));
    return texts;
  }

  private static <S extends SqlStatement<S>> S bind(S statement, Calendar calendar) {
    List<Map.Entry<String, String>> known = List.copyOf(calendar.places().entrySet());
    return statement
        .bind("zone", calendar.zone())
        .bind("before", NEVER)
        .bindArray("placeAccounts", String.class, known.stream().map(Map.Entry::getKey).toList())
        .bindArray(
            "placeBuildings", String.class, known.stream().map(Map.Entry::getValue).toList());
  }
}
