package hallmonitor.local.practice;

/**
 * One comment as the site stores it.
 *
 * @param id from 1, never reused
 * @param parent the comment that this one answers, or 0
 * @param agent the author's User-Agent
 * @param epochSecond when it was written; WordPress keeps whole seconds
 * @param raw HTML as WordPress stores it: entities escaped, a few inline tags left
 * @param owner hash of the browser secret that may edit it, or 0 for no one
 * @param user the site's user who wrote it, or 0 for a visitor
 */
public record PracticeComment(
    int id,
    int post,
    int parent,
    String name,
    String email,
    String agent,
    long epochSecond,
    String raw,
    CommentStatus status,
    long owner,
    int user) {

  /** A comment before it is stored; the store adds id and time. */
  public record Draft(
      int post,
      int parent,
      String name,
      String email,
      String agent,
      String raw,
      long owner,
      int user) {

    /** Creates a comment from plain text without markup. */
    public static Draft plain(int post, int parent, String name, String text) {
      return new Draft(post, parent, name, "", "", CommentHtml.fromPlain(text), 0, 0);
    }

    /** Adds a picture like a WordPress with a plugin that lets visitors send one. */
    Draft withPicture(String url) {
      String pictured = raw + "\n" + CommentHtml.picture(url);
      return new Draft(post, parent, name, email, agent, pictured, owner, user);
    }

    public Draft ownedBy(long owner) {
      return new Draft(post, parent, name, email, agent, raw, owner, user);
    }
  }

  PracticeComment withStatus(CommentStatus status) {
    return new PracticeComment(
        id, post, parent, name, email, agent, epochSecond, raw, status, owner, user);
  }

  PracticeComment withRaw(String raw) {
    return new PracticeComment(
        id, post, parent, name, email, agent, epochSecond, raw, status, owner, user);
  }

  boolean isPublic() {
    return status == CommentStatus.APPROVED;
  }
}
