package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.code.RecoveryCodes;
import hallmonitor.moderation.console.access.passkey.StoredKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/**
 * Adds and removes second factors and recovery codes. The person's row is locked meanwhile, so that
 * two changes at once cannot both be the first or leave nothing.
 */
@ApplicationScoped
@Transactional
public class SecondFactorChanges {
  /** The most passkeys of a person. */
  static final int MOST = 10;

  /** How a removal ended. */
  enum Removal {
    REMOVED,
    /** The district requires a second factor, and it is the last. */
    LAST,
    UNKNOWN
  }

  private final ConsoleUsers people;
  private final Passkeys passkeys;
  private final Authenticators authenticators;
  private final StoredRecoveryCodes recoveryCodes;
  private final StoredSessions sessions;
  private final RequestAudit audit;

  SecondFactorChanges(
      ConsoleUsers people,
      Passkeys passkeys,
      Authenticators authenticators,
      StoredRecoveryCodes recoveryCodes,
      StoredSessions sessions,
      RequestAudit audit) {
    this.people = people;
    this.passkeys = passkeys;
    this.authenticators = authenticators;
    this.recoveryCodes = recoveryCodes;
    this.sessions = sessions;
    this.audit = audit;
  }

  /**
   * Adds a passkey and ends the person's other sessions.
   *
   * @return recovery codes to be shown now and never again, none if the person has some; empty if
   *     the passkey is known already or the person has {@value #MOST}
   */
  Optional<List<String>> addPasskey(Session session, String name, StoredKey key) {
    String userName = session.userName();
    lock(userName);
    if (passkeys.of(userName).size() >= MOST || !passkeys.add(userName, name, key)) {
      return Optional.empty();
    }
    sessions.endOthers(session);
    return Optional.of(recoveryCodes.left(userName) > 0 ? List.of() : replaceCodes(userName));
  }

  /**
   * Removes a passkey, with the recovery codes if nothing else is left, and ends the person's other
   * sessions.
   *
   * @param asked whether the person must have a second factor
   */
  Removal removePasskey(Session session, long id, boolean asked) {
    String userName = session.userName();
    lock(userName);
    List<Passkey> all = passkeys.of(userName);
    Optional<Passkey> one = all.stream().filter(p -> p.passkeyId() == id).findFirst();
    boolean app = authenticators.of(userName, true).isPresent();
    if (one.isEmpty()) {
      return Removal.UNKNOWN;
    }
    if (asked && !app && all.stream().noneMatch(p -> p.passkeyId() != id && !p.cloned())) {
      return Removal.LAST;
    }
    passkeys.remove(one.get());
    if (!app && all.size() == 1) {
      recoveryCodes.removeAll(userName);
    }
    sessions.endOthers(session);
    return Removal.REMOVED;
  }

  /**
   * Removes the authenticator app, with the recovery codes if there is no passkey, and ends every
   * session of the person.
   *
   * @param asked whether the person must have a second factor
   * @return false if it is the last one then
   */
  boolean removeApp(String userName, boolean asked) {
    lock(userName);
    if (asked && !passkeys.opens(userName)) {
      return false;
    }
    authenticators.remove(userName);
    return true;
  }

  /**
   * Replaces the recovery codes.
   *
   * @return the new ones, to be shown now and never again; empty if the person has no second factor
   */
  Optional<List<String>> newRecoveryCodes(String userName) {
    lock(userName);
    boolean none = passkeys.of(userName).isEmpty() && authenticators.of(userName, true).isEmpty();
    if (none) {
      return Optional.empty();
    }
    audit.add(userName, "recovery-codes-made", userName, "");
    return Optional.of(replaceCodes(userName));
  }

  private List<String> replaceCodes(String userName) {
    List<String> codes = RecoveryCodes.generate();
    recoveryCodes.replace(userName, codes);
    return codes;
  }

  private void lock(String userName) {
    people.findById(userName, LockModeType.PESSIMISTIC_WRITE);
  }
}
