package hallmonitor.moderation.console.access;

import hallmonitor.messaging.SealedSecret;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.code.RecoveryCodes;
import hallmonitor.moderation.console.access.code.Totp;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Manages second factors. Secrets are encrypted with a key from the secrets folder, which is
 * created when first needed.
 */
@ApplicationScoped
public class SecondFactors {
  private static final System.Logger LOG = System.getLogger(SecondFactors.class.getName());
  private static final String KEY = "second-factor-key";
  private static final String PURPOSE = "second step";

  private final Authenticators authenticators;
  private final SignInThrottle throttle;
  private final RequestAudit audit;
  private final ConsoleSecrets secrets;

  SecondFactors(
      Authenticators authenticators,
      SignInThrottle throttle,
      RequestAudit audit,
      ConsoleSecrets secrets) {
    this.authenticators = authenticators;
    this.throttle = throttle;
    this.audit = audit;
    this.secrets = secrets;
  }

  /**
   * Creates a new secret, which becomes active with its first code; does nothing to an active one.
   */
  void begin(String userName) {
    SealedSecret seal = new SealedSecret(PURPOSE, secrets.findOrMake(KEY));
    authenticators.begin(userName, seal.seal(userName, Totp.newSecret()));
  }

  /** Returns the secret that is being set up. */
  Optional<byte[]> begun(String userName) {
    return authenticators.of(userName, false).flatMap(this::open);
  }

  /**
   * Activates it and ends every session of this person; the caller gives the current browser a new
   * one.
   *
   * @return the recovery codes, to be shown now and never again; empty if the code is wrong
   */
  Optional<List<String>> confirm(String userName, String code) {
    OptionalLong step = matched(userName, code, false);
    List<String> codes = RecoveryCodes.generate();
    boolean confirmed =
        step.isPresent() && authenticators.confirm(userName, step.getAsLong(), codes);
    return Optional.of(codes).filter(shown -> confirmed);
  }

  /** Accepts a code from the app or a recovery code; each works once. */
  boolean opens(String userName, String typed) {
    boolean recovery = RecoveryCodes.isLikely(typed);
    boolean right = recovery ? takeRecovery(userName, typed) : takeCode(userName, typed);
    if (!right) {
      audit.add(userName, "second-factor-refused", userName, "");
    }
    return right;
  }

  private boolean takeCode(String userName, String code) {
    OptionalLong step = matched(userName, code, true);
    boolean taken = step.isPresent() && authenticators.take(userName, step.getAsLong());
    if (taken) {
      authenticators.of(userName, true).ifPresent(this::sealByTheNewKey);
    }
    return taken;
  }

  /** An older key can be taken away once each person has used a code. */
  private void sealByTheNewKey(Authenticator known) {
    SealedSecret seal = new SealedSecret(PURPOSE, secrets.findOrMake(KEY));
    if (seal.isByAnOlderKey(known.userName, known.sealedSecret)) {
      open(known)
          .ifPresent(
              secret ->
                  authenticators.reseal(
                      known.userName, known.sealedSecret, seal.seal(known.userName, secret)));
    }
  }

  private boolean takeRecovery(String userName, String typed) {
    // Without an app there is no row that counts codes.
    boolean app = hasApp(userName);
    boolean may =
        app
            ? throttle.mayTryCode(userName, true)
            : throttle.mayTryPassword(userName, AttemptSource.RECOVERY);
    boolean right = may && authenticators.takeRecovery(userName, typed);
    if (right && !app) {
      throttle.recognized(userName, AttemptSource.RECOVERY);
    }
    return right;
  }

  /** Returns the time step of a correct code. Counts the attempt first. */
  private OptionalLong matched(String userName, String code, boolean confirmed) {
    Optional<Authenticator> authenticator =
        throttle.mayTryCode(userName, confirmed)
            ? authenticators.of(userName, confirmed)
            : Optional.empty();
    return authenticator.stream()
        .flatMapToLong(
            known ->
                open(known).stream()
                    .map(s -> Totp.match(s, code.strip(), Instant.now(), known.lastStep))
                    .flatMapToLong(OptionalLong::stream))
        .findFirst();
  }

  private Optional<byte[]> open(Authenticator authenticator) {
    Optional<byte[]> secret =
        secrets
            .find(KEY)
            .flatMap(
                key ->
                    new SealedSecret(PURPOSE, key)
                        .open(authenticator.userName, authenticator.sealedSecret));
    if (secret.isEmpty()) {
      LOG.log(
          System.Logger.Level.ERROR,
          "A second step cannot be checked: the secret {0} is missing or is not the one that it was"
              + " set up with. Bring it back from the backup; recovery codes work meanwhile.",
          KEY);
    }
    return secret;
  }

  int recoveryCodesLeft(String userName) {
    return authenticators.recoveryCodesLeft(userName);
  }

  /** Returns whether the person has an authenticator app, besides any passkeys. */
  public boolean hasApp(String userName) {
    return authenticators.of(userName, true).isPresent();
  }

  /** Removes code, passkeys, and recovery codes of a person who lost them; ends their sessions. */
  public void reset(String userName, String by) {
    authenticators.reset(userName, by);
  }
}
