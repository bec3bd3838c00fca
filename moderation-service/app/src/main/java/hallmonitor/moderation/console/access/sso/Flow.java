package hallmonitor.moderation.console.access.sso;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One attempt to sign in, as the browser that makes it keeps it in an encrypted cookie.
 *
 * @param state comes back with the browser, and shows that this browser asked
 * @param nonce comes back within the ID token, and shows that the token is for this attempt
 * @param verifier shows the token endpoint that whoever redeems the code asked for it (RFC 7636)
 * @param returnTo the page to show afterwards
 */
public record Flow(String state, String nonce, String verifier, String returnTo) {
  private static final Pattern TEXT =
      Pattern.compile("flow\\|([\\w-]+)\\|([\\w-]+)\\|([\\w-]+)\\|(/.*)");
  private static final SecureRandom RANDOM = new SecureRandom();

  public static Flow begin(String returnTo) {
    return new Flow(random(), random(), random(), returnTo);
  }

  public static Optional<Flow> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    return parts.matches()
        ? Optional.of(new Flow(parts.group(1), parts.group(2), parts.group(3), parts.group(4)))
        : Optional.empty();
  }

  public String text() {
    return String.join("|", "flow", state, nonce, verifier, returnTo);
  }

  public boolean isState(String given) {
    return MessageDigest.isEqual(state.getBytes(US_ASCII), given.getBytes(US_ASCII));
  }

  /** By the method S256. */
  String challenge() {
    try {
      return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  /** 256 bits, as 43 characters. */
  private static String random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return base64(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
