package hallmonitor.local.practice;

import hallmonitor.standin.web.Request;
import hallmonitor.standin.web.RouteAnswer;
import java.io.IOException;
import java.util.Optional;

/** Everything under the posts of one page, as people with a browser use it. */
interface Wall {
  /**
   * Something that is about to be written.
   *
   * @param parent the comment that it answers; empty for none
   * @param name empty for none
   * @param browser of the person who writes; 0 for an example
   */
  record Entry(int post, String parent, String name, String text, long browser) {}

  /** Answers with what there is to see, when it is other than the browser knows. */
  RouteAnswer feed(Request request);

  /** Returns why a text is not taken, as a sentence for its author. */
  Optional<String> tooLong(String text);

  /** Returns whether its author wrote just this before, which the page does not take. */
  boolean isDuplicate(Entry entry);

  /** Returns why something cannot be written. */
  Optional<RouteAnswer> refusal(Entry entry);

  /**
   * Writes something that is not refused.
   *
   * @param picture its address; empty for none
   * @return its id
   */
  String write(Entry entry, String picture) throws IOException;

  /** Returns whether somebody with this browser sees a comment. */
  boolean shows(String id, long browser);

  /** Returns whether a comment was written with this browser. */
  boolean isBy(String id, long browser);

  void edit(String id, String text) throws IOException;

  void delete(String id) throws IOException;
}
