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

/**
 * The people who may sign in. Somebody whose access was removed stays in the table, locked for
 * good, so that a name in the audit log never comes to mean another person.
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

  /** Those whose access was removed come last. */
  public List<ConsoleUser> all() {
    return listAll(Sort.by("removed", "userName"));
  }

  /**
   * @param how for the audit log
   * @return when the session began, by the database's clock
   */
  Instant signedIn(String userName, String how) {
    audit.add(userName, "sign-in", userName, how);
    return throttle.recognised(userName);
  }

  /** By the database's clock, as all times of sessions are. */
  Instant now() {
    return getEntityManager()
        .createQuery("select function(clock_timestamp as Instant)", Instant.class)
        .getSingleResult();
  }

  /** In the transaction of what ends them. */
  void endSessions(String userName) {
    update("sessionsFrom = function(clock_timestamp as Instant) where userName = ?1", userName);
  }

  void changePassword(String userName, String hash) {
    setPassword(userName, hash, false);
    audit.add(userName, "password-changed", userName, "");
  }

  /**
   * A new first password, by an administrator; gives access back to somebody from whom it was
   * removed.
   */
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
   * @return false when the name is taken
   */
  boolean add(String userName, String displayName, Access access, String hash, String by) {
    return add(userName, displayName, access, hash, null, by);
  }

  /**
   * @param email null for somebody who signs in by password alone
   * @return false when the name is taken
   */
  boolean add(
      String userName, String displayName, Access access, String hash, String email, String by) {
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
   * @return false when nothing was changed, because no administrator would remain
   */
  boolean setAccess(String userName, Access access, String by) {
    if (!access.role().equals(ConsoleUser.ADMINISTRATOR) && !anotherAdministrator(userName)) {
      return false;
    }
    findById(userName).give(access);
    audit.add(by, "role-set", userName, access.toString());
    return true;
  }

  /**
   * @return false when nothing was changed, because no administrator would remain
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
   * Whether there is an administrator beside this person. All are locked until the transaction
   * ends: two who take each other's role at the same time come one after the other.
   */
  private boolean anotherAdministrator(String userName) {
    return find(REMAINING_ADMINISTRATORS, ConsoleUser.ADMINISTRATOR)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list()
        .stream()
        .anyMatch(administrator -> !administrator.userName().equals(userName));
  }
}
