package hallmonitor.moderation.console.audit;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads the audit log, the newest row first. Whoever is limited to buildings sees the rows about
 * cases there, and no other. Each page starts where the one before ended, by an index.
 */
@ApplicationScoped
public class AuditQueries {
  /**
   * @param actorName as people know them; the user name of somebody unknown
   * @param caseId absent where it is about no case
   */
  public record Entry(
      long id,
      Instant at,
      String actor,
      String actorName,
      String act,
      String target,
      String detail,
      UUID caseId) {
    Cursor here() {
      return new Cursor(at, id);
    }
  }

  /** The last row of a page. */
  record Cursor(Instant at, long id) {
    static Optional<Cursor> parse(String text) {
      String[] parts = text == null ? new String[0] : text.split("~", -1);
      try {
        return parts.length == 2
            ? Optional.of(new Cursor(Instant.parse(parts[0]), Long.parseLong(parts[1])))
            : Optional.empty();
      } catch (DateTimeParseException | NumberFormatException e) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return at + "~" + id;
    }
  }

  private final ConsoleDatabase database;

  AuditQueries(ConsoleDatabase database) {
    this.database = database;
  }

  /**
   * @param most at most so many rows
   */
  List<Entry> page(AuditFilter filter, Optional<Cursor> after, Scope scope, ZoneId zone, int most) {
    String sql =
        """
        select a.id, a.at, a.actor, coalesce(u.display_name, a.actor) as actor_name, a.act, a.target, a.detail,
               a.case_id
        from audit a
        left join review_case rc on rc.case_id = a.case_id
        left join console_user u on u.user_name = a.actor
        where """
            + " "
            + Scope.CASES
            + narrowing(filter, after)
            + " order by a.at desc, a.id desc limit :most";
    return database.read(
        h -> {
          Query query = scope.bind(h.createQuery(sql)).bind("most", most);
          bind(query, filter, zone);
          after.ifPresent(c -> query.bind("cursorAt", c.at()).bind("cursorId", c.id()));
          return query.map(rows(Entry.class)).list();
        });
  }

  private static String narrowing(AuditFilter filter, Optional<Cursor> after) {
    return (filter.actor().isEmpty() ? "" : " and a.actor = :actor")
        + (filter.act().isEmpty() ? "" : " and a.act = :act")
        + (filter.caseId().isEmpty() ? "" : " and a.case_id = :case")
        + (filter.firstDay().isEmpty() ? "" : " and a.at >= :from")
        + (filter.lastDay().isEmpty() ? "" : " and a.at < :until")
        + (after.isEmpty() ? "" : " and (a.at, a.id) < (:cursorAt, :cursorId)");
  }

  private static void bind(Query query, AuditFilter filter, ZoneId zone) {
    if (!filter.actor().isEmpty()) {
      query.bind("actor", filter.actor());
    }
    if (!filter.act().isEmpty()) {
      query.bind("act", filter.act());
    }
    filter.caseId().ifPresent(id -> query.bind("case", id));
    filter.firstDay().ifPresent(d -> query.bind("from", d.atStartOfDay(zone).toInstant()));
    filter
        .lastDay()
        .ifPresent(d -> query.bind("until", d.plusDays(1).atStartOfDay(zone).toInstant()));
  }

  /** Who did anything yet. */
  List<String> actors() {
    return different("actor");
  }

  /** What was done yet. */
  List<String> acts() {
    return different("act");
  }

  /** From one value to the next by the column's index: the log is long, and its values are few. */
  private List<String> different(String column) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    with recursive found as (
                      (select %1$s as value from audit order by %1$s limit 1)
                      union all
                      select (select a.%1$s from audit a where a.%1$s > f.value order by a.%1$s limit 1)
                      from found f where f.value is not null)
                    select value from found where value is not null
                    """
                        .formatted(column))
                .mapTo(String.class)
                .list());
  }
}
