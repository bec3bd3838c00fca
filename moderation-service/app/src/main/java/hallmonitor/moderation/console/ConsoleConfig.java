package hallmonitor.moderation.console;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ConfigMapping(prefix = "hallmonitor.console")
public interface ConsoleConfig {
  /** Returns the host names, without port, under which browsers may reach the console. */
  @WithDefault("localhost,127.0.0.1,[::1]")
  List<String> allowedHosts();

  /** Returns how often the database is checked for updates while a page is open; above 0. */
  @WithDefault("300ms")
  Duration liveEvery();

  /** Returns how long an account may be paused before every page shows an alarm; above 0. */
  @WithDefault("4h")
  Duration pausedAlarmAfter();

  /**
   * Returns the first day of the school year, as {@code --MM-dd}; reports offer the year to date.
   */
  @WithDefault("--08-01")
  MonthDay schoolYearFrom();

  /** Where browsers reach the console, without a path; single sign-on leads back there. */
  @WithDefault("http://127.0.0.1:8080")
  URI url();

  /** Where the practice page is, on an installation that has one; the first steps lead there. */
  Optional<URI> practice();

  /**
   * Where to read the mails of an installation that does not send any; the first steps lead there.
   */
  Optional<URI> mailbox();

  /**
   * Who signs in with a code in addition to the password; when not given, administrators of a
   * console that others reach.
   */
  Optional<SecondFactor> secondFactor();

  /** How often one network, or one device that is known, may try to sign in; above 0. */
  @WithDefault("30")
  int signInsAMinute();

  /** How long a session lasts that nobody uses; from 5 minutes to 12 hours. */
  @WithDefault("4h")
  Duration idleAfter();

  /** Whether browsers use https for all host names below the console's, too. */
  @WithDefault("false")
  boolean httpsForSubdomains();

  /** The user name that the first start makes; random when not given. */
  Optional<String> firstAdministrator();

  /**
   * For how many days an account cannot be the second person to the one who made or changed it; 0
   * to 365, 0 for not at all.
   */
  @WithDefault("30")
  int twoPersonsDays();

  /** Whether passwords sign people in; {@code off} needs single sign-on. */
  @WithDefault("on")
  PasswordSettings passwords();

  Optional<SingleSignOnSettings> sso();

  enum SecondFactor {
    OPTIONAL,
    REQUIRED_FOR_ADMINISTRATORS,
    REQUIRED
  }

  enum PasswordSettings {
    ON,
    OFF
  }

  /**
   * An OpenID Connect provider. Has no defaults, because with them it would always be configured.
   */
  interface SingleSignOnSettings {
    /** What stands in its ID tokens as {@code iss}, to the letter. */
    URI issuer();

    String clientId();

    /** What the sign-in page calls it; "your school account" when it is not given. */
    Optional<String> label();

    /** Domains with accounts that may sign in; all if there is none. */
    Optional<List<String>> allowedDomains();

    /** The claim with the email that a person was added with; {@code email} when not given. */
    Optional<String> emailClaim();

    /** The claim that holds roles or groups; without it, roles are assigned in the console. */
    Optional<String> rolesClaim();

    /**
     * The values of {@code acr} or {@code amr} that show a second factor, such as {@code mfa}; who
     * needs one here is then refused without. Not checked when not given.
     */
    Optional<List<String>> secondFactorValues();

    /** How long ago people may have signed in at the provider; any time when not given. */
    Optional<Duration> longestAge();

    /** From a value of that claim to a role of the console. */
    Map<String, String> roles();
  }
}
