package hallmonitor.ingest.connector.api;

import hallmonitor.ingest.connector.PushSecrets;
import java.util.List;
import java.util.Optional;

/** The keys by which one system's deliveries are known. One that can be guessed is none. */
final class DeliveryKeys {
  /** Characters; 24 of hex digits are 96 bits. */
  static final int SHORTEST = 24;

  private final PushSecrets secrets;

  DeliveryKeys(PushSecrets secrets) {
    this.secrets = secrets;
  }

  List<String> all() {
    return secrets.signing().stream().filter(key -> key.length() >= SHORTEST).toList();
  }

  /** Returns why some or all deliveries are refused, and what to do; empty if all is well. */
  Optional<String> trouble() {
    List<String> found = secrets.signing();
    if (found.isEmpty()) {
      return Optional.of(
          "There is no key by which deliveries are known; put one into the file push-%s of the secrets folder."
              .formatted(secrets.account()));
    }
    return found.stream().allMatch(key -> key.length() >= SHORTEST)
        ? Optional.empty()
        : Optional.of(
            "A key in the file push-%s of the secrets folder is shorter than %d characters and is not taken; make another one with 'openssl rand -hex 32'."
                .formatted(secrets.account(), SHORTEST));
  }
}
