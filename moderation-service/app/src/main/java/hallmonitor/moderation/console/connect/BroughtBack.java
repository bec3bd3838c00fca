package hallmonitor.moderation.console.connect;

import hallmonitor.contract.event.CredentialResult.SignInReady;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a browser brings back from a platform, in the parameters of OAuth 2, of OAuth 1.0a (X), and
 * of WordPress, which sends a password instead of a code. Pure.
 *
 * @param parameter gives the value of a parameter; null for none
 */
record BroughtBack(Function<String, @Nullable String> parameter) {
  private static final int LONGEST = 4_000;
  private static final String DENIED = "access_denied";
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,60}");

  private Optional<String> get(String name) {
    return Optional.ofNullable(parameter.apply(name))
        .filter(value -> !value.isBlank() && value.length() <= LONGEST)
        .filter(value -> value.chars().noneMatch(Character::isISOControl));
  }

  /** Returns whether it belongs to the page that was prepared for the trip. */
  boolean belongsTo(PlatformTrip trip, SignInReady ready) {
    Optional<String> own = get("state").or(() -> get("oauth_token")).or(() -> get("denied"));
    boolean ours = get("state").map(trip.state().getValue()::equals).orElse(true);
    return ready.orderId().equals(trip.order())
        && own.filter(ready.returns()::equals).isPresent()
        && ours;
  }

  /** Returns whether the person did not allow it. */
  boolean isDenied() {
    return get("denied").isPresent() || get("error").filter(DENIED::equals).isPresent();
  }

  /** Returns the platform's code of another error (RFC 6749, section 4.1.2.1); empty for none. */
  Optional<String> error() {
    return get("error").map(code -> CODE.matcher(code).matches() ? code : "?");
  }

  /** Returns what the platform gave; empty if it gave nothing. */
  Optional<String> code() {
    return get("code")
        .or(() -> get("oauth_verifier"))
        .or(() -> get("user_login").flatMap(user -> get("password").map(own -> user + ":" + own)));
  }

  /** Returns whether WordPress says that it is another site than the one that was asked. */
  boolean isFromElsewhere(String address) {
    return get("site_url").isPresent() && !sameHost(get("site_url").get(), address);
  }

  /**
   * Returns whether the answer names another authorization server than the one that was asked (RFC
   * 9207): a platform's issuer is at the origin of its sign-in page. Most platforms name none.
   */
  boolean isOfAnotherIssuer(URI asked) {
    return Optional.ofNullable(parameter.apply("iss"))
        .filter(issuer -> !sameHost(issuer, asked.toString()))
        .isPresent();
  }

  private static boolean sameHost(String one, String other) {
    try {
      URI a = URI.create(one);
      URI b = URI.create(other);
      return a.getHost() != null && a.getHost().equalsIgnoreCase(b.getHost()) && port(a) == port(b);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Returns -1 for the standard port, whether or not it is written out. */
  private static int port(URI address) {
    int standard = "http".equalsIgnoreCase(address.getScheme()) ? 80 : 443;
    return address.getPort() == standard ? -1 : address.getPort();
  }
}
