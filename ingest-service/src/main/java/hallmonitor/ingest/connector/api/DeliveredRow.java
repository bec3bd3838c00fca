package hallmonitor.ingest.connector.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.CommentSeen.Author;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One row of a delivery. */
sealed interface DeliveredRow {
  /** Returns the system's own id of the comment or post. */
  String id();

  /** A post, new or changed. */
  record PostRow(
      String id,
      String title,
      String text,
      List<String> pictures,
      Optional<String> permalink,
      Instant writtenAt,
      Instant changedAt,
      String raw)
      implements DeliveredRow {
    byte[] digest() {
      return sha256(List.of(title, text, String.join("\n", pictures), permalink.orElse("")));
    }
  }

  /**
   * A comment, new or changed.
   *
   * @param editedAt when its text was last changed; empty if its system does not say
   * @param hidden whether its system hid it when it was first delivered
   */
  record CommentRow(
      String id,
      String post,
      Optional<String> parent,
      Author author,
      String text,
      List<String> attachments,
      Optional<String> permalink,
      Instant writtenAt,
      Optional<Instant> editedAt,
      boolean hidden,
      String raw)
      implements DeliveredRow {
    byte[] digest() {
      return sha256(
          List.of(
              post,
              parent.orElse(""),
              author.id().orElse(""),
              author.name(),
              text,
              String.join("\n", attachments),
              permalink.orElse("")));
    }
  }

  /**
   * A comment was hidden in its system, or shown again.
   *
   * @param at the time; a change before the latest known one is not news
   */
  record VisibilityRow(String id, boolean hidden, Instant at) implements DeliveredRow {}

  /** The deletion of a comment. */
  record DeletionRow(String id) implements DeliveredRow {}

  private static byte[] sha256(List<String> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) { // with its length, since no character can be a separator
        digest.update((part.length() + ":" + part).getBytes(UTF_8));
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
