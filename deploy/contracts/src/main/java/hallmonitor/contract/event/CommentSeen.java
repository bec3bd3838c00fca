package hallmonitor.contract.event;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A connector read a comment, an edit of it, its deletion, or that readers no longer see it or see
 * it again. Published at least once; (comment, revision) is unique except for {@link
 * Kind#VISIBILITY_CHANGED}, which names the current revision.
 *
 * @param comment the comment
 * @param revision name of this text: a hash over the previous revision and the text, so that a text
 *     that returns after a change is a new revision
 * @param kind what happened to the comment
 * @param post the post that it is under
 * @param parent the platform id of the comment that it answers
 * @param author as the platform shows them
 * @param text as written by the author, without the platform's markup; empty for a deletion
 * @param visibility the platform's state when it was read
 * @param attachments links to media that the platform shows as part of the comment, in its order;
 *     plain links are text and stay in {@code raw}
 * @param permalink where a person can see it
 * @param claimedAt when the platform says it was written; never used for ordering, since some
 *     platforms let the author choose
 * @param observedAt when the connector read it
 * @param lane the polling lane that read it; of what its platform calls history, {@link
 *     Lane#BACKFILL} whichever read it
 * @param raw the platform's answer for this comment, unchanged
 * @param names the kind of names that people write under on the account; absent in older events,
 *     which get the account's setting, or the platform's default
 */
public record CommentSeen(
    CommentRef comment,
    String revision,
    Kind kind,
    Post post,
    Optional<String> parent,
    Author author,
    String text,
    Visibility visibility,
    List<String> attachments,
    Optional<String> permalink,
    Optional<Instant> claimedAt,
    Instant observedAt,
    Lane lane,
    String raw,
    Optional<Names> names) {

  public enum Kind {
    CREATED,
    EDITED,
    DELETED,
    /** The text is the same, and someone hid the comment on the platform or showed it again. */
    VISIBILITY_CHANGED
  }

  public enum Visibility {
    VISIBLE,
    HIDDEN,
    DELETED
  }

  public enum Lane {
    LIVE,
    RECONCILE,
    BACKFILL
  }

  public enum Names {
    /** Members appear under their own names. */
    SHOWN,
    /** Members appear under handles; the platform knows who they are. */
    HANDLES,
    /** Anyone may write, under any name or none. */
    FREE
  }

  /**
   * The post.
   *
   * @param id the platform's post id
   * @param title may be empty if the platform has no titles
   * @param text the beginning of the post, at most 2,000 characters
   */
  public record Post(String id, String title, String text, Optional<String> permalink) {
    public Post {
      Objects.requireNonNull(id, "post id");
      title = title == null ? "" : title;
      text = text == null ? "" : text;
    }
  }

  /**
   * The author.
   *
   * @param id the platform's id of the author, absent for guests
   * @param name the display name, empty if the platform shows none
   */
  public record Author(Optional<String> id, String name) {
    public Author {
      name = name == null ? "" : name;
    }

    /** Returns the key used to count strikes: the platform's id, or a guest's display name. */
    public String key() {
      return id.map(i -> "id:" + i).orElse("name:" + name);
    }
  }

  public CommentSeen {
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(revision, "revision");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(post, "post");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(observedAt, "observedAt");
    Objects.requireNonNull(names, "names");
    visibility = visibility == null ? Visibility.VISIBLE : visibility;
    lane = lane == null ? Lane.LIVE : lane;
    attachments = attachments == null ? List.of() : List.copyOf(attachments);
    raw = raw == null ? "" : raw;
  }

  /** Returns the Kafka key, which keeps a thread in order. */
  public String key() {
    return comment.account() + "/" + post.id();
  }
}
