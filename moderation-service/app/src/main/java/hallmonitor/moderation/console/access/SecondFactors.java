package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.ConsoleDatabase;
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
import org.jdbi.v3.core.Handle;

/**
 * Everybody's second step of signing in, as the table {@code second_factor} holds it. Its secrets
 * are sealed with a key from the secrets folder, which is made when the first one needs it.
 */
@ApplicationScoped
public class SecondFactors {
  private static final Logger LOG = Logger.getLogger(SecondFactors.class);
  private static final String KEY = "second-factor-key";

  /** Counted before the code is looked at, as with passwords. */
  private static final String COUNT =
      "update second_factor set "
          + SignInThrottle.COUNT
          + " where user_name = ? and confirmed_at is %s and "
          + SignInThrottle.MAY
          + " returning sealed_secret, last_step";

  /** What a code is held against. */
  private record Kept(byte[] sealedSecret, long lastStep) {}

  private final ConsoleDatabase database;
  private final RequestAudit audit;
  private final ConsoleSecrets secrets;

  SecondFactors(ConsoleDatabase database, RequestAudit audit, ConsoleSecrets secrets) {
    this.database = database;
    this.audit = audit;
    this.secrets = secrets;
  }

  /** A new secret, which counts once its first code was typed; does nothing to one that counts. */
  void begin(String userName) {
    byte[] sealed = new SealedSecret(secrets.findOrMake(KEY)).seal(userName, Totp.newSecret());
    database.write(
        h ->
            h.execute(
                """
                insert into second_factor as f (user_name, sealed_secret) values (?, ?)
                on conflict (user_name) do update set sealed_secret = excluded.sealed_secret
                where f.confirmed_at is null
                """,
                userName,
                sealed));
  }

  /** The secret that is being set up. */
  Optional<byte[]> begun(String userName) {
    return database
        .read(
            h ->
                h.createQuery(
                        "select sealed_secret from second_factor where user_name = ? and confirmed_at is null")
                    .bind(0, userName)
                    .mapTo(byte[].class)
                    .findOne())
        .flatMap(kept -> open(userName, kept));
  }

  /**
   * Ends every session of this person; the caller gives the present browser a new one.
   *
   * @return the recovery codes, to be shown now and never again; empty when the code is not right
   */
  Optional<List<String>> confirm(String userName, String code) {
    OptionalLong step = matched(userName, code, "null");
    if (step.isEmpty()) {
      return Optional.empty();
    }
    List<String> codes = RecoveryCodes.generate();
    boolean confirmed =
        database.write(
            h -> {
              int set =
                  h.execute(
                      """
                      update second_factor set confirmed_at = clock_timestamp(), last_step = ?,
                             failed_attempts = 0, locked_until = null
                      where user_name = ? and confirmed_at is null
                      """,
                      step.getAsLong(),
                      userName);
              if (set == 1) {
                codes.forEach(recovery -> keep(h, userName, recovery));
                ConsoleUsers.endSessions(h, userName);
                audit.add(h, userName, "second-factor-set-up", userName, "");
              }
              return set == 1;
            });
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
    OptionalLong step = matched(userName, code, "not null");
    return step.isPresent()
        && database.write(
            h ->
                h.execute(
                        """
                        update second_factor set last_step = ?, failed_attempts = 0, locked_until = null
                        where user_name = ? and last_step < ?
                        """,
                        step.getAsLong(),
                        userName,
                        step.getAsLong())
                    == 1);
  }

  private boolean takeRecovery(String userName, String typed) {
    return count(userName, "not null").isPresent()
        && database.write(
            h -> {
              int taken =
                  h.execute(
                      "delete from recovery_code where user_name = ? and hash = ?",
                      userName,
                      RecoveryCodes.hash(userName, typed));
              if (taken == 1) {
                audit.add(h, userName, "recovery-code-used", userName, "");
                h.execute(
                    "update second_factor set failed_attempts = 0, locked_until = null where user_name = ?",
                    userName);
              }
              return taken == 1;
            });
  }

  private OptionalLong matched(String userName, String code, String confirmed) {
    return count(userName, confirmed).stream()
        .flatMapToLong(
            kept ->
                open(userName, kept.sealedSecret()).stream()
                    .map(s -> Totp.match(s, code.strip(), Instant.now(), kept.lastStep()))
                    .flatMapToLong(OptionalLong::stream))
        .findFirst();
  }

  private Optional<Kept> count(String userName, String confirmed) {
    return database.write(
        h ->
            h.createQuery(COUNT.formatted(confirmed))
                .bind(0, userName)
                .map((row, context) -> new Kept(row.getBytes(1), row.getLong(2)))
                .findOne());
  }

  private Optional<byte[]> open(String userName, byte[] sealed) {
    Optional<byte[]> secret =
        secrets.find(KEY).flatMap(key -> new SealedSecret(key).open(userName, sealed));
    if (secret.isEmpty()) {
      LOG.errorf(
          "A second step cannot be checked: the secret %s is missing or is not the one that it was set up"
              + " with. Bring it back from the backup; recovery codes work meanwhile.",
          KEY);
    }
    return secret;
  }

  int recoveryCodesLeft(String userName) {
    return database.read(
        h ->
            h.createQuery("select count(*) from recovery_code where user_name = ?")
                .bind(0, userName)
                .mapTo(int.class)
                .one());
  }

  /**
   * @param act what the audit log calls it
   * @param by the person themselves, or an administrator; ends the person's sessions
   */
  void remove(String userName, String act, String by) {
    database.write(
        h -> {
          int removed = h.execute("delete from second_factor where user_name = ?", userName);
          ConsoleUsers.endSessions(h, userName);
          audit.add(h, by, act, userName, "");
          return removed;
        });
  }

  private static void keep(Handle h, String userName, String recovery) {
    h.execute(
        "insert into recovery_code (user_name, hash) values (?, ?)",
        userName,
        RecoveryCodes.hash(userName, recovery));
  }
}
