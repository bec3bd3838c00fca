package hallmonitor.moderation.console.comments;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.casework.CommentKey;
import io.quarkus.qute.TemplateExtension;
import java.util.Base64;
import java.util.Optional;

/**
 * A comment's part of an address: its account and its platform's id, which may contain anything, in
 * the letters of base 64 that are safe in a path.
 */
@TemplateExtension(namespace = "comments")
public final class CommentAddress {
  private static final char BETWEEN = '\n';

  private CommentAddress() {}

  public static String of(String account, String commentId) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((account + BETWEEN + commentId).getBytes(UTF_8));
  }

  /** Reads an address; empty if it is none. */
  public static Optional<CommentKey> parse(String address) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(address), UTF_8);
      int at = text.indexOf(BETWEEN);
      return at <= 0 || text.indexOf('\0') >= 0
          ? Optional.empty()
          : Optional.of(new CommentKey(text.substring(0, at), text.substring(at + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
