package hallmonitor.ingest.connector.bluesky;

import hallmonitor.ingest.connector.CommentPage;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.TimeSpan;
import hallmonitor.ingest.connector.bluesky.BlueskyListings.ListedPosts;
import hallmonitor.ingest.connector.bluesky.BlueskyListings.Notice;
import hallmonitor.ingest.connector.bluesky.PostThreads.Found;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Re-reads threads for edits and deletions, and for comments that the live edge could not notice.
 */
final class BlueskySweeps {
  private static final int THREADS_AT_ONCE = 10;
  private static final int POSTS_OF_A_SWEEP = 10;

  private final BlueskyListings listings;
  private final PostThreads threads;
  private final LiveReading reading;
  private final ThreadActivity activity;
  private final BlueskyApi api;
  private final InstantSource clock;

  BlueskySweeps(
      BlueskyListings listings,
      PostThreads threads,
      LiveReading reading,
      ThreadActivity activity,
      BlueskyApi api,
      InstantSource clock) {
    this.listings = listings;
    this.threads = threads;
    this.reading = reading;
    this.activity = activity;
    this.api = api;
    this.clock = clock;
  }

  /** Reads the threads that were active in the span. */
  CommentPage active(TimeSpan span, String cursor) throws PlatformException {
    List<String> all = activity.since(span.after()).filter(r -> r.compareTo(cursor) > 0).toList();
    List<String> some = all.subList(0, Math.min(THREADS_AT_ONCE, all.size()));
    List<Sighting> within = new ArrayList<>();
    for (String root : some) {
      within.addAll(again(root, span));
    }
    return CommentPage.of(
        within, some.isEmpty() ? cursor : some.get(some.size() - 1), some.size() < all.size());
  }

  /** Reads the threads of all recent posts, except inactive ones. */
  CommentPage whole(String me, TimeSpan span, String cursor) throws PlatformException {
    List<Sighting> within = new ArrayList<>();
    if (cursor.isEmpty()) {
      List<String> elsewhere = listings.notices("").all().stream().map(Notice::uri).toList();
      for (PostView post : api.posts(elsewhere)) {
        if (AtUri.parse(post.root()).filter(root -> root.did().equals(me)).isEmpty()) {
          within.add(threads.alone(post).sighting());
        }
      }
      within.removeIf(s -> s.claimedAt().filter(span::holds).isEmpty());
    }
    ListedPosts page = listings.ownPosts(me, POSTS_OF_A_SWEEP, cursor);
    for (PostView post : page.posts()) {
      if (post.replies() > 0 && !activity.isQuiet(post, span.after(), clock.instant())) {
        within.addAll(again(post.uri(), span));
      }
    }
    return CommentPage.of(within, page.next(), page.goesOn(span.after(), clock.instant()));
  }

  /**
   * Re-reads a thread. A new comment outside the span claims to be older than it is; the next turn
   * of the live edge reads it.
   */
  private List<Sighting> again(String root, TimeSpan span) throws PlatformException {
    boolean first = activity.isUnknown(root);
    List<Found> comments = threads.under(root);
    activity.note(root, comments, clock.instant());
    List<Found> outside = new ArrayList<>();
    List<Sighting> within = new ArrayList<>();
    for (Found one : comments) {
      if (one.sighting().claimedAt().filter(span::holds).isPresent()) {
        within.add(one.sighting());
      } else {
        outside.add(one);
      }
    }
    if (first) {
      reading.hasBeenThere(outside);
    } else if (outside.stream().anyMatch(c -> !reading.hasSeen(c.sighting().id(), c.cid()))) {
      reading.ask(root);
    }
    return within;
  }
}
