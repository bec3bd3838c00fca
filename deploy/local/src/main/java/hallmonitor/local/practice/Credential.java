package hallmonitor.local.practice;

import hallmonitor.standin.web.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** The moderator's name and application password, checked as WordPress does. */
final class Credential {
  private final String user;
  private final byte[] password;

  /**
   * Parses a credential.
   *
   * @param userAndPassword {@code user:application password}; spaces in the password are ignored
   * @throws IllegalArgumentException if there is no colon or a part is empty
   */
  Credential(String userAndPassword) {
    int colon = userAndPassword.indexOf(':');
    this.user = colon < 0 ? "" : userAndPassword.substring(0, colon).trim();
    this.password = bare(userAndPassword.substring(colon + 1));
    if (user.isEmpty() || password.length == 0) {
      throw new IllegalArgumentException(
          "The practice page's credential must be written as user:application password.");
    }
  }

  String user() {
    return user;
  }

  boolean isGivenBy(Request request) {
    String header = request.header("authorization").orElse("");
    if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
      return false;
    }
    try {
      String given =
          new String(
              Base64.getDecoder().decode(header.substring(6).trim()), StandardCharsets.UTF_8);
      int colon = given.indexOf(':');
      return colon > 0
          && given.substring(0, colon).equals(user)
          && MessageDigest.isEqual(bare(given.substring(colon + 1)), password);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * WordPress shows application passwords in groups and ignores everything but letters and digits.
   */
  private static byte[] bare(String password) {
    return password.replaceAll("[^a-zA-Z0-9]", "").getBytes(StandardCharsets.UTF_8);
  }
}
