package hallmonitor.moderation.console.people;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What opens an invitation: 256 random bits. The database knows only its hash, and it is in no log.
 *
 * @param token as it stands in the mail
 */
record InvitationLink(String token) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  static InvitationLink random() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return new InvitationLink(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  boolean isWellFormed() {
    return FORM.matcher(token).matches();
  }

  /** Returns the SHA-256; enough, since the token cannot be guessed. */
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "InvitationLink[withheld]";
  }
}
