package hallmonitor.ingest.connector.discourse;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.ingest.account.RateBudget.Use;
import hallmonitor.ingest.connector.CommentPage;
import hallmonitor.ingest.connector.CommentSource;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the list of all public posts, newest first, 50 to a page. */
final class DiscourseSource implements CommentSource {
  /** A forum allows an administrator's key 60 requests a minute, acts included. */
  private static final Duration LIVE_REST = Duration.ofSeconds(3);

  private static final Duration SWEEP_REST = Duration.ofSeconds(3);
  private static final Duration HISTORY_REST = Duration.ofSeconds(6);

  private static final Fault NO_MODERATOR =
      new Fault.AuthLost(
          "The user of this API key is no moderator of the forum; make that user one under Admin, Users.");

  private final DiscourseApi api;
  private final TopicIndex topics;

  DiscourseSource(DiscourseApi api) {
    this.api = api;
    this.topics = new TopicIndex(api);
  }

  @Override
  public void verifyAuth() throws PlatformException {
    JsonNode user;
    try {
      user = api.get("/session/current.json", Map.of()).body().path("current_user");
    } catch (PlatformException e) {
      throw e.fault() instanceof Fault.Gone ? new PlatformException(NO_MODERATOR, e) : e;
    }
    if (!user.path("moderator").asBoolean() && !user.path("admin").asBoolean()) {
      throw new PlatformException(NO_MODERATOR);
    }
  }

  /** The page of the newest is read in full each time: an id can be taken before it is shown. */
  @Override
  public CommentPage poll(String cursor) throws PlatformException {
    ForumCursor at = ForumCursor.parse(cursor);
    List<ForumPost> page = page(at.isInRun() ? String.valueOf(at.before()) : "");
    api.rest(Use.LIVE, LIVE_REST);
    ForumCursor next = at.read(page);
    return CommentPage.of(sightings(page), next.text(), next.isInRun());
  }

  @Override
  public CommentPage reconcile(TimeSpan span, String cursor) throws PlatformException {
    List<ForumPost> page = page(cursor);
    api.rest(Use.RECONCILE, SWEEP_REST);
    List<Sighting> within =
        sightings(page).stream()
            .filter(s -> s.claimedAt().filter(span::holds).isPresent())
            .toList();
    return CommentPage.of(within, next(page), reaches(page, span.after()));
  }

  @Override
  public CommentPage backfill(Instant notBefore, String cursor) throws PlatformException {
    List<ForumPost> page = page(cursor);
    api.rest(Use.BACKFILL, HISTORY_REST);
    List<Sighting> since =
        sightings(page).stream()
            .filter(s -> s.claimedAt().map(t -> !t.isBefore(notBefore)).orElse(true))
            .toList();
    boolean more = reaches(page, notBefore);
    Optional<Instant> reached = more ? newest(page) : Optional.of(notBefore);
    return new CommentPage(
        since, next(page), more, Optional.of(new CommentPage.Progress(Optional.empty(), reached)));
  }

  private List<ForumPost> page(String before) throws PlatformException {
    Map<String, String> query = before.isEmpty() ? Map.of() : Map.of("before", before);
    List<ForumPost> page = ForumPost.in(api.get("/posts.json", query), "latest_posts");
    topics.learn(page);
    return page;
  }

  private static String next(List<ForumPost> page) {
    return page.stream().mapToLong(ForumPost::id).min().stream()
        .mapToObj(String::valueOf)
        .findFirst()
        .orElse("");
  }

  /** By the newest of a page: an imported post may claim to be older than those below it. */
  private static boolean reaches(List<ForumPost> page, Instant back) {
    return newest(page).map(back::isBefore).orElse(false);
  }

  private static Optional<Instant> newest(List<ForumPost> page) {
    return page.stream().flatMap(p -> p.writtenAt().stream()).max(Instant::compareTo);
  }

  private List<Sighting> sightings(List<ForumPost> posts) throws PlatformException {
    List<Sighting> sightings = new ArrayList<>();
    for (ForumPost one : posts) {
      if (!one.takenBack()) {
        sightings.add(one.under(api.site(), topics.title(one), topics.parent(one)));
      }
    }
    return sightings;
  }

  @Override
  public Optional<Sighting> look(String id) throws PlatformException {
    Optional<ForumPost> found = find(id).filter(post -> !post.takenBack());
    api.rest(Use.RECONCILE, SWEEP_REST);
    return sightings(found.stream().toList()).stream().findFirst();
  }

  /**
   * Finds a post, also one that staff deleted. One that went where this user may not look is
   * refused as a wrong key is, so absence counts only if the key is still good.
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
  List<Sighting> answers(ForumPost post, String username) throws PlatformException {
    List<ForumPost> own = new ArrayList<>();
    int after = 1;
    List<ForumPost> page;
    do {
      page =
          ForumPost.in(
              api.get(
                  "/posts/" + post.id() + "/replies.json", Map.of("after", String.valueOf(after))));
      for (ForumPost one : page) {
        after = Math.max(after, one.number());
        if (one.username().equalsIgnoreCase(username)) {
          own.add(one);
        }
      }
    } while (!page.isEmpty());
    return sightings(own);
  }
}
