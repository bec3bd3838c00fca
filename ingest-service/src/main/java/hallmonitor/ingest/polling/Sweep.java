package hallmonitor.ingest.polling;

import hallmonitor.ingest.connector.CommentPage;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.TimeSpan;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One re-read of a span, page by page. Edits show by their text, deletions by their absence. */
final class Sweep {
  private final TimeSpan span;
  private final boolean whole;
  private final Set<String> expected;
  private String cursor = "";

  /**
   * Creates a sweep.
   *
   * @param whole whether it covers all remembered comments, or only the newest
   * @param expected the comments of the span known at its start; later ones may not appear in it
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

  /** Returns the expected comments that have not appeared so far. */
  List<String> missing() {
    return List.copyOf(expected);
  }
}
