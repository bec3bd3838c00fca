package hallmonitor.moderation.console.access;

import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * A signed-in browser, or one between password and code.
 *
 * @param id the hash that the database knows it by
 * @param since by the database's clock
 */
public record Session(String id, String userName, Instant since, Way way) implements Principal {
  private static final Duration FRESH = Duration.ofMinutes(10);

  /** How a person signed in, and how long that is valid. */
  public enum Way {
    /** With the second factor, if one is set up. */
    PASSWORD("password", Duration.ofHours(12)),
    /** The provider checked the password and any second factor. */
    SINGLE_SIGN_ON("single-sign-on", Duration.ofHours(12)),
    /** A passkey alone, which is two factors. */
    PASSKEY("passkey", Duration.ofHours(12)),
    /**
     * The password was correct and the code or the passkey is pending; this is no session and never
     * becomes one.
     */
    HALF("half", Duration.ofMinutes(5));

    private final String code;
    private final Duration longest;

    Way(String code, Duration longest) {
      this.code = code;
      this.longest = longest;
    }

    /** Returns its name in the database. */
    String code() {
      return code;
    }

    Duration longest() {
      return longest;
    }

    static Way of(String code) {
      return Stream.of(values()).filter(way -> way.code.equals(code)).findFirst().orElseThrow();
    }
  }

  /**
   * Returns whether the person signed in so short a time ago that the session may change how they
   * sign in.
   */
  boolean fresh(Instant now) {
    return !half() && now.isBefore(since.plus(FRESH));
  }

  boolean half() {
    return way == Way.HALF;
  }

  /** Returns whether it is still valid at this time. */
  boolean holds(Instant now) {
    return now.isBefore(since.plus(way.longest));
  }

  @Override
  public String getName() {
    return userName;
  }
}
