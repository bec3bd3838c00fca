package hallmonitor.ingest.connector;

import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.contract.event.CommentSeen.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One comment as a platform just showed it, new or known.
 *
 * @param id the platform's id, stable across edits
 * @param text what the author wrote, without the platform's markup
 * @param attachments addresses of media that the platform shows as part of the comment, in its
 *     order; plain links are text and not included
 * @param claimedAt when the platform says it was written
 * @param raw the platform's answer for this comment, byte for byte
 * @param history whether it comes out of the account's history, whichever lane reads it
 */
public record Sighting(
    String id,
    Post post,
    Optional<String> parent,
    Author author,
    String text,
    Visibility visibility,
    List<String> attachments,
    Optional<String> permalink,
    Optional<Instant> claimedAt,
    String raw,
    boolean history) {
  public Sighting {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(post, "post");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(visibility, "visibility");
    attachments = List.copyOf(attachments);
  }

  /** Creates one of a platform that does not tell its history from what is new. */
  public Sighting(
      String id,
      Post post,
      Optional<String> parent,
      Author author,
      String text,
      Visibility visibility,
      List<String> attachments,
      Optional<String> permalink,
      Optional<Instant> claimedAt,
      String raw) {
    this(id, post, parent, author, text, visibility, attachments, permalink, claimedAt, raw, false);
  }
}
