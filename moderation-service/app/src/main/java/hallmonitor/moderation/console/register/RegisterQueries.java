package hallmonitor.moderation.console.register;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.ProfileRead;
import hallmonitor.moderation.casework.register.SeenPage;
import hallmonitor.moderation.casework.register.SeenPicture;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads the register: entries in scope, and those that the viewer filed. */
@ApplicationScoped
public class RegisterQueries {
  /**
   * Rows of the register.
   *
   * @param latest the newest record of each demand by people, and the newest by the program
   * @param pages what the connected ones say about themselves
   */
  record Rows(
      List<RegisterEntry> entries,
      Map<UUID, List<RegisterHolder>> holders,
      Map<UUID, List<RegisterRecord>> latest,
      Map<UUID, SeenPage> pages) {}

  /** A page as it is stored. */
  public record PageRow(UUID entryId, String profile) {
    SeenPage page() {
      ProfileRead read = EventJson.read(profile.getBytes(UTF_8), ProfileRead.class);
      return new SeenPage(
          read.name(),
          read.text(),
          read.links(),
          read.whole(),
          read.allLinks(),
          read.room(),
          read.at(),
          read.pictures().stream()
              .map(one -> new SeenPicture(one.address(), one.profile(), one.prints()))
              .toList());
    }
  }

  private static final String VISIBLE =
      """
      (%s or e.filed_by = :viewer and e.filed_by <> '')
        and (cast(:entry as uuid) is null or e.entry_id = cast(:entry as uuid))
      """
          .formatted(Scope.of("e.building", "coalesce(e.account, e.entry_id::text)"));

  private final ConsoleDatabase database;

  RegisterQueries(ConsoleDatabase database) {
    this.database = database;
  }

  /**
   * Returns the visible rows.
   *
   * @param viewer a user name; empty for none
   * @param entry limits them to one
   */
  Rows read(Scope scope, String viewer, Optional<UUID> entry) {
    return database.read(
        h ->
            new Rows(
                visible(
                    h,
                    """
                    select e.* from register_entry e where %s
                    order by e.building, lower(e.name), e.entry_id
                    """,
                    RegisterEntry.class,
                    scope,
                    viewer,
                    entry),
                visible(
                        h,
                        """
                        select o.* from register_holder o join register_entry e using (entry_id)
                        where %s order by o.since, o.holder_id
                        """,
                        RegisterHolder.class,
                        scope,
                        viewer,
                        entry)
                    .stream()
                    .collect(groupingBy(RegisterHolder::entryId)),
                visible(
                        h,
                        """
                        select distinct on (r.entry_id, r.demand, r.by = '') r.*
                        from register_record r join register_entry e using (entry_id)
                        where %s order by r.entry_id, r.demand, r.by = '', r.on_day desc, r.record_id desc
                        """,
                        RegisterRecord.class,
                        scope,
                        viewer,
                        entry)
                    .stream()
                    .collect(groupingBy(RegisterRecord::entryId)),
                pages(h, scope, viewer, entry)));
  }

  private static Map<UUID, SeenPage> pages(
      Handle h, Scope scope, String viewer, Optional<UUID> entry) {
    return visible(
            h,
            """
            select e.entry_id, p.profile::text as profile
            from account_profile p join register_entry e using (account) where %s
            """,
            PageRow.class,
            scope,
            viewer,
            entry)
        .stream()
        .collect(toMap(PageRow::entryId, PageRow::page));
  }

  private static <T> List<T> visible(
      Handle h, String sql, Class<T> type, Scope scope, String viewer, Optional<UUID> entry) {
    return scope
        .bind(h.createQuery(sql.formatted(VISIBLE)))
        .bind("viewer", viewer)
        .bind("entry", entry.orElse(null))
        .map(rows(type))
        .list();
  }

  /** Returns the deputies of connected accounts. */
  Map<String, String> deputies() {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select account, deputy from register_entry
                    where account is not null and deputy <> '' and state = 'registered'
                    """)
                .map((row, context) -> Map.entry(row.getString("account"), row.getString("deputy")))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Returns everything that was recorded of an account, the newest first. */
  List<RegisterRecord> history(UUID entry) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select * from register_record where entry_id = :entry
                    order by on_day desc, record_id desc limit 200
                    """)
                .bind("entry", entry)
                .map(rows(RegisterRecord.class))
                .list());
  }
}
