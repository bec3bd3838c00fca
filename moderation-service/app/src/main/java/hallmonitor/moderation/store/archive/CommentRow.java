package hallmonitor.moderation.store.archive;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.Visibility;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A comment's current state in the archive.
 *
 * @param parentId null if it answers no other comment
 * @param authorKey the key used to count strikes
 * @param permalink null if the platform gives none
 * @param visibilityAt when the visibility was learned; older reports do not change it
 * @param latestRevision the newest revision with a text; a deletion keeps it
 * @param changedAt when the newest text was last read; anything read earlier is late
 * @param fromHistory whether it was first read with the account's history, so that its writing time
 *     is unknown
 * @param disposed whether its text and author were disposed of; then they are empty
 */
public record CommentRow(
    CommentKey key,
    String platform,
    String postId,
    @Nullable String parentId,
    String authorKey,
    String authorName,
    @Nullable String permalink,
    Visibility visibility,
    Instant visibilityAt,
    String latestRevision,
    String latestText,
    Instant firstSeenAt,
    Instant changedAt,
    boolean fromHistory,
    boolean disposed) {

  public CommentRow seen(Visibility next, Instant at) {
    return new CommentRow(
        key,
        platform,
        postId,
        parentId,
        authorKey,
        authorName,
        permalink,
        next,
        at,
        latestRevision,
        latestText,
        firstSeenAt,
        changedAt,
        fromHistory,
        disposed);
  }

  public CommentRow edited(String revision, String text, String author, Instant at) {
    return changed(authorKey, author, permalink, revision, text, at, disposed);
  }

  /**
   * Returns a new record of a disposed comment that its author changed, without any data of the old
   * one.
   */
  public CommentRow reopened(
      String revision, String text, String newKey, String name, @Nullable String link, Instant at) {
    return changed(newKey, name, link, revision, text, at, false);
  }

  private CommentRow changed(
      String newAuthorKey,
      String name,
      @Nullable String link,
      String revision,
      String text,
      Instant at,
      boolean isDisposed) {
    return new CommentRow(
        key,
        platform,
        postId,
        parentId,
        newAuthorKey,
        name,
        link,
        visibility,
        visibilityAt,
        revision,
        text,
        firstSeenAt,
        at,
        fromHistory,
        isDisposed);
  }

  /** Returns the row after its latest text was read again, unchanged. */
  public CommentRow confirmed(Instant at) {
    return edited(latestRevision, latestText, authorName, at);
  }
}
