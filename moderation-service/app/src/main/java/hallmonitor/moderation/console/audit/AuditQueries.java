package hallmonitor.moderation.console.audit;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads the audit log, newest row first. A person limited to buildings sees only rows about cases
 * there. Each page starts where the previous one ended, using an index.
 */
@ApplicationScoped
public class AuditQueries implements PanacheRepositoryBase<AuditEntry, Long> {
  private static final Sort NEWEST_FIRST = Sort.descending("at", "id");

  /** The last row of a page. */
  record AuditCursor(Instant at, long id) {
    static Optional<AuditCursor> parse(@Nullable String text) {
      String[] parts = text == null ? new String[0] : text.split("~", -1);
      try {
        return parts.length == 2
            ? Optional.of(new AuditCursor(Instant.parse(parts[0]), Long.parseLong(parts[1])))
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

  /** A value of a filter, and what it is called. */
  public record Choice(String value, String words) {}

  private final ConsoleDatabase database;

  AuditQueries(ConsoleDatabase database) {
    this.database = database;
  }

  /**
   * Reads a page.
   *
   * @param most most rows
   */
  @Transactional
  List<AuditEntry> page(
      AuditFilter filter, Optional<AuditCursor> after, Scope scope, ZoneId zone, int most) {
    AuditConditions conditions =
        new AuditConditions().within(scope).matching(filter, zone).after(after);
    return find(conditions.text(), NEWEST_FIRST, conditions.values()).page(0, most).list();
  }

  /** Returns everyone in the log, by name. */
  List<Choice> actors() {
    return choices("actor", actor -> AuditNames.actor(actor, actor));
  }

  /** Returns all kinds of acts in the log, in words. */
  List<Choice> acts() {
    return choices("act", AuditWords::of);
  }

  private List<Choice> choices(String column, UnaryOperator<String> words) {
    return different(column).stream()
        .map(value -> new Choice(value, words.apply(value)))
        .sorted(Comparator.comparing(Choice::words, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  /**
   * Jumps from one value to the next with the column's index, because the log is long and its
   * values are few.
   */
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
