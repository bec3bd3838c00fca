package hallmonitor.notifier.answer;

import java.util.Optional;
import java.util.UUID;

/**
 * What a request says about the page besides the link.
 *
 * @param look the sign that this browser had words shown; empty for none
 * @param open the case whose comment is unfolded
 */
public record Glance(String look, Optional<UUID> open) {
  public static final Glance FIRST = new Glance("", Optional.empty());
}
