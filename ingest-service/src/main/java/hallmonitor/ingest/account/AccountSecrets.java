package hallmonitor.ingest.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.ingest.account.CredentialDestinations.Destination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Finds the secrets of an account. What is sealed is held for some seconds; else nothing is cached,
 * so a changed secret takes effect at its next use.
 *
 * <p>Credentials, which {@code district.yaml} names, lie apart from all other secrets: in the
 * folder {@code accounts}, in variables of their own, or sealed in the database. So no line of that
 * file can have the key that signs the evidence sent somewhere as a password.
 */
public final class AccountSecrets {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
  private static final String SECRET = "HALLMONITOR_SECRET_";
  private static final String CREDENTIAL = "HALLMONITOR_CREDENTIAL_";

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
            variable -> variable.startsWith(CREDENTIAL) ? secret : environment.apply(variable))
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
    return find(CREDENTIAL, name, credentialFile(name))
        .or(() -> sealed.apply(name).secret())
        .filter(found -> refusal.apply(name).isEmpty());
  }

  /** Returns whether a variable or a file holds the credential, which goes before the database. */
  public boolean hasPlain(String name) {
    return find(CREDENTIAL, name, credentialFile(name)).isPresent();
  }

  /**
   * Returns the trimmed secret with a name that the program chooses: the variable {@code
   * HALLMONITOR_SECRET_<NAME>}, or the file of that name in the secrets folder.
   */
  public Optional<String> find(String name) {
    return find(SECRET, name, folder.resolve(name));
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
                .formatted(name, name, variable(CREDENTIAL, name), credentialFile(name)));
  }

  private Path credentialFile(String name) {
    return folder.resolve("accounts").resolve(name);
  }

  private Optional<String> find(String prefix, String name, Path file) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(environment.apply(variable(prefix, name)))
        .or(() -> text(file))
        .map(String::strip)
        .filter(secret -> !secret.isEmpty());
  }

  private static Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file, UTF_8));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      System.getLogger(AccountSecrets.class.getName())
          .log(
              System.Logger.Level.WARNING,
              "the secret {0} cannot be read ({1}); is its file readable by this service?",
              file.getFileName(),
              e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private static String variable(String prefix, String name) {
    return prefix + name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
  }
}
