package hallmonitor.moderation.store.archive;

import hallmonitor.messaging.LongStatements;
import hallmonitor.moderation.finding.stance.Stance;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Daily counts of judgments for reports: one transaction per day, which replaces earlier counts of
 * it. So a restart, or two services at once, count nothing twice.
 */
public final class DayCounts {
  private static final int AT_ONCE = 1_000;

  /**
   * Judgments are committed within seconds; after this time a day gets no more. Only a picture that
   * is read later changes one, and has it counted again.
   */
  private static final Duration LATE = Duration.ofMinutes(10);

  /**
   * The state of a day.
   *
   * @param at everything judged before is counted
   * @param closed whether the count is final
   */
  private record Counted(Instant at, boolean closed) {}

  private record Key(String account, Stance stance, String clause) {}

  private static final class Count {
    private long created;
    private long edited;
    private final Map<String, Long> outcomes = new HashMap<>();

    private void add(String kind, String outcome) {
      created += kind.equals("created") ? 1 : 0;
      edited += kind.equals("edited") ? 1 : 0;
      outcomes.merge(outcome, 1L, Long::sum);
    }

    private long of(String outcome) {
      return outcomes.getOrDefault(outcome, 0L);
    }
  }

  private final Jdbi database;
  private final ZoneId zone;
  private final Function<String, Stance> stance;
  private final Function<String, Optional<String>> building;

  /**
   * Creates the counter.
   *
   * @param zone of a day's start and end
   * @param stance returns a text's stance
   * @param building returns an account's building
   */
  public DayCounts(
      Jdbi database,
      ZoneId zone,
      Function<String, Stance> stance,
      Function<String, Optional<String>> building) {
    this.database = database;
    this.zone = zone;
    this.stance = stance;
    this.building = building;
  }

  /**
   * Opens the days again in which verdicts were replaced, so that they are due. What was disposed
   * of would be counted without its words, so such a day stays as it is.
   */
  public void openAgain() {
    database.useTransaction(
        t -> {
          // After a count that is under way: it may have read before these verdicts, and would
          // close its day again. What is marked later stays for the next time.
          lock(t);
          t
              .createQuery("delete from count_due returning judged_at")
              .mapTo(Instant.class)
              .list()
              .stream()
              .map(at -> LocalDate.ofInstant(at, zone))
              .distinct()
              .forEach(day -> open(t, day));
        });
  }

  private static void lock(Handle t) {
    t.execute("select pg_advisory_xact_lock(hashtext('judged_day'))");
  }

  private void open(Handle t, LocalDate day) {
    t.createUpdate(
            """
            update counted_day set closed = false
            where day = :day and closed
              and not exists (select from revision r where r.disposal_id is not null and COUNTED)
            """
                .replace("COUNTED", Archive.COUNTED))
        .bind("day", day)
        .bind("from", day.atStartOfDay(zone).toInstant())
        .bind("until", end(day))
        .execute();
  }

  /** Returns the days that may have uncounted judgments, newest first. */
  public List<LocalDate> due(Instant now) {
    return database.withHandle(
        h -> {
          LocalDate today = LocalDate.ofInstant(now, zone);
          LocalDate earliest =
              h.createQuery(
                      """
                      select least(min(judged_at), (select min(counted_from) from revision),
                        (select min(first_judged_at) from revision
                          where first_outcome is null and first_judged_at is not null))
                      from revision
                      """)
                  .mapTo(Instant.class)
                  .findOne()
                  .map(at -> LocalDate.ofInstant(at, zone))
                  .orElse(today);
          Map<LocalDate, Counted> counted = counted(h, earliest);
          return Stream.iterate(today, day -> !day.isBefore(earliest), day -> day.minusDays(1))
              .filter(day -> isDue(h, day, Optional.ofNullable(counted.get(day)), now))
              .toList();
        });
  }

  private boolean isDue(Handle h, LocalDate day, Optional<Counted> counted, Instant now) {
    return counted.isEmpty()
        || !counted.get().closed() && (isOver(day, now) || hasNews(h, counted.get().at()));
  }

