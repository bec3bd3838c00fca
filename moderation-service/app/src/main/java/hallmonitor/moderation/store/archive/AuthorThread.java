package hallmonitor.moderation.store.archive;

import hallmonitor.moderation.finding.together.JoinedComments;

/** What one author writes under one post. */
public record AuthorThread(String account, String postId, String authorKey) {
  /** The key of an author without id and name. */
  public static final String NAMELESS = "name:";

  /** Most comments read, newest first: as many as are read together, plus one. */
  public static final int MOST_COMMENTS = JoinedComments.MOST_PIECES + 1;

  public static AuthorThread of(CommentRow comment) {
    return new AuthorThread(comment.key().account(), comment.postId(), comment.authorKey());
  }

  /** Returns whether it is one author: two nameless authors may differ. */
  public boolean hasOneAuthor() {
    return !authorKey.equals(NAMELESS);
  }
}
