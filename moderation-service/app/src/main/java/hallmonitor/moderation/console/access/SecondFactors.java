package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.code.RecoveryCodes;
import hallmonitor.moderation.console.access.code.SealedSecret;
import hallmonitor.moderation.console.access.code.Totp;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jboss.logging.Logger;

/**
 * Everybody's second step of signing in. Its secrets are sealed with a key from the secrets folder,
 * which is made when the first one needs it.
 */
@ApplicationScoped
public class SecondFactors {
  private static final Logger LOG = Logger.getLogger(SecondFactors.class);
  private static final String KEY = "second-factor-key";

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

  /** A new secret, which counts once its first code was typed; does nothing to one that counts. */
  void begin(String userName) {
    SealedSecret seal = new SealedSecret(secrets.findOrMake(KEY));
    authenticators.begin(userName, seal.seal(userName, Totp.newSecret()));
  }

  /** The secret that is being set up. */
  Optional<byte[]> begun(String userName) {
    return authenticators.of(userName, false).flatMap(this::open);
  }

  /**
   * Ends every session of this person; the caller gives the present browser a new one.
   *
   * @return the recovery codes, to be shown now and never again; empty when the code is not right
   */
  Optional<List<String>> confirm(String userName, String code) {
    OptionalLong step = matched(userName, code, false);
    List<String> codes = RecoveryCodes.generate();
    boolean confirmed =
        step.isPresent() && authenticators.confirm(userName, step.getAsLong(), codes);
    return Optional.of(codes).filter(shown -> confirmed);
  }

  /** Takes a code from the app or a recovery code; each opens once. */
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
    return step.isPresent() && authenticators.take(userName, step.getAsLong());
  }

  private boolean takeRecovery(String userName, String typed) {
    return throttle.mayTryCode(userName, true) && authenticators.takeRecovery(userName, typed);
  }

  /** The time step of a code that is right. The attempt is counted first. */
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
                    new SealedSecret(key).open(authenticator.userName, authenticator.sealedSecret));
    if (secret.isEmpty()) {
      LOG.errorf(
          "A second step cannot be checked: the secret %s is missing or is not the one that it was set up"
              + " with. Bring it back from the backup; recovery codes work meanwhile.",
          KEY);
    }
    return secret;
  }

  int recoveryCodesLeft(String userName) {
    return authenticators.recoveryCodesLeft(userName);
  }

  /**
   * @param act what the audit log calls it
   * @param by the person themselves, or an administrator; ends the person's sessions
   */
  void remove(String userName, String act, String by) {
    authenticators.remove(userName, act, by);
  }
}
