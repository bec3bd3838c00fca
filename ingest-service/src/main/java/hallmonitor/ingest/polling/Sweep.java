package hallmonitor.ingest.polling;

import hallmonitor.ingest.connector.CommentPage;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.TimeSpan;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One re-reading of a span, page by page, in which edits show by their text and deletions by their
 * absence.
 */
final class Sweep {
  private final TimeSpan span;
  private final boolean whole;
  private final Set<String> expected;
  private String cursor = "";

  /**
   * @param whole whether it covers all that is remembered, or the newest comments only
   * @param expected the comments of the span that were known when it began; later ones may come too
   *     late to be shown
   */
  Sweep(TimeSpan span, boolean whole, Set<String> expected) {
    this.span = span;
    this.whole = whole;
    this.expected = new HashSet<>(expected);
  }

  TimeSpan span() {
    return span;
  }

  boolean whole() {
    return whole;
  }

  String cursor() {
    return cursor;
  }

  void read(CommentPage page) {
    cursor = page.next();
    for (Sighting sighting : page.sightings()) {
      expected.remove(sighting.id());
    }
  }

  /** What was not shown so far. */
  List<String> missing() {
    return List.copyOf(expected);
  }
}
