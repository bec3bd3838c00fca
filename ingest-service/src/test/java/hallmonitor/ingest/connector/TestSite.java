package hallmonitor.ingest.connector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A platform as its visitors use it, for the contract suite. Ids are those of the connector. */
public interface TestSite {
  /** Returns the base-url for district.yaml. */
  String url();

  String credential();

  String wrongCredential();

  /** Returns the id of the post that the comments are under. */
  String post();

  /** Writes a comment as a visitor and returns its id. */
  default String comment(String text) {
    return reply(post(), text);
  }

  /** Answers a comment as a visitor. */
  String reply(String parent, String text);

  /** Changes a comment as its author. */
  void edit(String id, String text);

  /** Deletes a comment permanently, as its author. */
  void delete(String id);

  /** Returns an id of the right form that no comment has. */
  String missing();

  /** Returns whether the public sees the comment's text. */
  boolean shows(String id);

  /** Writes many comments as fast as the platform accepts them. */
  default List<String> burst(int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(comment("burst " + System.nanoTime() + " " + i));
    }
    return ids;
  }

  /** Writes a comment with a picture; empty if visitors cannot. */
  default Optional<String> picture(String text) {
    return Optional.empty();
  }

  /** Changes the post as its author; false if that is not possible here. */
  default boolean editPost(String text) {
    return false;
  }

  /** Returns whether the comment's author may still write. */
  default boolean mayWrite(String id) {
    return true;
  }

  /** Returns how long the platform may take until everyone sees new comments. */
  default Duration patience() {
    return Duration.ofSeconds(240);
  }
}
