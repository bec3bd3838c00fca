package hallmonitor.moderation.store.guidance;

import hallmonitor.moderation.store.AuditLog;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The staff beside the people in district.yaml and those who may sign in. */
public final class StaffList {
  private final Jdbi database;

  public StaffList(Jdbi database) {
    this.database = database;
  }

  public List<StaffMember> all() {
    return database.withHandle(
        h ->
            h.createQuery(
                    """
                    select staff_id, building, name, email, language, '' as user_name, true as listed
                    from staff_member where removed_at is null order by building, lower(name), staff_id
                    """)
                .map(ConstructorMapper.of(StaffMember.class))
                .list());
  }

  /** Adds people; for an email that is on the list, building, name and language are replaced. */
  public void add(List<StaffMember> members, String by) {
    database.useTransaction(
        t -> {
          PreparedBatch rows =
              t.prepareBatch(
                  """
                  insert into staff_member (staff_id, building, name, email, language, added_by)
                  values (:id, :building, :name, :email, :language, :by)
                  on conflict (lower(email)) where removed_at is null
                  do update set building = excluded.building, name = excluded.name, language = excluded.language
                  """);
          for (StaffMember one : members) {
            rows.bind("id", one.staffId())
                .bind("building", one.building())
                .bind("name", one.name())
                .bind("email", one.email())
                .bind("language", one.language())
                .bind("by", by)
                .add();
          }
          rows.execute();
          AuditLog.add(t, by, "staff-added", "staff list", members.size() + " lines");
        });
  }

  /** Removes someone who left; what they attested stays. */
  public void remove(UUID id, String by) {
    database.useTransaction(
        t -> {
          int removed =
              t.execute(
                  """
                  update staff_member set removed_by = ?, removed_at = clock_timestamp()
                  where staff_id = ? and removed_at is null
                  """,
                  by,
                  id);
          if (removed > 0) {
            AuditLog.add(t, by, "staff-removed", "staff " + id, "");
          }
        });
  }
}
