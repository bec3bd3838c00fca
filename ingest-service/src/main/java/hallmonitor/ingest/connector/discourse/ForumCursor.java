package hallmonitor.ingest.connector.discourse;

/**
 * A position at the live edge. A run reads pages from the newest post down to known ones.
 *
 * @param known the highest id that was read to the end
 * @param newest the highest id that the run has seen
 * @param before the run reads posts with a lower id next; 0 for the newest
 */
record ForumCursor(long known, long newest, long before) {
  static ForumCursor parse(String cursor) {
    if (cursor.isEmpty()) {
      return new ForumCursor(Long.MAX_VALUE, 0, 0);
    }
    String[] parts = cursor.split("/", -1);
    return new ForumCursor(
        Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
  }

  String text() {
    return known + "/" + newest + "/" + before;
  }

  boolean isInRun() {
    return before > 0;
  }

  /** Returns the position after a page. */
  ForumCursor read(ForumPages.Page page) {
    long seen = page.posts().stream().mapToLong(ForumPost::id).reduce(newest, Math::max);
    return page.next() > known
        ? new ForumCursor(known, seen, page.next())
        : new ForumCursor(seen, seen, 0);
  }
}
