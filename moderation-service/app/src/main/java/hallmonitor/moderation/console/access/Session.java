package hallmonitor.moderation.console.access;

import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A signed-in browser, or one between password and code. Its {@link #getName() name} is stored in
 * the encrypted cookie: the user name and how and when the person signed in, so that the session
 * expires and ends with a password change.
 */
public record Session(String userName, Instant since, Way way) implements Principal {
  private static final Pattern NAME = Pattern.compile("((?:[a-z]+-)?)([0-9]{1,15}):(.+)");

  /** How a person signed in, and how long that is valid. */
  public enum Way {
    /** With the second factor, if one is set up. */
    PASSWORD("", Duration.ofHours(12)),
    /** The provider checked the password and any second factor. */
    SINGLE_SIGN_ON("sso-", Duration.ofHours(12)),
    /**
     * The password was correct and the code is pending; this is no session and never becomes one.
     */
    HALF("half-", Duration.ofMinutes(5));

    private final String prefix;
    private final Duration longest;

    Way(String prefix, Duration longest) {
      this.prefix = prefix;
      this.longest = longest;
    }
  }

  /** Parses a cookie; empty for anything that this program did not write. */
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

  /** Returns whether it is still valid for this person at this time. */
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
