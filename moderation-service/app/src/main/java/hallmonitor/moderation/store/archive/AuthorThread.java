package hallmonitor.moderation.store.archive;

/** What one author writes under one post. */
public record AuthorThread(String account, String postId, String authorKey) {
  /** The key of an author whom the platform gives neither an id nor a name. */
  public static final String NAMELESS = "name:";

  static AuthorThread of(CommentRow comment) {
    return new AuthorThread(comment.key().account(), comment.postId(), comment.authorKey());
  }

  /** Whether it is one: nobody knows whether two nameless authors are the same. */
  public boolean isOfOne() {
    return !authorKey.equals(NAMELESS);
  }
}
