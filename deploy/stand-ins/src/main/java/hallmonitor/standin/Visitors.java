package hallmonitor.standin;

/** What visitors of a stand-in do. */
public interface Visitors {
  /** Writes under the post. Returns the comment's id. */
  String comment(String text);

  /** Answers a comment. */
  String reply(String to, String text);

  void edit(String id, String text);

  /** Adds a picture to a comment. */
  void picture(String id, String address);

  /** Deletes a comment with everything under it. */
  void delete(String id);

  /** Returns whether everyone sees a comment. */
  boolean shows(String id);

  /** Returns whether the comment's author may still write. */
  boolean mayWrite(String id);
}
