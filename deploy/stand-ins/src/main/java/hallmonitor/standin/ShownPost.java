package hallmonitor.standin;

import java.util.List;
import java.util.Optional;

/** The school's post on a platform, as people with a browser use it. Thread-safe. */
public interface ShownPost {
  /** Returns all comments that exist, oldest first, with those that are not open. */
  List<SaidComment> all();

  Optional<SaidComment> find(String id);

  /** Returns the platform's id of a person. */
  String author(Person person);

  /** Returns whether a person may write here, or is blocked. */
  boolean welcomes(Person person);

  /**
   * Writes a comment.
   *
   * @param to the comment that it answers; empty for none
   * @param picture its address; empty for none
   * @return its id
   */
  String write(Person by, String to, String text, String picture);

  void edit(String id, String text);

  /** Deletes a comment, with what is under it where the platform does so. */
  void delete(String id);

  /** Returns a number that counts up with each change. */
  long version();

  /** Sets what is called after each change. It must be quick. */
  void onChange(Runnable called);
}
