package hallmonitor.ingest.connector;

import hallmonitor.ingest.account.AccountSecrets;
import java.util.List;
import java.util.Optional;

/**
 * The secrets of an account's deliveries. Their names follow from the account's id, so that no line
 * of a file can name another secret in their place.
 */
public final class PushSecrets {
  /** One in use, and during a rotation the one before or after it. */
  private static final int MOST = 2;

  private final AccountSecrets secrets;
  private final String account;

  public PushSecrets(Platform.Access access) {
    this.secrets = access.secrets();
    this.account = access.account();
  }

  /** Returns the id of the account that owns these secrets. */
  public String account() {
    return account;
  }

  /** Returns the secrets that sign deliveries, the newest first: the lines of one file. */
  public List<String> signing() {
    return secrets.find("push-" + account).stream()
        .flatMap(String::lines)
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .limit(MOST)
        .toList();
  }

  /** Returns the word with which a platform proves that a person set up its deliveries. */
  public Optional<String> verifyToken() {
    return secrets.find("verify-" + account);
  }
}
