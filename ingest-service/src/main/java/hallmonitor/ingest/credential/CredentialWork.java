package hallmonitor.ingest.credential;

import hallmonitor.contract.event.CredentialOrder;
import hallmonitor.contract.event.CredentialPlace;
import hallmonitor.contract.event.CredentialResult;
import hallmonitor.contract.event.CredentialResult.ChoiceAsked;
import hallmonitor.contract.event.CredentialResult.Connected;
import hallmonitor.contract.event.CredentialResult.Failed;
import hallmonitor.contract.event.CredentialResult.Identity;
import hallmonitor.contract.event.CredentialResult.Kind;
import hallmonitor.contract.event.CredentialResult.Removed;
import hallmonitor.contract.event.CredentialResult.SignInReady;
import hallmonitor.contract.event.CredentialResult.Why;
import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.CredentialDestinations;
import hallmonitor.ingest.account.CredentialDestinations.Destination;
import hallmonitor.ingest.account.SealedCredentials;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.SignInRefused;
import hallmonitor.ingest.credential.CredentialTrial.Tried;
import hallmonitor.ingest.credential.SignIns.Exchanged;
import hallmonitor.messaging.credential.CredentialKeys;
import hallmonitor.messaging.credential.CredentialKeys.Unopened;
import hallmonitor.messaging.credential.CredentialPayload;
import hallmonitor.settings.district.WebAddresses;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Carries out one order: opens it, tries what it holds, and stores that if it works. */
final class CredentialWork {
  private static final System.Logger LOG = System.getLogger(CredentialWork.class.getName());

  /** Why an order ends here. */
  private static final class Stop extends Exception {
    private final Why why;
    private final String sentence;

    Stop(Why why, String sentence) {
      super(why.name());
      this.why = why;
      this.sentence = sentence;
    }
  }

  /** Something that a platform is asked. */
  private interface OnPlatform<T> {
    T answer() throws PlatformException, SignInRefused;
  }

  private final ReceptionKeys keys;
  private final CredentialTrial trial;
  private final SignIns signIns;
  private final AccountSecrets secrets;
  private final SealedCredentials credentials;
  private final CredentialDestinations destinations;
  private final InstantSource clock;

  CredentialWork(
      ReceptionKeys keys,
      CredentialTrial trial,
      SignIns signIns,
      AccountSecrets secrets,
      SealedCredentials credentials,
      CredentialDestinations destinations,
      InstantSource clock) {
    this.keys = keys;
    this.trial = trial;
    this.signIns = signIns;
    this.secrets = secrets;
    this.credentials = credentials;
    this.destinations = destinations;
    this.clock = clock;
  }

  /** Never throws for a fault of the order or of the platform: that is a result. */
  CredentialResult of(Handle transaction, CredentialOrder order) {
    Instant now = clock.instant();
    try {
      return order instanceof CredentialOrder.Store store
          ? stored(transaction, store, now)
          : removed(transaction, order, now);
    } catch (Stop stop) {
      return failed(order, stop.why, stop.sentence, now);
    } catch (SignInRefused e) {
      return SignInSentences.failed(order, e, now);
    } catch (PlatformException e) {
      return failed(order, why(e.fault()), e.fault().sentence(), now);
    }
  }

  private static CredentialResult failed(
      CredentialOrder order, Why why, String sentence, Instant now) {
    return new Failed(order.orderId(), order.place().account(), why, sentence, now);
  }

  private static Why why(Fault fault) {
    if (fault instanceof Fault.AuthLost) {
      return Why.SIGN_IN;
    }
    return fault instanceof Fault.Transient || fault instanceof Fault.Throttled
        ? Why.UNREACHABLE
        : Why.REFUSED;
  }

  private CredentialResult stored(Handle transaction, CredentialOrder.Store order, Instant now)
      throws Stop, PlatformException, SignInRefused {
    CredentialPlace place = order.place();
    Destination there = destination(place);
    CredentialPayload payload = opened(order, now);
    if (!(payload instanceof CredentialPayload.Secret pasted)) {
      return exchanged(transaction, order, payload, there, now);
    }
    return tried(transaction, order, pasted.secret().strip(), there, now);
  }

  private CredentialResult exchanged(
      Handle transaction,
      CredentialOrder.Store order,
      CredentialPayload payload,
      Destination there,
      Instant now)
      throws Stop, PlatformException, SignInRefused {
    Exchanged exchanged = foreseen(order, () -> signIns.exchange(transaction, order, payload));
    if (exchanged instanceof Exchanged.Page page) {
      return new SignInReady(
          order.orderId(), order.place().account(), page.address(), page.returns(), now);
    }
    return exchanged instanceof Exchanged.Several several
        ? new ChoiceAsked(order.orderId(), order.place().account(), several.options(), now)
        : tried(transaction, order, ((Exchanged.Usable) exchanged).secret(), there, now);
  }

