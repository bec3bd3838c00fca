package hallmonitor.moderation.store.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.messaging.SealedSecret;
import hallmonitor.moderation.store.AuditLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * The table withheld_student. Each name is sealed for its row with the secret {@link #KEY}, which
 * is outside the database. The audit log names rows by their id, never by the student.
 */
public final class MediaReleaseList {
  /** The name of the secret that holds the key. */
  public static final String KEY = "media-release-key";

  private static final String PURPOSE = "media release";

  /** A student to add. */
  public record NewStudent(String name, LocalDate since, LocalDate until) {
    @Override
    public String toString() {
      return "NewStudent[withheld]";
    }
  }

  private final Jdbi database;
  private final Supplier<Optional<String>> key;
  private final Supplier<String> keyToSeal;

  /**
   * Opens the table.
   *
   * @param key the secret, read at each use; empty if there is none
   * @param keyToSeal makes the secret if there is none
   */
  public MediaReleaseList(
      Jdbi database, Supplier<Optional<String>> key, Supplier<String> keyToSeal) {
    this.database = database;
    this.key = key;
    this.keyToSeal = keyToSeal;
  }

  /** Returns a number that grows with every change. */
  public long changes() {
    return database.withHandle(
        h -> h.createQuery("select number from withheld_student_changes").mapTo(Long.class).one());
  }

  /** Returns all, those included that no longer hold, by end. */
  public List<WithheldStudent> all() {
    Optional<SealedSecret> seal = key.get().map(text -> new SealedSecret(PURPOSE, text));
    return database.withHandle(
        h ->
            h.createQuery(
                    """
                    select student_id, sealed, since, until, added_by from withheld_student
                    order by until desc, added_at
                    """)
                .map((row, context) -> student(row, seal))
                .list());
  }

  private static WithheldStudent student(ResultSet row, Optional<SealedSecret> seal)
      throws SQLException {
    UUID id = row.getObject("student_id", UUID.class);
    byte[] sealed = row.getBytes("sealed");
    return new WithheldStudent(
        id,
        seal.flatMap(s -> s.open(id.toString(), sealed))
            .map(name -> new String(name, UTF_8))
            .orElse(""),
        row.getObject("since", LocalDate.class),
        row.getObject("until", LocalDate.class),
        row.getString("added_by"));
  }

  /**
   * Adds students, all or none.
   *
   * @param actor a user name
   */
  public void add(List<NewStudent> students, String actor) {
    SealedSecret seal = new SealedSecret(PURPOSE, keyToSeal.get());
    database.useTransaction(
        t -> {
          for (NewStudent student : students) {
            UUID id = UUID.randomUUID();
            t.execute(
                """
                insert into withheld_student (student_id, sealed, since, until, added_by)
                values (?, ?, ?, ?, ?)
                """,
                id,
                seal.seal(id.toString(), student.name().getBytes(UTF_8)),
                student.since(),
                student.until(),
                actor);
            AuditLog.add(t, actor, "release-added", target(id), "until " + student.until());
          }
        });
  }

  /**
   * Lets refusals hold until a later day.
   *
   * @return how many
   */
  public int renew(Collection<UUID> students, LocalDate until, String actor) {
    return database.inTransaction(
        t ->
            changed(
                t.createQuery(
                        """
                        update withheld_student set until = :until
                        where student_id = any(:ids)
                          and until < :until
                        returning student_id
                        """)
                    .bind("until", until),
                students,
                id -> AuditLog.add(t, actor, "release-renewed", target(id), "until " + until)));
  }

  /**
   * Removes students.
   *
   * @return how many
   */
  public int remove(Collection<UUID> students, String why, String actor) {
    return database.inTransaction(
        t ->
            changed(
                t.createQuery(
                    "delete from withheld_student where student_id = any(:ids) returning student_id"),
                students,
                id -> AuditLog.add(t, actor, "release-removed", target(id), why)));
  }

  private static int changed(Query change, Collection<UUID> ids, Consumer<UUID> audit) {
    List<UUID> changed =
        change.bindArray("ids", UUID.class, ids.toArray()).mapTo(UUID.class).list();
    changed.forEach(audit);
    return changed.size();
  }

  /** Returns the name of a row in the audit log. */
  public static String target(UUID id) {
    return "refusal " + id;
  }
}
