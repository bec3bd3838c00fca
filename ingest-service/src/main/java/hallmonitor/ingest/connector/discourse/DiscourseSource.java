package hallmonitor.ingest.connector.discourse;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.contract.event.CredentialResult.Identity;
import hallmonitor.contract.event.CredentialResult.Kind;
import hallmonitor.ingest.account.RateBudget.Use;
import hallmonitor.ingest.connector.CommentPage;
import hallmonitor.ingest.connector.CommentSource;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the list of all public posts, newest first, 50 to a page. */
final class DiscourseSource implements CommentSource {
  /**
   * Pause for each request. A forum allows an administrator's key 60 requests a minute, including
   * acts.
   */
  private static final Duration LIVE_REST = Duration.ofSeconds(3);

  private static final Duration SWEEP_REST = Duration.ofSeconds(3);
  private static final Duration HISTORY_REST = Duration.ofSeconds(6);

  private static final Fault NO_MODERATOR =
      new Fault.AuthLost(
          "The user of this API key is not a moderator of the forum; make that user one under Admin, Users.");

  private final DiscourseApi api;
  private final ForumPages pages;
  private final TopicIndex topics;

  DiscourseSource(DiscourseApi api, InstantSource clock) {
    this.api = api;
    this.pages = new ForumPages(api);
    this.topics = new TopicIndex(api, clock);
  }

  @Override
  public Optional<Identity> verifyAuth() throws PlatformException {
    JsonNode user;
    try {
      user = api.get("/session/current.json", Map.of()).body().path("current_user");
    } catch (PlatformException e) {
      throw e.fault() instanceof Fault.Gone ? new PlatformException(NO_MODERATOR, e) : e;
    }
    if (!user.path("moderator").asBoolean() && !user.path("admin").asBoolean()) {
      throw new PlatformException(NO_MODERATOR);
    }
    return Optional.of(
        new Identity(user.path("id").asText(), user.path("username").asText(), Kind.USER));
  }

  /**
   * The page of the newest posts is read in full each time, because an id can be assigned before
   * its post is shown.
   */
  @Override
  public CommentPage poll(String cursor) throws PlatformException {
    ForumCursor at = ForumCursor.parse(cursor);
    return resting(
        Use.LIVE,
        LIVE_REST,
        () -> {
          ForumPages.Page page = page(at.before());
          ForumCursor next = at.read(page);
          return CommentPage.of(sightings(page.posts(), Use.LIVE), next.text(), next.isInRun());
        });
  }

  @Override
  public CommentPage reconcile(TimeSpan span, String cursor) throws PlatformException {
    return resting(
        Use.RECONCILE,
        SWEEP_REST,
        () -> {
          ForumPages.Page page = page(before(cursor));
          List<Sighting> within =
              sightings(page.posts(), Use.RECONCILE).stream()
                  .filter(s -> s.claimedAt().filter(span::holds).isPresent())
                  .toList();
          return CommentPage.of(within, String.valueOf(page.next()), page.reaches(span.after()));
        });
  }

  @Override
  public CommentPage backfill(Instant notBefore, String cursor) throws PlatformException {
    return resting(
        Use.BACKFILL,
        HISTORY_REST,
        () -> {
          ForumPages.Page page = page(before(cursor));
          List<Sighting> since =
              sightings(page.posts(), Use.BACKFILL).stream()
                  .filter(s -> s.claimedAt().map(t -> !t.isBefore(notBefore)).orElse(true))
                  .toList();
          boolean more = page.reaches(notBefore);
          Optional<Instant> reached = more ? page.newest() : Optional.of(notBefore);
          return new CommentPage(
              since,
              String.valueOf(page.next()),
              more,
              Optional.of(new CommentPage.Progress(Optional.empty(), reached)));
        });
  }

  private static long before(String cursor) {
    return cursor.isEmpty() ? 0 : Long.parseLong(cursor);
  }

  private ForumPages.Page page(long before) throws PlatformException {
    ForumPages.Page page = pages.read(before);
    topics.learn(page.posts());
    return page;
  }

  /** Reads something for a lane. */
  private interface Reading<T> {
    T read() throws PlatformException;
  }

  /** Reads, and pauses the lane even if that failed, because the requests were sent. */
  private <T> T resting(Use lane, Duration each, Reading<T> reading) throws PlatformException {
    try {
      return reading.read();
    } finally {
      api.rest(lane, each);
    }
  }

  private List<Sighting> sightings(List<ForumPost> posts, Use lane) throws PlatformException {
    List<Sighting> sightings = new ArrayList<>();
    for (ForumPost one : posts) {
      if (!one.takenBack()) {
        sightings.add(one.under(api.site(), topics.title(one, lane), topics.parent(one, lane)));
      }
    }
    return sightings;
  }

  @Override
  public Optional<Sighting> look(String id) throws PlatformException {
    return resting(
        Use.RECONCILE,
        SWEEP_REST,
        () -> {
          Optional<ForumPost> found = find(id).filter(post -> !post.takenBack());
          return sightings(found.stream().toList(), Use.RECONCILE).stream().findFirst();
        });
  }

  /**
   * Finds a post, even one that staff deleted. A post that moved out of this user's sight gets the
   * same refusal as a wrong key, so absence counts only if the key is still valid.
   */
  Optional<ForumPost> find(String id) throws PlatformException {
    try {
      return ForumPost.in(api.get("/posts/" + id + ".json", Map.of())).stream().findFirst();
    } catch (PlatformException e) {
      if (e.fault() instanceof Fault.AuthLost) {
        verifyAuth();
      } else if (!(e.fault() instanceof Fault.Gone)) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** Returns what one user answered to a post. */
  List<ForumPost> answers(ForumPost post, String username) throws PlatformException {
    List<ForumPost> own = new ArrayList<>();
    int after = 1;
    int before;
    do {
      before = after;
      for (ForumPost one :
          ForumPost.in(
              api.get(
                  "/posts/" + post.id() + "/replies.json",
                  Map.of("after", String.valueOf(after))))) {
        after = Math.max(after, one.number());
        if (one.username().equalsIgnoreCase(username)) {
          own.add(one);
        }
      }
    } while (after > before);
    return own;
  }
}
