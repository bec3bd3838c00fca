package hallmonitor.contract.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A connector read a post of an account, new or changed, whether anyone commented on it or not.
 * Published at least once, and again after ingest restarts; a version that is already the newest
 * one is not news.
 *
 * @param post the platform's post id, as in {@link CommentSeen.Post}
 * @param version name of this content, see {@link #versionOf}
 * @param title empty if the platform has no titles
 * @param text the complete text, without the platform's markup
 * @param pictures addresses of pictures and videos, in the post's order
 * @param claimedAt when the platform says it was written
 * @param observedAt when the connector read it
 */
public record PostSeen(
    String platform,
    String account,
    String post,
    String version,
    String title,
    String text,
    List<String> pictures,
    Optional<String> permalink,
    Optional<Instant> claimedAt,
    Instant observedAt) {
  public PostSeen {
    Objects.requireNonNull(platform, "platform");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(post, "post");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(observedAt, "observedAt");
    pictures = pictures == null ? List.of() : List.copyOf(pictures);
  }

  /** Returns the first 16 hex digits of a SHA-256 over everything that readers see. */
  public static String versionOf(String title, String text, List<String> pictures) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update((title + "\0" + text + "\0" + String.join("\0", pictures)).getBytes(UTF_8));
      return HexFormat.of().formatHex(sha.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the Kafka key, which keeps a post's versions in order. */
  public String key() {
    return account + "/" + post;
  }
}
