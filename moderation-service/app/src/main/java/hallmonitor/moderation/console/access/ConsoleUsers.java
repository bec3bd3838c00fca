package hallmonitor.moderation.console.access;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.RequestAudit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The people who may sign in, as the table {@code console_user} holds them. Somebody whose access
 * was removed stays there, locked for ever, so that a name in the audit log never comes to mean
 * another person.
 */
@ApplicationScoped
public class ConsoleUsers {
  private static final String SELECT =
      """
      select user_name, display_name, password_hash, role, buildings, must_change_password, created_at,
             greatest(coalesce(password_changed_at, created_at), sessions_from) as sessions_from,
             exists (select from second_factor f where f.user_name = u.user_name and f.confirmed_at is not null)
               as second_factor,
             coalesce(locked_until > clock_timestamp(), false) as paused,
             coalesce(locked_until = 'infinity', false) as removed
      from console_user u
      """;

  private final ConsoleDatabase database;
  private final RequestAudit audit;

  ConsoleUsers(ConsoleDatabase database, RequestAudit audit) {
    this.database = database;
    this.audit = audit;
  }

  public Optional<ConsoleUser> find(String userName) {
    return database.read(
        h ->
            h.createQuery(SELECT + "where user_name = ?")
                .bind(0, userName)
                .map(rows(ConsoleUser.class))
                .findOne());
  }

  public List<ConsoleUser> all() {
    return database.read(
        h ->
            h.createQuery(SELECT + "order by locked_until = 'infinity' nulls first, user_name")
                .map(rows(ConsoleUser.class))
                .list());
  }

  /**
   * Counts an attempt, as {@link SignInThrottle} says.
   *
   * @return false when the name is unknown or paused: the attempt must fail whatever its password
   */
  boolean mayAttempt(String userName) {
    return database.write(
            h ->
                h.execute(
                    "update console_user set "
                        + SignInThrottle.COUNT
                        + " where user_name = ? and "
                        + SignInThrottle.MAY,
                    userName))
        == 1;
  }

  /**
   * The password was right.
   *
   * @return when that was, by the database's clock
   */
  Instant recognised(String userName) {
    return database.write(h -> recognised(h, userName));
  }

  /**
   * @param how for the audit log
   * @return when the session began, by the database's clock
   */
  Instant signedIn(String userName, String how) {
    return database.write(
        h -> {
          audit.add(h, userName, "sign-in", userName, how);
          return recognised(h, userName);
        });
  }

  private static Instant recognised(Handle h, String userName) {
    return h.createQuery(
            """
            update console_user set failed_attempts = 0, locked_until = null
            where user_name = ? and locked_until is distinct from 'infinity'
            returning clock_timestamp()
            """)
        .bind(0, userName)
        .mapTo(Instant.class)
        .one();
  }

  /** In the transaction of what ends them. */
  static void endSessions(Handle h, String userName) {
    h.execute(
        "update console_user set sessions_from = clock_timestamp() where user_name = ?", userName);
  }

  void changePassword(String userName, String hash) {
    database.write(
        h -> {
          audit.add(h, userName, "password-changed", userName, "");
          return setPassword(h, userName, hash, false);
        });
  }

  /**
   * A new first password, by an administrator; gives access back to somebody from whom it was
   * removed.
   */
  void resetPassword(String userName, String hash, String by) {
    database.write(
        h -> {
          audit.add(h, by, "password-reset", userName, "");
          return setPassword(h, userName, hash, true);
        });
  }

  private static int setPassword(Handle h, String userName, String hash, boolean mustChange) {
    return h.execute(
        """
        update console_user set password_hash = ?, must_change_password = ?, failed_attempts = 0,
               locked_until = null, password_changed_at = clock_timestamp()
        where user_name = ?
        """,
        hash,
        mustChange,
        userName);
  }

  /**
   * @return false when the name is taken
   */
  boolean add(String userName, String displayName, Access access, String hash, String by) {
    return database.write(
        h -> {
          int added =
              h.createUpdate(
                      """
                      insert into console_user
                        (user_name, display_name, password_hash, role, buildings, must_change_password)
                      values (:name, :shown, :hash, :role, :buildings, true) on conflict do nothing
                      """)
                  .bind("name", userName)
                  .bind("shown", displayName)
                  .bind("hash", hash)
                  .bind("role", access.role())
                  .bindArray("buildings", String.class, access.buildings())
                  .execute();
          return added == 1 && audit.add(h, by, "person-added", userName, access.toString()) == 1;
        });
  }

  boolean isEmpty() {
    return database.read(
        h -> h.select("select not exists (select from console_user)").mapTo(boolean.class).one());
  }

  /**
   * @return false when nothing was changed, because no administrator would remain
   */
  boolean setAccess(String userName, Access access, String by) {
    return database.write(
        h -> {
          if (!access.role().equals(ConsoleUser.ADMINISTRATOR)
              && !anotherAdministrator(h, userName)) {
            return false;
          }
          audit.add(h, by, "role-set", userName, access.toString());
          return h.createUpdate(
                      "update console_user set role = :role, buildings = :buildings where user_name = :name")
                  .bind("role", access.role())
                  .bindArray("buildings", String.class, access.buildings())
                  .bind("name", userName)
                  .execute()
              == 1;
        });
  }

  /**
   * @return false when nothing was changed, because no administrator would remain
   */
  boolean remove(String userName, String by) {
    return database.write(
        h -> {
          if (!anotherAdministrator(h, userName)) {
            return false;
          }
          audit.add(h, by, "access-removed", userName, "");
          return h.execute(
                  "update console_user set locked_until = 'infinity' where user_name = ?", userName)
              == 1;
        });
  }

  /**
   * Whether there is an administrator beside this person. All are locked until the transaction
   * ends: two who take each other's role at the same time come one after the other.
   */
  private static boolean anotherAdministrator(Handle h, String userName) {
    return h
        .select(
            """
            select user_name from console_user
            where role = 'administrator' and locked_until is distinct from 'infinity'
            order by user_name for update
            """)
        .mapTo(String.class)
        .list()
        .stream()
        .anyMatch(name -> !name.equals(userName));
  }
}
