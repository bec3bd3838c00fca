package hallmonitor.moderation.store.authors;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.author.LookPurpose;
import hallmonitor.moderation.store.AuditLog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What people opened the pages of authors for. A purpose counts for an hour. */
public final class AuthorLooks {
  /**
   * A purpose that counts.
   *
   * @param purpose code of a {@link LookPurpose}
   * @param until when it must be given again
   */
  public record Look(String purpose, String note, Instant until) {}

  private AuthorLooks() {}

  /** Records a purpose for each of these authors. */
  public static void add(
      Handle transaction, List<UUID> authors, String by, LookPurpose purpose, String note) {
    transaction.execute("delete from author_look where at < clock_timestamp() - interval '1 day'");
    for (UUID author : authors) {
      transaction.execute(
          """
          insert into author_look (author_id, user_name, purpose, note) values (?, ?, ?, ?)
          on conflict (author_id, user_name) do update
          set purpose = excluded.purpose, note = excluded.note, at = excluded.at
          """,
          author,
          by,
          EnumCodes.of(purpose),
          note);
      AuditLog.add(
          transaction,
          by,
          "author-opened",
          "author " + author,
          EnumCodes.of(purpose) + ": " + note);
    }
  }

  /**
   * Returns the purpose that a person gave for all of these authors; the one that ends first if
   * there are several.
   */
  public static Optional<Look> current(Handle handle, List<UUID> authors, String by) {
    List<Look> looks =
        handle
            .createQuery(
                """
                select purpose, note, at + interval '1 hour' as until from author_look
                where author_id = any(:ids) and user_name = :by and at > clock_timestamp() - interval '1 hour'
                order by at
                """)
            .bindArray("ids", UUID.class, authors)
            .bind("by", by)
            .map(ConstructorMapper.of(Look.class))
            .list();
    return looks.size() == authors.size() ? looks.stream().findFirst() : Optional.empty();
  }

  /** Returns the authors with a page that a person may see now, the latest first; at most 20. */
  public static List<UUID> recent(Handle handle, String by) {
    return handle
        .createQuery(
            """
            select author_id from author_look
            where user_name = :by and at > clock_timestamp() - interval '1 hour'
            order by at desc, author_id limit 20
            """)
        .bind("by", by)
        .mapTo(UUID.class)
        .list();
  }
}
