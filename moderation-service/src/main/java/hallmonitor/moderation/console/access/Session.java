package hallmonitor.moderation.console.access;

import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A signed-in browser. Its {@link #getName() name} is what the encrypted cookie holds: beside the
 * user name the moment of sign-in, so that a session ends after {@link #LONGEST} and dies with a
 * password change.
 */
record Session(String userName, Instant since) implements Principal {
  static final Duration LONGEST = Duration.ofHours(12);

  /** From a cookie; empty for anything that this program did not write. */
  static Optional<Session> parse(String name) {
    int colon = name.indexOf(':');
    try {
      return colon < 1
          ? Optional.empty()
          : Optional.of(
              new Session(
                  name.substring(colon + 1),
                  Instant.ofEpochMilli(Long.parseLong(name.substring(0, colon)))));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Whether it still counts for this person at this time. */
  boolean holdsFor(Person person, Instant now) {
    return !person.removed()
        && since.toEpochMilli() >= person.passwordChangedAt().toEpochMilli()
        && now.isBefore(since.plus(LONGEST));
  }

  @Override
  public String getName() {
    return since.toEpochMilli() + ":" + userName;
  }
}