  private CredentialResult tried(
      Handle transaction,
      CredentialOrder.Store order,
      String secret,
      Destination there,
      Instant now)
      throws Stop, PlatformException, SignInRefused {
    Tried tried = foreseen(order, () -> trial.of(order.place(), secret));
    if (!secret.isEmpty()) {
      Optional<Identity> account = tried.identity().filter(one -> one.kind() == Kind.ACCOUNT);
      requireSame(inUse(transaction, order, there), account);
      destinations.of(order.place().credential(), there);
      credentials.store(transaction, order.place().credential(), there, secret, account);
    }
    LOG.log(System.Logger.Level.INFO, "the account {0} has a credential", order.key());
    return new Connected(
        order.orderId(),
        order.place().account(),
        tried.capabilities(),
        tried.newest(),
        now,
        tried.identity());
  }

  /** A credential from before its account was noted is asked itself, while it works. */
  private Optional<Identity> inUse(
      Handle transaction, CredentialOrder.Store order, Destination there)
      throws Stop, SignInRefused {
    CredentialPlace place = order.place();
    Optional<Identity> noted = credentials.identity(transaction, place.credential());
    if (noted.isPresent()) {
      return noted;
    }
    AccountSecrets stored = secrets.sentTo(there, destinations, credentials);
    try {
      return foreseen(order, () -> trial.inUse(place, stored))
          .filter(one -> one.kind() == Kind.ACCOUNT);
    } catch (PlatformException e) {
      throw new Stop(
          why(e.fault()),
          "The platform did not say who the password in use belongs to, so nothing was changed. Try again later; if it stays so, disconnect the account and connect it again. %s"
              .formatted(e.fault().sentence()));
    }
  }

  /** One page's token must not take the place of another's: nobody agreed to that account. */
  private static void requireSame(Optional<Identity> before, Optional<Identity> now) throws Stop {
    if (before.isPresent() && !now.map(Identity::id).equals(before.map(Identity::id))) {
      throw new Stop(
          Why.OTHER_ACCOUNT,
          "It belongs to %s there, but %s is connected. Nothing was changed. Sign in as %s; to connect another one, add it as an account of its own."
              .formatted(now.map(Identity::toString).orElse("nobody"), before.get(), before.get()));
    }
  }

  /** A connector's own failure must not be tried forever, nor quote what it was given. */
  private static <T> T foreseen(CredentialOrder.Store order, OnPlatform<T> ask)
      throws PlatformException, SignInRefused {
    try {
      return ask.answer();
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.ERROR,
          "the credential of {0} was not tried: {1}",
          order.key(),
          e.getClass().getName());
      throw PlatformException.rejected(
          "The test failed in a way that nobody foresaw; the log of the ingest service says more.");
    }
  }

  private CredentialPayload opened(CredentialOrder.Store order, Instant now) throws Stop {
    CredentialKeys own =
        keys.read()
            .orElseThrow(() -> new Stop(Why.FAILED, keys.trouble().orElse("There is no key.")));
    try {
      return own.open(order, now);
    } catch (Unopened e) {
      throw e.isExpired()
          ? new Stop(Why.EXPIRED, "It waited longer than ten minutes. Enter it again.")
          : new Stop(
              Why.UNREADABLE,
              "It was not made for this account and address, or with another key. Enter it again.");
    }
  }

  private Destination destination(CredentialPlace place) throws Stop {
    if (!trial.knows(place.platform())) {
      throw new Stop(Why.PLATFORM, "There is no connector for this platform.");
    }
    URI address =
        address(place.baseUrl())
            .orElseThrow(
                () ->
                    new Stop(
                        Why.ADDRESS,
                        "The address must start with https:// and hold no user name."));
    Destination there = Destination.of(place.platform(), address);
    Optional<Destination> first = destinations.known(place.credential());
    if (first.isPresent() && !first.get().equals(there)) {
      throw new Stop(
          Why.BELONGS_ELSEWHERE,
          "A credential with the name '%s' belongs to %s. Choose another short name for the account."
              .formatted(place.credential(), first.get()));
    }
    if (secrets.hasPlain(place.credential())) {
      throw new Stop(
          Why.KEPT_ON_SERVER,
          "The server keeps the credential '%s' in a file or a variable, which goes first. Ask the server's administrator to remove it there."
              .formatted(place.credential()));
    }
    return there;
  }

  private static Optional<URI> address(String text) {
    try {
      return Optional.of(new URI(text))
          .filter(WebAddresses::isSafe)
          .filter(address -> address.getUserInfo() == null);
    } catch (java.net.URISyntaxException e) {
      return Optional.empty();
    }
  }

  private CredentialResult removed(Handle transaction, CredentialOrder order, Instant now)
      throws Stop {
    if (secrets.hasPlain(order.place().credential())) {
      throw new Stop(
          Why.KEPT_ON_SERVER,
          "The server keeps the credential '%s' in a file or a variable. Ask the server's administrator to remove it there."
              .formatted(order.place().credential()));
    }
    credentials.remove(transaction, order.place().credential());
    return new Removed(order.orderId(), order.place().account(), now);
  }
}
