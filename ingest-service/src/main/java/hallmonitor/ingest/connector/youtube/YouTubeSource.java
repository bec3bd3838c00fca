package hallmonitor.ingest.connector.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.contract.event.CredentialResult.Identity;
import hallmonitor.contract.event.CredentialResult.Kind;
import hallmonitor.ingest.account.RateBudget.Use;
import hallmonitor.ingest.connector.CommentPage;
import hallmonitor.ingest.connector.CommentSource;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PostSource;
import hallmonitor.ingest.connector.PostSource.PostPage;
import hallmonitor.ingest.connector.ProfileSource;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.TimeSpan;
import hallmonitor.ingest.connector.http.ProfileText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the threads of a channel. After each read its lane pauses for as long as the day's units
 * require.
 */
final class YouTubeSource implements CommentSource {
  /** Threads to read replies of in one turn, so that no turn takes long. */
  private static final int REPLIES_AT_ONCE = 10;

  /** A longer span is read from all threads, a shorter one from the first page and active ones. */
  private static final Duration SHORT = Duration.ofHours(1);

  /** How much older than its replies a thread may be for them to be read again. */
  private static final Duration OLDEST_THREAD = Duration.ofDays(30);

  /**
   * Reading stops above this share of the day's units, so below it a person should know that acts
   * may use up the rest.
   */
  private static final double LOW = 0.2;

  /** See https://developers.google.com/youtube/v3/docs/channels: brandingSettings. */
  private static final int LONGEST_DESCRIPTION = 1_000;

  private static final String HELD_PAGE = "held:";

  private record Channel(GoogleSecret of, String id) {}

  private final YouTubeApi api;
  private final ThreadReader threads;
  private final CommentFinder finder;
  private volatile @Nullable Channel channel;

  YouTubeSource(YouTubeApi api, ThreadReader threads, CommentFinder finder) {
    this.api = api;
    this.threads = threads;
    this.finder = finder;
  }

  @Override
  public Optional<Identity> verifyAuth() throws PlatformException {
    JsonNode mine = api.list("channels", Map.of("part", "snippet", "mine", "true")).body();
    String id = mine.at("/items/0/id").asText("");
    if (id.isEmpty()) {
      throw new PlatformException(
          new Fault.AuthLost(
              "The Google account of this refresh token has no channel; sign in as the channel itself when you make the token."));
    }
    channel = new Channel(api.secret(), id);
    return Optional.of(
        new Identity(id, mine.at("/items/0/snippet/title").asText(""), Kind.ACCOUNT));
  }

  /** Returns the id of the channel that the secret belongs to. */
  String channel() throws PlatformException {
    Channel known = channel;
    if (known == null || !known.of().equals(api.secret())) {
      verifyAuth();
      known = channel;
    }
    return known == null ? "" : known.id();
  }

  /** The first read takes the newest page; {@link #reconcile} finds older comments. */
  @Override
  public CommentPage poll(String cursor) throws PlatformException {
    ChannelCursor at = ChannelCursor.parse(cursor);
    api.quota().raiseTo(at.quota());
    ThreadReader.Page page = threads.page(channel(), ThreadReader.PUBLISHED, at.token());
    List<Sighting> found = new ArrayList<>();
    List<CommentThread> read = new ArrayList<>();
    int looked = 0;
    for (CommentThread thread : page.threads()) {
      boolean changed = !at.knows(thread);
      boolean deep = changed && !cursor.isEmpty() && !thread.isWhole();
      if (deep && looked++ >= REPLIES_AT_ONCE) {
        continue; // without a mark, the next read takes it
      }
      if (changed) {
        found.addAll(threads.shown(thread));
      }
      if (deep) {
        found.addAll(threads.sightings(threads.replies(thread.id())));
      }
      read.add(thread);
    }
    boolean more =
        !cursor.isEmpty()
            && !page.next().isEmpty()
            && page.reaches().map(at.until()::isBefore).orElse(false);
    rest(Use.LIVE);
    ChannelCursor next = at.after(page, read, more ? page.next() : "", api.quota().mark());
    return CommentPage.of(found, next.text(), more);
  }

