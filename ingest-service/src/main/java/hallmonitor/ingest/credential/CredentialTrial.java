package hallmonitor.ingest.credential;

import hallmonitor.contract.event.CredentialPlace;
import hallmonitor.contract.event.CredentialResult.Newest;
import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Platform;
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
  private static final double REQUESTS_PER_SECOND = 10;

  /**
   * What the platform showed.
   *
   * @param capabilities in the words of files and events
   */
  record Tried(List<String> capabilities, Optional<Newest> newest) {}

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
    Connector connector =
        platform.connect(
            new Platform.Access(
                place.account(),
                URI.create(place.baseUrl()),
                place.credential(),
                Set.of(),
                secrets.withCredential(secret),
                new RateBudget(REQUESTS_PER_SECOND, 2 * REQUESTS_PER_SECOND, System::nanoTime),
                () -> true));
    connector.verifyAuth();
    connector.verifyActs();
    return new Tried(
        connector.capabilities().stream().sorted().map(Capability::word).toList(),
        newest(connector.poll("").sightings()));
  }

  private static Optional<Newest> newest(List<Sighting> sightings) {
    return sightings.stream()
        .max(Comparator.comparing(one -> one.claimedAt().orElse(Instant.EPOCH)))
        .map(one -> new Newest(one.post().title(), one.permalink(), one.claimedAt()));
  }
}
