package hallmonitor.moderation.store.archive;

import hallmonitor.moderation.finding.together.JoinedComments;

/** What one author writes under one post. */
public record AuthorThread(String account, String postId, String authorKey) {
  /** The key of an author whom the platform gives neither an id nor a name. */
  public static final String NAMELESS = "name:";

  /** So many are looked at, the newest: as many as are ever read together, and one itself. */
  public static final int MOST_COMMENTS = JoinedComments.MOST_PIECES + 1;

  public static AuthorThread of(CommentRow comment) {
    return new AuthorThread(comment.key().account(), comment.postId(), comment.authorKey());
  }

  /** Whether one author is behind it: nobody knows whether two nameless authors are the same. */
  public boolean hasOneAuthor() {
    return !authorKey.equals(NAMELESS);
  }
}
