package hallmonitor.ingest.connector.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.contract.event.CredentialResult.Identity;
import hallmonitor.ingest.connector.CommentPage;
import hallmonitor.ingest.connector.CommentSource;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PostSource;
import hallmonitor.ingest.connector.PostSource.PostPage;
import hallmonitor.ingest.connector.ProfileSource;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.TimeSpan;
import hallmonitor.ingest.connector.bluesky.BlueskyListings.ListedPosts;
import hallmonitor.ingest.connector.bluesky.BlueskyListings.Notice;
import hallmonitor.ingest.connector.bluesky.BlueskyListings.Notices;
import hallmonitor.ingest.connector.bluesky.PostThreads.Found;
import hallmonitor.ingest.connector.http.ProfileText;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the threads under the account's posts, and posts that mention or quote the account
 * elsewhere. Notifications only hint at what to read: they are sorted by a time that authors type.
 */
final class BlueskySource implements CommentSource {
  /** Number of the account's newest posts that are checked for new direct replies every time. */
  private static final int NEWEST_POSTS = 40;

  private static final int POSTS_AT_ONCE = 10;
  private static final int PAGES_OF_NOTIFICATIONS = 5;

  /** Threads read in one turn, so that no turn takes long. */
  private static final int THREADS_AT_ONCE = 10;

  /** A longer span is read from the posts, a shorter one from the active threads. */
  private static final Duration SHORT = Duration.ofHours(1);

  private final BlueskyApi api;
  private final BlueskyListings listings;
  private final PostThreads threads;
  private final InstantSource clock;
  private final LiveReading reading = new LiveReading();
  private String me = "";

  private final ThreadActivity activity = new ThreadActivity();
  private final BlueskySweeps sweeps;

  BlueskySource(BlueskyApi api, PostThreads threads, InstantSource clock) {
    this.api = api;
    this.listings = new BlueskyListings(api);
    this.threads = threads;
    this.clock = clock;
    this.sweeps = new BlueskySweeps(listings, threads, reading, activity, api, clock);
  }

  @Override
  public Optional<Identity> verifyAuth() throws PlatformException {
    return Optional.of(api.verify());
  }

  /** The first read only takes a position; {@link #reconcile} finds earlier comments. */
  @Override
  public CommentPage poll(String cursor) throws PlatformException {
    reading.from(cursor);
    me = api.me();
    List<Notice> notices = notices();
    List<PostView> posts = listings.ownPosts(me, NEWEST_POSTS, "").posts();
    Turn turn = new Turn();
    if (cursor.isEmpty()) {
      notices.forEach(turn::note);
      return CommentPage.of(List.of(), turn.finish(posts), false);
    }
    Set<String> due = new LinkedHashSet<>(reading.due());
    notices.stream().map(Notice::root).filter(this::isOwn).forEach(due::add);
    posts.stream()
        .filter(p -> !reading.knows(p) && p.replies() > 0)
        .map(PostView::uri)
        .forEach(due::add);
    for (String root : due) {
      if (turn.threads.size() < THREADS_AT_ONCE) {
        turn.thread(root);
      }
    }
    turn.notices(notices);
    boolean more = turn.threads.size() < due.size();
    List<PostView> read =
        posts.stream().filter(p -> turn.threads.contains(p.uri()) || p.replies() == 0).toList();
    return CommentPage.of(List.copyOf(turn.found.values()), turn.finish(read), more);
  }

  /** What one turn found, each thread and each comment once. */
  private final class Turn {
    final Map<String, Sighting> found = new LinkedHashMap<>();
    final Set<String> threads = new LinkedHashSet<>();
    private final Map<String, String> versions = new LinkedHashMap<>();

    void thread(String root) throws PlatformException {
      threads.add(root);
      List<Found> comments = BlueskySource.this.threads.under(root);
      activity.note(root, comments, clock.instant());
      comments.forEach(this::news);
    }

