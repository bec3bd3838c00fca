package hallmonitor.moderation.console.access.sso;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One attempt to sign in, stored in an encrypted cookie in its browser. Each random value has 256
 * bits.
 *
 * @param state returns with the browser, and shows that this browser asked
 * @param nonce returns within the ID token, and shows that the token is for this attempt
 * @param verifier shows the token endpoint that the client that redeems the code asked for it (RFC
 *     7636)
 * @param returnTo the page to show afterward
 */
public record Flow(State state, Nonce nonce, CodeVerifier verifier, String returnTo) {
  private static final Pattern TEXT =
      Pattern.compile("flow\\|([\\w-]{43})\\|([\\w-]{43})\\|([\\w-]{43})\\|(/.*)");

  public static Flow begin(String returnTo) {
    return new Flow(new State(), new Nonce(), new CodeVerifier(), returnTo);
  }

  public static Optional<Flow> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    return parts.matches()
        ? Optional.of(
            new Flow(
                new State(parts.group(1)),
                new Nonce(parts.group(2)),
                new CodeVerifier(parts.group(3)),
                parts.group(4)))
        : Optional.empty();
  }

  public String text() {
    return String.join(
        "|", "flow", state.getValue(), nonce.getValue(), verifier.getValue(), returnTo);
  }

  public boolean isState(String given) {
    return state.getValue().equals(given);
  }
}