  /** Ends with the comments that are held for review, which are hidden from everyone else. */
  @Override
  public CommentPage reconcile(TimeSpan span, String cursor) throws PlatformException {
    if (cursor.startsWith(HELD_PAGE)) {
      return held(span, cursor.substring(HELD_PAGE.length()));
    }
    boolean whole = Duration.between(span.after(), span.before()).compareTo(SHORT) > 0;
    ThreadReader.Page page = threads.page(channel(), ThreadReader.PUBLISHED, cursor);
    List<Sighting> found = new ArrayList<>();
    for (CommentThread thread : page.threads()) {
      found.addAll(threads.shown(thread));
      if (threads.mayHide(thread, span.after())) {
        found.addAll(threads.sightings(threads.replies(thread.id())));
      }
    }
    if (!whole) {
      Set<String> listed =
          page.threads().stream().map(CommentThread::id).collect(Collectors.toSet());
      for (String thread : threads.activeSince(span.after(), listed)) {
        found.addAll(threads.sightings(threads.replies(thread)));
      }
    }
    rest(Use.RECONCILE);
    boolean more = !page.next().isEmpty() && reaches(page, whole, span.after());
    return CommentPage.of(within(span, found), more ? page.next() : HELD_PAGE, true);
  }

  private static boolean reaches(ThreadReader.Page page, boolean whole, Instant back) {
    Instant until = whole ? back.minus(OLDEST_THREAD) : back;
    return page.reaches().map(until::isBefore).orElse(false);
  }

  private CommentPage held(TimeSpan span, String token) throws PlatformException {
    ThreadReader.Page page = threads.page(channel(), ThreadReader.HELD, token);
    List<Sighting> found = new ArrayList<>();
    for (CommentThread thread : page.threads()) {
      found.addAll(threads.shown(thread));
    }
    rest(Use.RECONCILE);
    boolean more = !page.next().isEmpty() && reaches(page, true, span.after());
    return CommentPage.of(within(span, found), HELD_PAGE + page.next(), more);
  }

  private static List<Sighting> within(TimeSpan span, List<Sighting> found) {
    return found.stream().filter(s -> s.claimedAt().filter(span::holds).isPresent()).toList();
  }

  @Override
  public CommentPage backfill(Instant notBefore, String cursor) throws PlatformException {
    ThreadReader.Page page = threads.page(channel(), ThreadReader.PUBLISHED, cursor);
    List<Sighting> found = new ArrayList<>();
    for (CommentThread thread : page.threads()) {
      found.addAll(threads.shown(thread));
      if (!thread.isWhole()) {
        found.addAll(threads.sightings(threads.replies(thread.id())));
      }
    }
    List<Sighting> since =
        found.stream()
            .filter(s -> s.claimedAt().map(t -> !t.isBefore(notBefore)).orElse(true))
            .toList();
    rest(Use.BACKFILL);
    boolean more =
        !page.next().isEmpty()
            && page.reaches().map(notBefore.minus(OLDEST_THREAD)::isBefore).orElse(false);
    Optional<Instant> reached = more ? page.reaches() : Optional.of(notBefore);
    return new CommentPage(
        since, page.next(), more, Optional.of(new CommentPage.Progress(Optional.empty(), reached)));
  }

  @Override
  public Optional<Sighting> look(String id) throws PlatformException {
    Optional<YouTubeComment> found = finder.find(channel(), id);
    List<Sighting> sightings = threads.sightings(found.stream().toList());
    rest(Use.RECONCILE);
    return sightings.stream().findFirst();
  }

  /** The links under a channel's name are not in the API. */
  @Override
  public Optional<ProfileSource> profile() {
    return Optional.of(
        () -> {
          JsonNode snippet =
              api.list("channels", Map.of("part", "snippet", "id", channel()))
                  .body()
                  .at("/items/0/snippet");
          rest(Use.POSTS);
          if (snippet.isMissingNode()) {
            throw PlatformException.rejected("YouTube does not list the channel.");
          }
          return new ProfileText()
              .plain(snippet.path("description").asText(""))
              .picture(snippet.at("/thumbnails/high/url").asText(""))
              .profile(snippet.path("title").asText(""), false, Optional.of(LONGEST_DESCRIPTION));
        });
  }

  @Override
  public Optional<PostSource> posts() {
    return Optional.of(
        cursor -> {
          PostPage page = threads.uploads(channel(), cursor);
          rest(Use.POSTS);
          return page;
        });
  }

  @Override
  public Duration rereads() {
    try {
      return api.quota().editsFor(EDITS);
    } catch (PlatformException e) {
      return EDITS; // without a secret, reading says so
    }
  }

  @Override
  public Optional<String> warning() {
    try {
      return api.quota().left() > LOW
          ? Optional.empty()
          : Optional.of(
              "The day's units of the Google project run low. Reading waits until midnight Pacific time, and the last ones are for danger. If they run out, hide in YouTube Studio by hand; ask Google for a larger quota if it happens again.");
    } catch (PlatformException e) {
      return Optional.empty(); // without a secret, reading says so
    }
  }

  private void rest(Use lane) throws PlatformException {
    UnitQuota quota = api.quota();
    var budget = api.access().budget();
    budget.learnShare(quota.left(), quota.untilReset());
    budget.rest(lane, quota.rest(lane, api.takeListed()));
  }
}
