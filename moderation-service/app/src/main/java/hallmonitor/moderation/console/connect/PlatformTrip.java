package hallmonitor.moderation.console.connect;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person's way to a platform's sign-in page and back, stored in an encrypted cookie in their
 * browser. State and verifier have 256 random bits.
 *
 * @param order by which the page was asked for
 * @param state shows, when it comes back, that this browser asked
 * @param verifier shows the platform that the one who redeems the code asked for it (RFC 7636)
 * @param traveler a user name, or the token of an invitation's link
 * @param invited whether the traveler came by a link
 */
record PlatformTrip(
    UUID connection,
    UUID order,
    State state,
    CodeVerifier verifier,
    String traveler,
    boolean invited) {
  private static final String UUID_FORM = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final Pattern TEXT =
      Pattern.compile(
          "trip\\|(%1$s)\\|(%1$s)\\|([\\w-]{43})\\|([\\w-]{43})\\|(user|link)\\|(.+)"
              .formatted(UUID_FORM));

  static Optional<PlatformTrip> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    return parts.matches()
        ? Optional.of(
            new PlatformTrip(
                UUID.fromString(parts.group(1)),
                UUID.fromString(parts.group(2)),
                new State(parts.group(3)),
                new CodeVerifier(parts.group(4)),
                parts.group(6),
                parts.group(5).equals("link")))
        : Optional.empty();
  }

  String text() {
    return String.join(
        "|",
        "trip",
        connection.toString(),
        order.toString(),
        state.getValue(),
        verifier.getValue(),
        invited ? "link" : "user",
        traveler);
  }

  /** Returns the page to show afterward. */
  String page() {
    return invited ? ConnectionLinks.PATH + traveler : "/connections/" + connection;
  }
}
