package hallmonitor.ingest.connector.meta;

import hallmonitor.contract.event.CredentialResult.Identity;
import hallmonitor.ingest.account.RateBudget.Use;
import hallmonitor.ingest.connector.CommentPage;
import hallmonitor.ingest.connector.CommentSource;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PostSource;
import hallmonitor.ingest.connector.PostSource.PostPage;
import hallmonitor.ingest.connector.ProfileSource;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the comments of an account post by post: there is no list of them over all posts. The live
 * edge is a mark for each of the newest posts, which changes with its number of comments.
 */
final class GraphSource implements CommentSource {
  /** Posts read in one turn, so that no turn takes long. */
  private static final int POSTS_AT_ONCE = 10;

  /** A longer span is read from all posts, a shorter one from the first page. */
  private static final Duration SHORT = Duration.ofHours(1);

  /** How much older than its comments a post may be for them to be read again. */
  private static final Duration OLDEST_POST = Duration.ofDays(60);

  /**
   * How long the lanes pause after a turn. A Page with few readers has few calls a day, and Meta's
   * headers mention them only when many are used. What a delivery announces is read at once, since
   * each is somebody's comment, and engaged people are what a Page's calls are counted by.
   */
  private static final Duration LIVE_REST = Duration.ofSeconds(5);

  private static final Duration SWEEP_REST = Duration.ofSeconds(15);

  private record Me(int secret, String id) {}

  private final GraphApi api;
  private final GraphAccount account;
  private final PostReader posts;
  private volatile @Nullable Me me;

  GraphSource(GraphApi api, GraphAccount account, InstantSource clock) {
    this.api = api;
    this.account = account;
    this.posts = new PostReader(account, clock);
  }

  @Override
  public Optional<Identity> verifyAuth() throws PlatformException {
    Identity verified = account.verify();
    me = new Me(api.secretMark(), verified.id());
    return Optional.of(verified);
  }

  /** Returns the account's id. */
  String me() throws PlatformException {
    Me known = me;
    if (known == null || known.secret() != api.secretMark()) {
      verifyAuth();
      known = me;
    }
    return known == null ? "" : known.id();
  }

  /** The first read only takes a position; the sweep finds earlier comments. */
  @Override
  public CommentPage poll(String cursor) throws PlatformException {
    Set<String> known = new HashSet<>(Arrays.asList(cursor.split(",")));
    GraphPage<CountedPost> page = account.posts(me(), "");
    api.restUnlessAnnounced(LIVE_REST);
    List<Sighting> found = new ArrayList<>();
    List<String> marks = new ArrayList<>();
    int read = 0;
    for (CountedPost post : page.items()) {
      boolean changed = !cursor.isEmpty() && !known.contains(post.mark());
      if (changed && read++ >= POSTS_AT_ONCE) {
        continue; // without a mark, the next read takes it
      }
      if (changed) {
        found.addAll(posts.newest(post));
      }
      marks.add(post.mark());
    }
    // An account without posts has a position, too.
    String next = marks.isEmpty() ? "-" : String.join(",", marks);
    return CommentPage.of(found, next, marks.size() < page.items().size());
  }

  @Override
  public CommentPage reconcile(TimeSpan span, String cursor) throws PlatformException {
    boolean whole = Duration.between(span.after(), span.before()).compareTo(SHORT) > 0;
    GraphPage<CountedPost> page = account.posts(me(), cursor);
    api.rest(Use.RECONCILE, SWEEP_REST);
    List<Sighting> found = new ArrayList<>();
    for (CountedPost post : page.items()) {
      if (posts.mayHold(post, span.after())) {
        found.addAll(posts.downTo(post, span.after()));
      }
    }
    List<Sighting> within =
        found.stream().filter(s -> s.claimedAt().filter(span::holds).isPresent()).toList();
    return CommentPage.of(within, page.after(), whole && goesOn(page, span.after()));
  }

  @Override
  public CommentPage backfill(Instant notBefore, String cursor) throws PlatformException {
    GraphPage<CountedPost> page = account.posts(me(), cursor);
    api.rest(Use.BACKFILL, SWEEP_REST);
    List<Sighting> found = new ArrayList<>();
    for (CountedPost post : page.items()) {
      if (post.comments() > 0) {
        found.addAll(posts.downTo(post, notBefore));
      }
    }
    List<Sighting> since =
        found.stream()
            .filter(s -> s.claimedAt().map(t -> !t.isBefore(notBefore)).orElse(true))
            .toList();
    boolean more = goesOn(page, notBefore);
    Optional<Instant> reached = more ? page.last().at() : Optional.of(notBefore);
    return new CommentPage(
        since,
        page.after(),
        more,
        Optional.of(new CommentPage.Progress(Optional.empty(), reached)));
  }

  private static boolean goesOn(GraphPage<CountedPost> page, Instant back) {
    return !page.after().isEmpty()
        && (page.items().isEmpty()
            || page.last().at().map(back.minus(OLDEST_POST)::isBefore).orElse(true));
  }

  @Override
  public Optional<ProfileSource> profile() {
    return account.profile();
  }

  @Override
  public Optional<PostSource> posts() {
    return Optional.of(
        cursor -> {
          GraphPage<CountedPost> page = account.posts(me(), cursor);
          api.rest(Use.POSTS, SWEEP_REST);
          return new PostPage(page.items().stream().map(CountedPost::whole).toList(), page.after());
        });
  }

  @Override
  public Optional<Sighting> look(String id) throws PlatformException {
    return find(id).map(GraphComment::seen);
  }

  /**
   * Finds a comment. Meta gives the same answer for a comment that is gone and for one that a token
   * may not see, so absence counts only if the token is still valid.
   */
  Optional<GraphComment> find(String id) throws PlatformException {
    Optional<GraphComment> found = account.find(id);
    if (found.isEmpty()) {
      verifyAuth();
    }
    return found;
  }
}
