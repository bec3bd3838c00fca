package hallmonitor.ingest.credential;

import hallmonitor.contract.event.CredentialPlace;
import hallmonitor.contract.event.CredentialResult.Identity;
import hallmonitor.contract.event.CredentialResult.Newest;
import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.ForeignText;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.Platform.Access;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.Sighting;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Tries a credential on its platform. Reads only; changes nothing there. */
final class CredentialTrial {
  private static final int LONGEST = 200;
  private static final double REQUESTS_PER_SECOND = 10;

  /**
   * What the platform showed.
   *
   * @param capabilities in the words of files and events
   * @param identity who the credential belongs to; empty if the platform does not tell
   */
  record Tried(List<String> capabilities, Optional<Newest> newest, Optional<Identity> identity) {}

  private final Map<String, Platform> platforms;
  private final AccountSecrets secrets;

  CredentialTrial(Map<String, Platform> platforms, AccountSecrets secrets) {
    this.platforms = Map.copyOf(platforms);
    this.secrets = secrets;
  }

  boolean knows(String platform) {
    return platforms.containsKey(platform);
  }

  /**
   * Signs in with a credential and reads the newest comments.
   *
   * @throws PlatformException if the platform does not accept it, or its user may not moderate
   */
  Tried of(CredentialPlace place, String secret) throws PlatformException {
    Platform platform = Objects.requireNonNull(platforms.get(place.platform()), place.platform());
    Connector connector = platform.connect(access(place, secrets).with(secret));
    Optional<Identity> identity = identity(connector);
    connector.verifyActs();
    return new Tried(
        connector.capabilities().stream().sorted().map(Capability::word).toList(),
        newest(connector.poll("").sightings()),
        identity);
  }

  /**
   * Asks the platform who the credential in use belongs to. Empty if it does not tell, or no longer
   * accepts it: most often it is renewed because it ended.
   *
   * @param stored gives the credential in use
   * @throws PlatformException if the platform gave no answer to that, so that it may be anyone's
   */
  Optional<Identity> inUse(CredentialPlace place, AccountSecrets stored) throws PlatformException {
    if (stored.credential(place.credential()).isEmpty()) {
      return Optional.empty();
    }
    Platform platform = Objects.requireNonNull(platforms.get(place.platform()), place.platform());
    try {
      return identity(platform.connect(access(place, stored)));
    } catch (PlatformException e) {
      if (e.fault() instanceof Fault.AuthLost) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static Optional<Identity> identity(Connector connector) throws PlatformException {
    return connector.verifyAuth().filter(one -> !one.id().isBlank()).map(ForeignText::clean);
  }

  /** Returns the access to a place for a few requests, before an account is read there. */
  static Access access(CredentialPlace place, AccountSecrets secrets) {
    return new Access(
        place.account(),
        URI.create(place.baseUrl()),
        place.credential(),
        Set.of(),
        secrets,
        new RateBudget(REQUESTS_PER_SECOND, 2 * REQUESTS_PER_SECOND, System::nanoTime),
        () -> true);
  }

  private static Optional<Newest> newest(List<Sighting> sightings) {
    return sightings.stream()
        .max(Comparator.comparing(one -> one.claimedAt().orElse(Instant.EPOCH)))
        .map(
            one ->
                new Newest(
                    ForeignText.line(one.post().title(), LONGEST),
                    one.permalink(),
                    one.claimedAt()));
  }
}
