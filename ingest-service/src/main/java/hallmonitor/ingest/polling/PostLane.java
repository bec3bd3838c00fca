package hallmonitor.ingest.polling;

import hallmonitor.contract.event.PostSeen;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PostSighting;
import hallmonitor.ingest.connector.PostSource;
import hallmonitor.ingest.connector.Recent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads an account's posts: the newest page every few minutes, or as often as its source allows,
 * and all pages once a day, because old posts may be edited, too. It remembers posts only to save
 * events: after a restart all are published again, and the archive recognizes them.
 */
final class PostLane {
  private static final Duration AFTER_START = Duration.ofSeconds(30);
  private static final Duration BETWEEN_WHOLE = Duration.ofDays(1);
  private static final Duration BETWEEN_PAGES = Duration.ofSeconds(2);
  private static final int REMEMBERED = 50_000;

  /** Without this check, a platform that ignores its own cursor would be listed endlessly. */
  private static final int MOST_PAGES = 1_000;

  private final PolledAccount account;
  private final Recent<String> versions = new Recent<>(REMEMBERED);
  private Instant due;
  private Instant nextWhole;
  private boolean whole;
  private String cursor = "";
  private String next = "";
  private int pages;
  private Duration every;
  private Optional<String> stamp = Optional.empty();

  /** What the source stamped when all of its news was published. */
  private Optional<String> known = Optional.empty();

  /**
   * Creates a lane.
   *
   * @param every the time between two looks for news
   */
  PostLane(PolledAccount account, Duration every, Instant now) {
    this.account = account;
    this.every = every;
    this.due = now.plus(every.compareTo(AFTER_START) < 0 ? every : AFTER_START);
    this.nextWhole = due;
  }

  Instant due() {
    return due;
  }

  /**
   * Reads a page and returns what is new or changed, to be published. Behind a page that is all
   * news, such as of an import, there is more.
   */
  List<PostSeen> read(PostSource source, Instant now) throws PlatformException {
    if (cursor.isEmpty()) {
      every = source.every();
      whole = !now.isBefore(nextWhole);
      stamp = source.stamp();
      if (!whole && stamp.isPresent() && stamp.equals(known)) {
        next = "";
        return List.of();
      }
    }
    PostSource.PostPage page = source.posts(cursor);
    List<PostSeen> news =
        page.posts().stream()
            .map(post -> seen(post, now))
            .filter(post -> !versions.get(post.post()).equals(Optional.of(post.version())))
            .toList();
    next = whole || news.size() == page.posts().size() ? page.next() : "";
    return news;
  }

  private PostSeen seen(PostSighting post, Instant now) {
    return new PostSeen(
        account.platform(),
        account.id(),
        post.id(),
        post.version(),
        post.title(),
        post.text(),
        post.pictures(),
        post.permalink(),
        post.claimedAt(),
        now);
  }

  /** Continues after the posts that were read are published. */
  void published(List<PostSeen> posts, Instant now) {
    posts.forEach(post -> versions.put(post.post(), post.version()));
    pages++;
    if (!next.isEmpty() && !next.equals(cursor) && pages < MOST_PAGES) {
      cursor = next;
      due = now.plus(BETWEEN_PAGES);
      return;
    }
    known = stamp;
    due = now.plus(every);
    if (whole) {
      nextWhole = now.plus(BETWEEN_WHOLE);
    }
    restart();
  }

  private void restart() {
    cursor = "";
    pages = 0;
  }

  /** Gives comments a while, because posts would otherwise be first again. */
  void failed(Instant now) {
    due = now.plus(PostSource.USUAL);
  }

  /** Waits a day, because the platform does not let this account list its posts. */
  void refused(Instant now) {
    restart();
    due = now.plus(BETWEEN_WHOLE);
  }
}