    private void news(Found one) {
      String uri = one.sighting().id();
      if (!reading.hasSeen(uri, one.cid())) {
        found.putIfAbsent(uri, one.sighting());
        versions.put(uri, one.cid());
      }
    }

    /** In a thread that someone else started, only what concerns the account is read. */
    void notices(List<Notice> notices) throws PlatformException {
      List<Notice> alone = new ArrayList<>();
      for (Notice one : notices) {
        if (!isOwn(one.root()) || threads.contains(one.root())) {
          if (!versions.containsKey(one.uri())) {
            alone.add(one);
          }
        }
      }
      for (PostView post : api.posts(alone.stream().map(Notice::uri).toList())) {
        news(BlueskySource.this.threads.alone(post));
      }
      alone.forEach(this::note);
    }

    void note(Notice one) {
      versions.putIfAbsent(one.uri(), one.cid());
    }

    String finish(List<PostView> posts) {
      return reading.advance(posts, threads, versions);
    }
  }

  private boolean isOwn(String uri) {
    return AtUri.parse(uri).filter(parsed -> parsed.did().equals(me)).isPresent();
  }

  /** A short span is read from the threads that were active in it. */
  @Override
  public CommentPage reconcile(TimeSpan span, String cursor) throws PlatformException {
    return Duration.between(span.after(), span.before()).compareTo(SHORT) > 0
        ? sweeps.whole(api.me(), span, cursor)
        : sweeps.active(span, cursor);
  }

  @Override
  public CommentPage backfill(Instant notBefore, String cursor) throws PlatformException {
    me = api.me();
    ListedPosts page = listings.ownPosts(me, POSTS_AT_ONCE, cursor);
    List<Sighting> since = new ArrayList<>();
    for (PostView post : page.posts()) {
      if (post.replies() > 0) {
        threads.under(post.uri()).stream()
            .map(Found::sighting)
            .filter(s -> s.claimedAt().map(t -> !t.isBefore(notBefore)).orElse(true))
            .forEach(since::add);
      }
    }
    boolean more = page.goesOn(notBefore, clock.instant());
    Optional<Instant> reached = more ? page.oldest(clock.instant()) : Optional.of(notBefore);
    return new CommentPage(
        since, page.next(), more, Optional.of(new CommentPage.Progress(Optional.empty(), reached)));
  }

  @Override
  public Optional<ProfileSource> profile() {
    return Optional.of(
        () -> {
          JsonNode me =
              api.query(BlueskyLexicon.GET_PROFILE, List.of(Map.entry("actor", api.me()))).body();
          return new ProfileText()
              .plain(me.path("description").asText(""))
              .link(me.path("website").asText(""))
              .picture(me.path("avatar").asText(""))
              .profile(
                  me.path("displayName").asText(""),
                  true,
                  Optional.of(BlueskyLexicon.LONGEST_DESCRIPTION));
        });
  }

  @Override
  public Optional<PostSource> posts() {
    return Optional.of(
        cursor -> {
          ListedPosts page = listings.ownPosts(api.me(), POSTS_AT_ONCE, cursor);
          return new PostPage(
              page.posts().stream().map(p -> p.asPost(clock.instant())).toList(), page.next());
        });
  }

  @Override
  public Optional<Sighting> look(String id) throws PlatformException {
    Optional<AtUri> uri = AtUri.parse(id);
    return uri.isEmpty() ? Optional.empty() : threads.find(uri.get()).map(Found::sighting);
  }

  /** Returns unseen notifications; after a burst, from several pages. */
  private List<Notice> notices() throws PlatformException {
    List<Notice> news = new ArrayList<>();
    String cursor = "";
    for (int page = 0; page < PAGES_OF_NOTIFICATIONS; page++) {
      Notices some = listings.notices(cursor);
      List<Notice> unseen =
          some.all().stream().filter(n -> !reading.hasSeen(n.uri(), n.cid())).toList();
      news.addAll(unseen);
      cursor = some.next();
      if (cursor.isEmpty() || unseen.size() < some.all().size()) {
        break;
      }
    }
    return news;
  }
}
