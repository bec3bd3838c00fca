package hallmonitor.ingest.credential;

import com.fasterxml.jackson.core.type.TypeReference;
import hallmonitor.contract.event.CredentialOrder;
import hallmonitor.contract.event.CredentialPlace;
import hallmonitor.contract.event.CredentialReception.SignIn;
import hallmonitor.contract.event.CredentialResult.Option;
import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.SealedCredentials;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PlatformSignIn;
import hallmonitor.ingest.connector.PlatformSignIn.Arrival;
import hallmonitor.ingest.connector.PlatformSignIn.Ask;
import hallmonitor.ingest.connector.PlatformSignIn.Departure;
import hallmonitor.ingest.connector.PlatformSignIn.OfferedAccount;
import hallmonitor.ingest.connector.SignInRefused;
import hallmonitor.messaging.credential.CredentialPayload;
import java.net.URI;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Leads people to the platforms' sign-in pages, and makes a credential of what comes back: three
 * orders at most, for the page, for the code, and for the choice among several accounts.
 */
public final class SignIns {
  /** What became of an order. */
  sealed interface Exchanged {
    /** The page can be opened. */
    record Page(URI address, String returns) implements Exchanged {}

    /** The credential, in the form that the platform's connector reads. */
    record Usable(String secret) implements Exchanged {
      public Usable {
        Objects.requireNonNull(secret, "secret");
      }

      @Override
      public String toString() {
        return "Usable[withheld]";
      }
    }

    /** Several pages or channels; the person chooses one. */
    record Several(List<Option> options) implements Exchanged {
      public Several {
        options = List.copyOf(options);
      }
    }
  }

  private static final TypeReference<List<OfferedAccount>> ACCOUNTS = new TypeReference<>() {};

  private final Map<String, Platform> platforms;
  private final AccountSecrets secrets;
  private final SignInSteps steps;

  /**
   * Creates the sign-ins.
   *
   * @param platforms by name
   */
  public SignIns(
      Map<String, Platform> platforms,
      AccountSecrets secrets,
      SealedCredentials sealing,
      InstantSource clock) {
    this.platforms = Map.copyOf(platforms);
    this.secrets = secrets;
    this.steps = new SignInSteps(sealing, clock);
  }

  /** Returns where people can sign in now, in alphabetical order. */
  List<SignIn> offered() {
    return platforms.values().stream()
        .flatMap(platform -> offered(platform))
        .sorted(Comparator.comparing(SignIn::platform))
        .toList();
  }

  private Stream<SignIn> offered(Platform platform) {
    return platform.signIn().stream()
        .filter(one -> one.isReady(secrets))
        .map(one -> new SignIn(platform.name(), one.scopes()));
  }

  /**
   * Takes the step that an order asks for. Called for one order at a time, and again after a crash.
   *
   * @throws SignInRefused if the person has to start again, or somebody has to fix something first
   */
  Exchanged exchange(Handle transaction, CredentialOrder.Store order, CredentialPayload payload)
      throws PlatformException, SignInRefused {
    CredentialPlace place = order.place();
    PlatformSignIn there = signIn(order);
    if (payload instanceof CredentialPayload.SignInStart start) {
      return departed(there, transaction, order, start);
    }
    if (payload instanceof CredentialPayload.AuthorizationCode code) {
      return arrived(there, transaction, order, code);
    }
    CredentialPayload.Choice choice = (CredentialPayload.Choice) payload;
    return steps.read(transaction, choice.asked(), place, ACCOUNTS).stream()
        .filter(one -> one.id().equals(choice.id()))
        .findFirst()
        .map(one -> new Exchanged.Usable(one.credential()))
        .orElseThrow(() -> new SignInRefused(SignInRefused.Why.CODE));
  }

  private Exchanged departed(
      PlatformSignIn there,
      Handle transaction,
      CredentialOrder.Store order,
      CredentialPayload.SignInStart start)
      throws PlatformException, SignInRefused {
    Departure departure =
        there.depart(
            CredentialTrial.access(order.place(), secrets),
            new Ask(start.redirect(), start.state(), start.codeChallenge()));
    steps.keep(transaction, order.orderId(), order.place(), departure.kept());
    return new Exchanged.Page(departure.address(), departure.returns());
  }

  private Exchanged arrived(
      PlatformSignIn there,
      Handle transaction,
      CredentialOrder.Store order,
      CredentialPayload.AuthorizationCode code)
      throws PlatformException, SignInRefused {
    String kept = steps.take(transaction, code.asked(), order.place());
    List<OfferedAccount> offered =
        there.arrive(
            CredentialTrial.access(order.place(), secrets),
            new Arrival(code.code(), code.codeVerifier(), code.redirect(), kept));
    if (offered.size() == 1) {
      return new Exchanged.Usable(offered.get(0).credential());
    }
    steps.keep(transaction, order.orderId(), order.place(), offered);
    return new Exchanged.Several(
        offered.stream().map(one -> new Option(one.id(), one.name())).toList());
  }

  private PlatformSignIn signIn(CredentialOrder.Store order) throws PlatformException {
    return Optional.ofNullable(platforms.get(order.place().platform()))
        .flatMap(Platform::signIn)
        .orElseThrow(
            () ->
                PlatformException.rejected(
                    "This platform has no sign-in here. Use an application password or a token."));
  }
}
