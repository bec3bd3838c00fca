package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.RequestAudit;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Stores people's second factors; each act adds a row to the audit log. */
@ApplicationScoped
@Transactional
class Authenticators implements PanacheRepositoryBase<Authenticator, String> {
  private final ConsoleUsers people;
  private final StoredRecoveryCodes recoveryCodes;
  private final Passkeys passkeys;
  private final RequestAudit audit;

  Authenticators(
      ConsoleUsers people,
      StoredRecoveryCodes recoveryCodes,
      Passkeys passkeys,
      RequestAudit audit) {
    this.people = people;
    this.recoveryCodes = recoveryCodes;
    this.passkeys = passkeys;
    this.audit = audit;
  }

  /**
   * Finds a second factor.
   *
   * @param confirmed whether it is active, or being set up
   */
  Optional<Authenticator> of(String userName, boolean confirmed) {
    return findByIdOptional(userName).filter(found -> found.isConfirmed() == confirmed);
  }

  /** Stores a new secret for setup; does nothing to an active one. */
  void begin(String userName, byte[] sealedSecret) {
    getEntityManager()
        .createQuery(
            """
            insert into Authenticator (userName, sealedSecret) values (:name, :secret)
            on conflict (userName) do update set sealedSecret = excluded.sealedSecret
            where confirmedAt is null
            """)
        .setParameter("name", userName)
        .setParameter("secret", sealedSecret)
        .executeUpdate();
  }

  /**
   * Activates it and ends every session.
   *
   * @return false if it was active already
   */
  boolean confirm(String userName, long step, List<String> codes) {
    int confirmed =
        update(
            """
            confirmedAt = function(clock_timestamp as Instant), lastStep = ?1,
            failedAttempts = 0, lockedUntil = null
            where userName = ?2 and confirmedAt is null
            """,
            step,
            userName);
    if (confirmed == 1) {
      recoveryCodes.replace(userName, codes);
      people.endSessions(userName);
      audit.add(userName, "second-factor-set-up", userName, "");
    }
    return confirmed == 1;
  }

  /**
   * Accepts a code's time step.
   *
   * @return false if a code of this step or a later one was accepted before
   */
  boolean take(String userName, long step) {
    return update(
            """
            lastStep = ?1, failedAttempts = 0, lockedUntil = null
            where userName = ?2 and lastStep < ?1
            """,
            step,
            userName)
        == 1;
  }

  /** Replaces a secret by the same one under another key, unless it is no longer that one. */
  void reseal(String userName, byte[] old, byte[] sealedSecret) {
    update(
        "sealedSecret = ?1 where userName = ?2 and sealedSecret = ?3", sealedSecret, userName, old);
  }

  boolean takeRecovery(String userName, String typed) {
    if (!recoveryCodes.take(userName, typed)) {
      return false;
    }
    update("failedAttempts = 0, lockedUntil = null where userName = ?1", userName);
    audit.add(userName, "recovery-code-used", userName, "");
    return true;
  }

  int recoveryCodesLeft(String userName) {
    return recoveryCodes.left(userName);
  }

  /** Removes it, with the recovery codes if there is no passkey, and ends every session. */
  void remove(String userName) {
    deleteById(userName);
    if (passkeys.of(userName).isEmpty()) {
      recoveryCodes.removeAll(userName);
    }
    people.endSessions(userName);
    audit.add(userName, "second-factor-turned-off", userName, "");
  }

  /** Removes everything besides the password, and ends every session. */
  void reset(String userName, String by) {
    deleteById(userName);
    passkeys.removeAll(userName);
    recoveryCodes.removeAll(userName);
    people.endSessions(userName);
    audit.add(by, "second-factor-reset", userName, "");
  }
}
