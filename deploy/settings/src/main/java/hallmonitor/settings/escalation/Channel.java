package hallmonitor.settings.escalation;

import java.util.Objects;
import java.util.Optional;

/**
 * Where alarms go when mail does not work.
 *
 * @param id unique in the file
 * @param url name of the secret with the address
 * @param key name of the signing secret; absent for no signature
 * @param privateNetwork whether the address may be on this machine or in the district's own network
 */
public record Channel(
    String id, Shape shape, String url, Optional<String> key, boolean privateNetwork) {
  /** The payload format that a receiver expects. */
  public enum Shape {
    GENERIC,
    TEAMS,
    SLACK
  }

  public Channel {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(url, "url");
  }
}
