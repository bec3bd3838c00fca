package hallmonitor.moderation.console.access;

import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A signed-in browser, or one that is half-way there. Its {@link #getName() name} is what the
 * encrypted cookie holds: beside the user name how and when they signed in, so that it ends by
 * itself and dies with a password change.
 */
record Session(String userName, Instant since, Way way) implements Principal {
  private static final Pattern NAME = Pattern.compile("((?:[a-z]+-)?)([0-9]{1,15}):(.+)");

  /** How somebody came in, and for how long that counts. */
  enum Way {
    /** With the second step where one is set up. */
    PASSWORD("", Duration.ofHours(12)),
    /** The provider saw to the password and whatever it asks for beside it. */
    SINGLE_SIGN_ON("sso-", Duration.ofHours(12)),
    /** The password was right and the code is still asked for: no session, and never made one. */
    HALF("half-", Duration.ofMinutes(5));

    private final String prefix;
    private final Duration longest;

    Way(String prefix, Duration longest) {
      this.prefix = prefix;
      this.longest = longest;
    }
  }

  /** From a cookie; empty for anything that this program did not write. */
  static Optional<Session> parse(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Instant since = Instant.ofEpochMilli(Long.parseLong(parts.group(2)));
    return Stream.of(Way.values())
        .filter(way -> way.prefix.equals(parts.group(1)))
        .map(way -> new Session(parts.group(3), since, way))
        .findFirst();
  }

  boolean half() {
    return way == Way.HALF;
  }

  /** Whether it still counts for this person at this time. */
  boolean holdsFor(ConsoleUser person, Instant now) {
    return !person.removed()
        && since.toEpochMilli() >= person.sessionsFrom().toEpochMilli()
        && now.isBefore(since.plus(way.longest));
  }

  @Override
  public String getName() {
    return way.prefix + since.toEpochMilli() + ":" + userName;
  }
}
