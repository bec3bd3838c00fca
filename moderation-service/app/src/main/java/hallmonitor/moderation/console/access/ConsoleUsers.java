package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.RequestAudit;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The people who may sign in. A person whose access was removed stays in the table, locked
 * permanently, so that a name in the audit log never refers to another person.
 */
@ApplicationScoped
@Transactional
public class ConsoleUsers implements PanacheRepositoryBase<ConsoleUser, String> {
  private static final String REMAINING_ADMINISTRATORS =
      "role = ?1 and not removed order by userName";

  private final RequestAudit audit;
  private final SignInThrottle throttle;

  ConsoleUsers(RequestAudit audit, SignInThrottle throttle) {
    this.audit = audit;
    this.throttle = throttle;
  }

  public Optional<ConsoleUser> named(String userName) {
    return findByIdOptional(userName);
  }

  /** Returns all; those whose access was removed come last. */
  public List<ConsoleUser> all() {
    return listAll(Sort.by("removed", "userName"));
  }

  /**
   * Records a sign-in.
   *
   * @param how for the audit log
   * @return when the session started, by the database's clock
   */
  Instant signedIn(String userName, String how) {
    audit.add(userName, "sign-in", userName, how);
    return throttle.recognised(userName);
  }

  /** Returns the database's time, which all session times use. */
  Instant now() {
    return getEntityManager()
        .createQuery("select function(clock_timestamp as Instant)", Instant.class)
        .getSingleResult();
  }

  /** Ends all sessions, in the caller's transaction. */
  void endSessions(String userName) {
    update("sessionsFrom = function(clock_timestamp as Instant) where userName = ?1", userName);
  }

  void changePassword(String userName, String hash) {
    setPassword(userName, hash, false);
    audit.add(userName, "password-changed", userName, "");
  }

  /** Sets a new first password as an administrator; also restores a removed access. */
  void resetPassword(String userName, String hash, String by) {
    setPassword(userName, hash, true);
    audit.add(by, "password-reset", userName, "");
  }

  private void setPassword(String userName, String hash, boolean mustChange) {
    update(
        """
        passwordHash = ?1, passwordChangedAt = function(clock_timestamp as Instant),
        mustChangePassword = ?2, failedAttempts = 0, lockedUntil = null
        where userName = ?3
        """,
        hash,
        mustChange,
        userName);
  }

  /**
   * Adds a person.
   *
   * @return false if the name is taken
   */
  boolean add(String userName, String displayName, Access access, String hash, String by) {
    return add(userName, displayName, access, hash, null, by);
  }

  /**
   * Adds a person.
   *
   * @param email null for sign-in by password only
   * @return false if the name is taken
   */
  boolean add(
      String userName,
      String displayName,
      Access access,
      String hash,
      @Nullable String email,
      String by) {
    int added =
        getEntityManager()
            .createQuery(
                """
                insert into ConsoleUser
                  (userName, displayName, passwordHash, role, buildings, mustChangePassword, email)
                values (:name, :shown, :hash, :role, :buildings, true, :email)
                on conflict (userName) do nothing
                """)
            .setParameter("name", userName)
            .setParameter("shown", displayName)
            .setParameter("hash", hash)
            .setParameter("role", access.role())
            .setParameter("buildings", access.buildings().toArray(String[]::new))
            .setParameter("email", email)
            .executeUpdate();
    if (added == 1) {
      audit.add(by, "person-added", userName, access.toString());
    }
    return added == 1;
  }

  boolean isEmpty() {
    return count() == 0;
  }

  /**
   * Changes the access.
   *
   * @return false, without any change, if no administrator would remain
   */
  boolean setAccess(String userName, Access access, String by) {
    if (!access.role().equals(ConsoleUser.ADMINISTRATOR) && !anotherAdministrator(userName)) {
      return false;
    }
    findById(userName, LockModeType.PESSIMISTIC_WRITE).give(access);
    audit.add(by, "role-set", userName, access.toString());
    return true;
  }

  /**
   * Removes the access.
   *
   * @return false, without any change, if no administrator would remain
   */
  boolean remove(String userName, String by) {
    if (!anotherAdministrator(userName)) {
      return false;
    }
    throttle.lockForGood(userName);
    audit.add(by, "access-removed", userName, "");
    return true;
  }

  /**
   * Returns whether there is another administrator. Locks all until the transaction ends, so that
   * two who remove each other's role at the same time run one after the other.
   */
  private boolean anotherAdministrator(String userName) {
    return find(REMAINING_ADMINISTRATORS, ConsoleUser.ADMINISTRATOR)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list()
        .stream()
        .anyMatch(administrator -> !administrator.userName().equals(userName));
  }
}
