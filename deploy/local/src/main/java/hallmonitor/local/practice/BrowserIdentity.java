package hallmonitor.local.practice;

import hallmonitor.standin.web.Request;
import hallmonitor.standin.web.RouteAnswer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Recognizes a browser's own comments: each browser carries a secret in a cookie, and the site
 * stores only its hash.
 */
final class BrowserIdentity {
  private static final String COOKIE = "practice_browser";
  private static final SecureRandom RANDOM = new SecureRandom();

  private BrowserIdentity() {}

  /** Returns the browser's hash; 0 if it has no secret yet. */
  static long of(Request request) {
    return request
        .cookie(COOKIE)
        .filter(secret -> secret.matches("[0-9a-f]{32}"))
        .map(BrowserIdentity::hash)
        .orElse(0L);
  }

  /** Sets a secret with this answer, unless the browser has one. */
  static RouteAnswer.Now remember(Request request, RouteAnswer.Now answer) {
    if (of(request) != 0) {
      return answer;
    }
    byte[] secret = new byte[16];
    RANDOM.nextBytes(secret);
    return answer.with(
        "Set-Cookie",
        COOKIE
            + "="
            + HexFormat.of().formatHex(secret)
            + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000");
  }

  private static long hash(String secret) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
      return ByteBuffer.wrap(digest).getLong() | 1; // never 0, which means no one
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
