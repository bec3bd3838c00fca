package hallmonitor.moderation.store.tips;

import hallmonitor.moderation.store.AuditLog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** The links that a school's staff reports by, without an account of their own. */
public final class SchoolLinks {
  /**
   * A link.
   *
   * @param purpose says who it is for
   * @param revokedAt absent while it works
   */
  public record SchoolLink(
      UUID linkId,
      String building,
      String purpose,
      String madeBy,
      Instant madeAt,
      @Nullable String revokedBy,
      @Nullable Instant revokedAt) {
    public boolean isWorking() {
      return revokedAt == null;
    }
  }

  private final Jdbi database;

  public SchoolLinks(Jdbi database) {
    this.database = database;
  }

  /** Returns all links, those that work first. */
  public List<SchoolLink> all() {
    return database.withHandle(
        h ->
            h.createQuery(
                    """
                    select link_id, building, purpose, made_by, made_at, revoked_by, revoked_at from school_link
                    order by revoked_at desc nulls first, building, made_at desc
                    """)
                .map(ConstructorMapper.of(SchoolLink.class))
                .list());
  }

  public Optional<SchoolLink> find(UUID id) {
    return all().stream().filter(link -> link.linkId().equals(id)).findFirst();
  }

  public void make(UUID id, String building, String purpose, String by) {
    database.useTransaction(
        t -> {
          t.execute(
              "insert into school_link (link_id, building, purpose, made_by) values (?, ?, ?, ?)",
              id,
              building,
              purpose,
              by);
          AuditLog.add(t, by, "school-link-made", "building " + building, purpose);
        });
  }

  /** Revokes a link for good; one that is revoked already stays as it is. */
  public void revoke(UUID id, String by) {
    database.useTransaction(
        t -> {
          int changed =
              t.execute(
                  """
                  update school_link set revoked_by = ?, revoked_at = clock_timestamp()
                  where link_id = ? and revoked_at is null
                  """,
                  by,
                  id);
          if (changed > 0) {
            AuditLog.add(t, by, "school-link-revoked", "link " + id, "");
          }
        });
  }
}
