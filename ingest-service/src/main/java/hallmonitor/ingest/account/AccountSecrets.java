package hallmonitor.ingest.account;

import hallmonitor.ingest.account.CredentialDestinations.Destination;
import hallmonitor.settings.secret.NamedSecrets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the secrets of an account. What is sealed is held for some seconds; else nothing is cached,
 * so a changed secret takes effect at its next use.
 *
 * <p>Credentials, which {@code district.yaml} names, lie apart from all other secrets: in the
 * folder {@code accounts}, in variables of their own, or sealed in the database. So no line of that
 * file can have the key that signs the evidence sent somewhere as a password.
 */
public final class AccountSecrets {
  private final Path folder;
  private final Function<String, String> environment;
  private final Function<String, Optional<String>> refusal;
  private final Function<String, SealedCredentials.Found> sealed;
  private final boolean appsOnThisMachine;

  /**
   * Creates a finder for credentials that may be sent anywhere.
   *
   * @param folder the secrets folder
   * @param environment {@code System::getenv}, or a test's own
   */
  public AccountSecrets(Path folder, Function<String, String> environment) {
    this(
        folder,
        environment,
        credential -> Optional.empty(),
        credential -> SealedCredentials.Found.NONE,
        false);
  }

  private AccountSecrets(
      Path folder,
      Function<String, String> environment,
      Function<String, Optional<String>> refusal,
      Function<String, SealedCredentials.Found> sealed,
      boolean appsOnThisMachine) {
    this.folder = folder;
    this.environment = environment;
    this.refusal = refusal;
    this.sealed = sealed;
    this.appsOnThisMachine = appsOnThisMachine;
  }

  /**
   * Returns the same finder, which says whether the secret of a registered app may also go to this
   * machine, where stand-ins of the platforms run.
   */
  public AccountSecrets appsOnThisMachine(boolean allowed) {
    return new AccountSecrets(folder, environment, refusal, sealed, allowed);
  }

  /** Returns whether the secret of a registered app may go to this machine. */
  public boolean appsOnThisMachine() {
    return appsOnThisMachine;
  }

  /** Returns a finder that gives only credentials that may be sent there. */
  public AccountSecrets sentTo(
      Destination there, CredentialDestinations destinations, SealedCredentials credentials) {
    return new AccountSecrets(
        folder,
        environment,
        credential -> refusal(credential, destinations.of(credential, there), there),
        credential -> credentials.find(credential, there),
        appsOnThisMachine);
  }

  /** Returns a finder that gives this credential under every name, to try it. */
  public AccountSecrets withCredential(String secret) {
    return new AccountSecrets(
            folder,
            variable ->
                variable.startsWith(NamedSecrets.CREDENTIAL) ? secret : environment.apply(variable))
        .appsOnThisMachine(appsOnThisMachine);
  }

  private static Optional<String> refusal(
      String credential, Destination allowed, Destination there) {
    return allowed.equals(there)
        ? Optional.empty()
        : Optional.of(
            "The credential '%s' belongs to %s and is not sent to %s. If that is right, store a credential for it under another name, and write that name into district.yaml."
                .formatted(credential, allowed, there));
  }

  /**
   * Returns the trimmed credential: the variable {@code HALLMONITOR_CREDENTIAL_<NAME>} (upper case,
   * hyphens as underscores), the file of that name in the folder {@code accounts}, or what is
   * sealed in the database. Empty if there is none, if it may not be sent there, or if its name
   * could lead out of the folder.
   */
  public Optional<String> credential(String name) {
    return credentials()
        .findOrWarn(name)
        .or(() -> sealed.apply(name).secret())
        .filter(found -> refusal.apply(name).isEmpty());
  }

  /** Returns whether a variable or a file holds the credential, which goes before the database. */
  public boolean hasPlain(String name) {
    return credentials().findOrWarn(name).isPresent();
  }

  /**
   * Returns the trimmed secret with a name that the program chooses: the variable {@code
   * HALLMONITOR_SECRET_<NAME>}, or the file of that name in the secrets folder.
   */
  public Optional<String> find(String name) {
    return NamedSecrets.in(folder, environment).findOrWarn(name);
  }

  /** Returns one sentence that says how to provide a missing credential. */
  public String howToProvide(String name) {
    boolean isPlain = hasPlain(name);
    SealedCredentials.Found stored = sealed.apply(name);
    Optional<String> refused =
        isPlain || stored.isStored() ? refusal.apply(name) : Optional.empty();
    if (refused.isEmpty() && stored.isStored() && !isPlain) {
      return "The credential '%s' is stored, but no key in the secret '%s' opens it: put the key back there, or store the credential again with deploy/credential store %s."
          .formatted(name, SealedCredentials.KEY, name);
    }
    return refused.orElseGet(
        () ->
            "The credential '%s' is missing: store it with deploy/credential store %s, set the environment variable %s, or put it into the file %s."
                .formatted(name, name, credentials().variableOf(name), credentials().file(name)));
  }

  private NamedSecrets credentials() {
    return NamedSecrets.credentialsIn(folder, environment);
  }
}
