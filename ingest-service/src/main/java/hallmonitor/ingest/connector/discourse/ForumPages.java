package hallmonitor.ingest.connector.discourse;

import hallmonitor.ingest.connector.PlatformException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The list of all public posts, newest first. A current forum gives the next 50 below an id. An
 * older one gives the public posts among the 50 ids up to and including that id, which can be none
 * even if there are more below.
 */
final class ForumPages {
  private static final int WINDOW = 50;

  /**
   * A page.
   *
   * @param next the id below which to read on; 0 at the end
   */
  record Page(List<ForumPost> posts, long next) {
    Optional<Instant> newest() {
      return posts.stream().flatMap(p -> p.writtenAt().stream()).max(Instant::compareTo);
    }

    /**
     * Uses the newest post of a page, because an imported post may claim to be older than those
     * below it.
     */
    boolean reaches(Instant back) {
      return next > 0 && newest().map(back::isBefore).orElse(true);
    }
  }

  private final DiscourseApi api;

  /** Whether a page held more ids than a window: then an empty page is the end. */
  private volatile boolean windowless;

  ForumPages(DiscourseApi api) {
    this.api = api;
  }

  /**
   * Reads a page.
   *
   * @param before reads posts with a lower id; 0 for the newest
   */
  Page read(long before) throws PlatformException {
    Map<String, String> query = before == 0 ? Map.of() : Map.of("before", String.valueOf(before));
    List<ForumPost> posts = ForumPost.in(api.get("/posts.json", query), "latest_posts");
    long lowest = posts.stream().mapToLong(ForumPost::id).min().orElse(Long.MAX_VALUE);
    if (before == 0) {
      return new Page(posts, posts.isEmpty() ? 0 : lowest);
    }
    if (lowest < before - WINDOW) {
      windowless = true;
    }
    if (lowest < before) {
      return new Page(posts, lowest);
    }
    return new Page(posts, windowless ? 0 : Math.max(0, before - WINDOW));
  }
}
