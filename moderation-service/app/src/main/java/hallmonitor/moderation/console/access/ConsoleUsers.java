package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.RequestAudit;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The people who may sign in. A person without access anymore stays in the table, locked
 * permanently, so that a name in the audit log never refers to another person.
 */
@ApplicationScoped
@Transactional
public class ConsoleUsers implements PanacheRepositoryBase<ConsoleUser, String> {
  /** Names that are not allowed, since they are addresses of pages about people. */
  public static final Set<String> RESERVED = Set.of("new", "preview", "told");

  private static final String REMAINING_ADMINISTRATORS =
      "role = ?1 and not removed order by userName";

  private final RequestAudit audit;
  private final SignInThrottle throttle;
  private final StoredSessions sessions;

  ConsoleUsers(RequestAudit audit, SignInThrottle throttle, StoredSessions sessions) {
    this.audit = audit;
    this.throttle = throttle;
    this.sessions = sessions;
  }

  public Optional<ConsoleUser> named(String userName) {
    return findByIdOptional(userName);
  }

  /** Returns all people; those with removed access come last. */
  public List<ConsoleUser> all() {
    return listAll(Sort.by("removed", "userName"));
  }

  /**
   * Records a sign-in.
   *
   * @param how for the audit log
   */
  public void signedIn(String userName, String how) {
    audit.add(userName, "sign-in", userName, how);
  }

  /** Ends all sessions, in the caller's transaction. */
  public void endSessions(String userName) {
    sessions.endAll(userName);
  }

  /** Ends all of a person's sessions, as they asked. */
  void signOutEverywhere(String userName) {
    sessions.endAll(userName);
    audit.add(userName, "signed-out-everywhere", userName, "");
  }

  /** Ends all of a person's sessions, as an administrator asked. */
  public void endSessions(String userName, String by) {
    sessions.endAll(userName);
    audit.add(by, "sessions-ended", userName, "");
  }

  /** Returns the user name of who the first start made; empty if that person was never made. */
  Optional<String> firstAdministrator() {
    return find("firstAdministrator").firstResultOptional().map(ConsoleUser::userName);
  }

  void changePassword(String userName, String hash) {
    setPassword(userName, hash, false);
    audit.add(userName, "password-changed", userName, "");
  }

  /** Returns the user name of the person with this email address. */
  public Optional<String> withEmail(String email) {
    return find("email", email).firstResultOptional().map(ConsoleUser::userName);
  }

  /** Sets a new temporary password as an administrator; also restores a removed access. */
  public void resetPassword(String userName, String hash, String by) {
    boolean restores = named(userName).filter(ConsoleUser::removed).isPresent();
    setPassword(userName, hash, true);
    audit.add(by, "password-reset", userName, "");
    if (restores) {
      audit.add(by, "access-restored", userName, "");
    }
  }

  private void setPassword(String userName, String hash, boolean mustChange) {
    update(
        """
        passwordHash = ?1, passwordChangedAt = function(clock_timestamp as Instant),
        mustChangePassword = ?2, lockedUntil = null, suspended = false
        where userName = ?3
        """,
        hash,
        mustChange,
        userName);
    throttle.forgive(userName);
    sessions.endAll(userName);
  }

  /**
   * Adds a person.
   *
   * @return false if the name is taken
   */
  public boolean add(String userName, String displayName, Access access, String hash, String by) {
    return add(userName, displayName, access, hash, null, by);
  }

  /**
   * Adds a person.
   *
   * @param email null for sign-in by password only
   * @return false if the name is taken
   */
  public boolean add(
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

  /** Records that the first start made this person. */
  void markFirst(String userName) {
    getEntityManager()
        .createNativeQuery(
            "update console_user set first_administrator = true where user_name = ?1")
        .setParameter(1, userName)
        .executeUpdate();
  }

  boolean isEmpty() {
    return count() == 0;
  }

  /**
   * Changes the access, and ends all sessions.
   *
   * @return false, without any change, if no administrator would remain
   */
  public boolean setAccess(String userName, Access access, String by) {
    if (!access.role().equals(ConsoleUser.ADMINISTRATOR) && !anotherAdministrator(userName)) {
      return false;
    }
    findById(userName, LockModeType.PESSIMISTIC_WRITE).give(access);
    sessions.endAll(userName);
    audit.add(by, "role-set", userName, access.toString());
    return true;
  }

  /**
   * Removes the access.
   *
   * @return false, without any change, if no administrator would remain
   */
  public boolean remove(String userName, String by) {
    if (!anotherAdministrator(userName)) {
      return false;
    }
    lock(userName);
    update("suspended = false where userName = ?1", userName);
    audit.add(by, "access-removed", userName, "");
    return true;
  }

  /**
   * Suspends sign-in until it is restored, and ends all sessions.
   *
   * @return false, without any change, if no administrator would remain
   */
  public boolean suspend(String userName, String by) {
    if (!anotherAdministrator(userName)) {
      return false;
    }
    lock(userName);
    update("suspended = true where userName = ?1", userName);
    audit.add(by, "access-suspended", userName, "");
    return true;
  }

  /**
   * Restores suspended sign-in; the password stays, sessions from before do not.
   *
   * @return false if it is not suspended
   */
  public boolean restore(String userName, String by) {
    int restored =
        update(
            """
            suspended = false, lockedUntil = null where userName = ?1 and suspended
            """,
            userName);
    if (restored == 1) {
      audit.add(by, "access-restored", userName, "");
    }
    return restored == 1;
  }

  /** Restores a removed access, by invitation only: the old password no longer works. */
  public void readmit(String userName, String hash, String by) {
    setPassword(userName, hash, true);
    audit.add(by, "access-restored", userName, "");
  }

  /** Keeps a newly added person out until a second person approves. */
  public void holdBack(String userName) {
    lock(userName);
  }

  private void lock(String userName) {
    throttle.lockForGood(userName);
    sessions.endAll(userName);
  }

  /** Sets the address of an invitation; an account bound to another one is forgotten. */
  public void setInvitationEmail(String userName, String email, String by) {
    ConsoleUser person = findById(userName, LockModeType.PESSIMISTIC_WRITE);
    if (!email.equals(person.email())) {
      person.email = email;
      person.ssoSubject = null;
      audit.add(by, "email-set", userName, email);
    }
  }

  /** Says which person in the district's file this is; no one else can be the same. */
  public boolean link(String userName, String toldAs, String by) {
    if (count("toldAs = ?1 and userName <> ?2", toldAs, userName) > 0) {
      return false;
    }
    findById(userName, LockModeType.PESSIMISTIC_WRITE).toldAs = toldAs.isEmpty() ? null : toldAs;
    audit.add(by, "linked", userName, toldAs);
    return true;
  }

  /**
   * Returns whether there is another administrator. Locks all until the transaction ends, so that
   * two administrators who remove each other's role at the same time run one after the other.
   */
  private boolean anotherAdministrator(String userName) {
    return find(REMAINING_ADMINISTRATORS, ConsoleUser.ADMINISTRATOR)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list()
        .stream()
        .anyMatch(administrator -> !administrator.userName().equals(userName));
  }
}