  private static boolean hasNews(Handle h, Instant since) {
    return h.select("select exists (select from revision where judged_at >= ?)", since.minus(LATE))
        .mapTo(boolean.class)
        .one();
  }

  private static Map<LocalDate, Counted> counted(Handle h, LocalDate from) {
    Map<LocalDate, Counted> counted = new HashMap<>();
    h.createQuery("select day, counted_at, closed from counted_day where day >= ?")
        .bind(0, from)
        .map(
            (row, context) ->
                counted.put(
                    row.getObject("day", LocalDate.class),
                    new Counted(
                        row.getTimestamp("counted_at").toInstant(), row.getBoolean("closed"))))
        .list();
    return counted;
  }

  private boolean isOver(LocalDate day, Instant now) {
    return now.isAfter(end(day).plus(LATE));
  }

  private Instant end(LocalDate day) {
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** Counts one day, unless another instance has done so in the meantime. */
  public void count(LocalDate day, Instant now) {
    database.useTransaction(
        t -> {
          lock(t);
          LongStatements.COUNT.allow(t);
          if (isDue(t, day, Optional.ofNullable(counted(t, day).get(day)), now)) {
            Map<Key, Count> counts = read(t, day);
            t.execute("delete from judged_day where day = ?", day);
            insert(t, day, counts);
            t.execute(
                """
                insert into counted_day (day, counted_at, closed) values (?, ?, ?)
                on conflict (day) do update set counted_at = excluded.counted_at, closed = excluded.closed
                """,
                day,
                now,
                isOver(day, now));
          }
        });
  }

  /** Records that the counts are complete until now. */
  public void nothingNew(Instant now) {
    database.useHandle(
        h ->
            h.execute(
                """
                update counted_day
                set counted_at = ?
                where day = ?
                  and not closed
                  and counted_at < ?
                """,
                now,
                LocalDate.ofInstant(now, zone),
                now));
  }

  private Map<Key, Count> read(Handle t, LocalDate day) {
    Map<Key, Count> counts = new HashMap<>();
    t.createQuery(
            """
            select account, body, kind, outcome, clauses from revision r
            where kind <> 'deleted' and account not like 'tips/%' and COUNTED
            """
                .replace("COUNTED", Archive.COUNTED))
        .bind("from", day.atStartOfDay(zone).toInstant())
        .bind("until", end(day))
        .setFetchSize(AT_ONCE)
        .map((row, context) -> add(counts, row))
        .forEach(more -> {});
    return counts;
  }

  private boolean add(Map<Key, Count> counts, ResultSet row) throws SQLException {
    String account = row.getString("account");
    Stance how = stance.apply(row.getString("body"));
    List<String> clauses = new ArrayList<>(List.of(""));
    Array held = row.getArray("clauses");
    for (String clause : (String[]) held.getArray()) {
      if (!clauses.contains(clause)) {
        clauses.add(clause);
      }
    }
    for (String clause : clauses) {
      counts
          .computeIfAbsent(new Key(account, how, clause), key -> new Count())
          .add(row.getString("kind"), row.getString("outcome"));
    }
    return true;
  }

  private void insert(Handle t, LocalDate day, Map<Key, Count> counts) {
    if (counts.isEmpty()) {
      return;
    }
    try (var batch =
        t.prepareBatch("insert into judged_day values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      counts.forEach(
          (key, count) ->
              batch
                  .bind(0, day)
                  .bind(1, key.account())
                  .bind(2, building.apply(key.account()).orElse(""))
                  .bind(3, key.stance().name().toLowerCase(Locale.ROOT))
                  .bind(4, key.clause())
                  .bind(5, count.created)
                  .bind(6, count.edited)
                  .bind(7, count.of("allow"))
                  .bind(8, count.of("review"))
                  .bind(9, count.of("hide"))
                  .bind(10, count.of("escalate"))
                  .add());
      batch.execute();
    }
  }
}
