package hallmonitor.ingest.credential;

import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.OwnKeys;
import hallmonitor.ingest.account.SealedCredentials;
import hallmonitor.messaging.credential.CredentialKeys;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The keys that credentials are taken and stored with. Both are made at the first start if nobody
 * provided them.
 */
final class ReceptionKeys {
  private static final System.Logger LOG = System.getLogger(ReceptionKeys.class.getName());

  private final AccountSecrets secrets;
  private final Path folder;

  /**
   * Creates the keys' reader.
   *
   * @param folder the secrets folder
   */
  ReceptionKeys(AccountSecrets secrets, Path folder) {
    this.secrets = secrets;
    this.folder = folder;
  }

  /** Makes what is missing, where the folder can be written. */
  void makeMissing() {
    makeMissing(SealedCredentials.KEY, OwnKeys::random);
    makeMissing(CredentialKeys.SECRET, CredentialKeys::create);
  }

  private void makeMissing(String name, Supplier<String> key) {
    if (secrets.find(name).isPresent()) {
      return;
    }
    Path file = folder.resolve(name);
    try {
      OwnKeys.write(file, key.get());
      LOG.log(
          System.Logger.Level.INFO,
          "the key {0} is new; back it up apart from the database",
          file.toAbsolutePath());
    } catch (FileAlreadyExistsException e) {
      // Another instance makes it at this moment.
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, trouble(name));
    }
  }

  private static String trouble(String name) {
    return "Credentials cannot be taken, because the secret '%s' is missing and cannot be made in the secrets folder. Provide it as the guide 'Connect' says."
        .formatted(name);
  }

  /** Returns what keeps credentials from being taken, and what to do; empty if nothing does. */
  Optional<String> trouble() {
    for (String name : new String[] {SealedCredentials.KEY, CredentialKeys.SECRET}) {
      if (secrets.find(name).isEmpty()) {
        return Optional.of(trouble(name));
      }
    }
    return read().isPresent()
        ? Optional.empty()
        : Optional.of(
            "Credentials cannot be taken, because the secret '%s' holds no key. Delete it and restart the ingest service."
                .formatted(CredentialKeys.SECRET));
  }

  /** Returns the keys that open what was handed over; read at each use. */
  Optional<CredentialKeys> read() {
    try {
      return secrets.find(CredentialKeys.SECRET).map(CredentialKeys::new);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
