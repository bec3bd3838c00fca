package hallmonitor.settings.escalation;

import java.util.Objects;
import java.util.Optional;

/**
 * Where an alarm goes when no mail does.
 *
 * @param id unique in the file
 * @param url name of the secret that holds the address
 * @param key name of the secret that signs; absent to sign nothing
 * @param privateNetwork whether the address may lie on this machine or in the district's own
 *     network
 */
public record Channel(
    String id, Shape shape, String url, Optional<String> key, boolean privateNetwork) {
  /** What a receiver wants to read. */
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
