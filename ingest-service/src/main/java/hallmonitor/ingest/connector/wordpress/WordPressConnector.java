package hallmonitor.ingest.connector.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.CredentialResult.Identity;
import hallmonitor.contract.event.CredentialResult.Kind;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.CommentPage;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PostSource;
import hallmonitor.ingest.connector.ProfileSource;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.TimeSpan;
import hallmonitor.ingest.connector.http.HtmlText;
import hallmonitor.ingest.connector.http.JsonAnswer;
import hallmonitor.ingest.connector.http.RawJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One WordPress site. Hiding sets the status {@code hold}, deleting moves to the trash; both can be
 * undone on the site. WordPress cannot block an author.
 */
final class WordPressConnector implements Connector {
  private static final Instant BEFORE_ALL = Instant.parse("2000-01-01T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private final WordPressHttp http;
  private final ProfileSource frontPage;
  private final CommentList list;
  private final Posts posts;
  private final WordPressReplies replies;

  WordPressConnector(WordPressHttp http, ProfileSource frontPage) {
    this.http = http;
    this.frontPage = frontPage;
    this.list = new CommentList(http);
    this.posts = new Posts(http, System::nanoTime);
    this.replies = new WordPressReplies(http);
  }

  @Override
  public Optional<Identity> verifyAuth() throws PlatformException {
    JsonNode me =
        http.get("/users/me", Map.of("context", "edit", "_fields", "id,name,capabilities")).body();
    if (!me.at("/capabilities/moderate_comments").asBoolean()) {
      throw new PlatformException(
          new Fault.AuthLost(
              "The WordPress user may not moderate comments; give the user the role Editor."));
    }
    return Optional.of(new Identity(me.path("id").asText(), me.path("name").asText(), Kind.USER));
  }

  /**
   * WordPress filters by the site's local time. In the hour that a clock change repeats, it may
   * omit new comments from this list; the reconcile lane finds them.
   */
  @Override
  public CommentPage poll(String cursor) throws PlatformException {
    ListPosition place = cursor.isEmpty() ? liveEdge() : ListPosition.parse(cursor);
    CommentList.Part part = list.read(place, Optional.empty());
    ListPosition next = part.next();
    if (!part.comments().isEmpty()) {
      next = next.movedOn(CommentList.writtenAt(last(part.comments())));
    }
    return CommentPage.of(sightings(part.comments()), next.cursor(), part.more());
  }

  private ListPosition liveEdge() throws PlatformException {
    Optional<Instant> newest = list.newestBefore(Optional.empty()).map(CommentList::writtenAt);
    return ListPosition.after(newest.map(at -> at.minusSeconds(1)).orElse(BEFORE_ALL));
  }

  @Override
  public Optional<PostSource> posts() {
    return Optional.of(posts::list);
  }

  @Override
  public Optional<ProfileSource> profile() {
    return Optional.of(frontPage);
  }

  @Override
  public CommentPage reconcile(TimeSpan span, String cursor) throws PlatformException {
    ListPosition place =
        cursor.isEmpty() ? ListPosition.after(span.after()) : ListPosition.parse(cursor);
    CommentList.Part part = list.read(place, Optional.of(span.before()));
    return CommentPage.of(sightings(part.comments()), part.next().cursor(), part.more());
  }

  @Override
  public CommentPage backfill(Instant notBefore, String cursor) throws PlatformException {
    BackfillPosition at =
        cursor.isEmpty() ? firstDay(Optional.empty(), notBefore) : BackfillPosition.parse(cursor);
    if (at.finished()) {
      return page(List.of(), at, notBefore);
    }
    CommentList.Part part = list.read(at.place(), Optional.of(at.before()));
    BackfillPosition next =
        part.more() ? at.with(part.next()) : firstDay(Optional.of(at.place().after()), notBefore);
    return page(sightings(part.comments()), next.counted(at.total()), notBefore);
  }

  /**
   * Returns the day that ends with the newest comment before a time, so that days without comments
   * cost nothing.
   */
  private BackfillPosition firstDay(Optional<Instant> reached, Instant notBefore)
      throws PlatformException {
    // The bounds exclude their own second, and the previous day ended where this one starts.
    Optional<Instant> newest =
        list.newestBefore(reached.map(r -> r.plusSeconds(1))).map(CommentList::writtenAt);
    if (newest.isEmpty() || newest.get().isBefore(notBefore)) {
      return BackfillPosition.end(notBefore);
    }
    Instant before = newest.get().plusSeconds(1);
    Instant after = before.minus(DAY);
    Instant floor = notBefore.minusSeconds(1);
    Optional<Long> total = reached.isPresent() ? Optional.empty() : list.count(floor, before);
    return new BackfillPosition(
        before, ListPosition.after(after.isBefore(floor) ? floor : after), false, total);
  }

  private static CommentPage page(
      List<Sighting> sightings, BackfillPosition next, Instant notBefore) {
    Optional<Instant> reached = Optional.of(next.finished() ? notBefore : next.before());
    return new CommentPage(
        sightings,
        next.cursor(),
        !next.finished(),
        Optional.of(new CommentPage.Progress(next.total(), reached)));
  }

  @Override
  public Optional<Sighting> look(String id) throws PlatformException {
    try {
      return Optional.of(sighting(list.one(id)));
    } catch (PlatformException e) {
      if (e.fault() instanceof Fault.Gone) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(Capability.HIDE, Capability.RESTORE, Capability.DELETE, Capability.REPLY);
  }

  /**
   * Reads the state first, because WordPress reports success also when the comment already had the
   * requested state.
   */
  @Override
  public Applied apply(PlatformAction action, String commentId) throws PlatformException {
    if (action == PlatformAction.REPLY) {
      throw new IllegalArgumentException("a reply needs its text");
    }
    if (!capabilities().contains(Capability.of(action))) {
      throw new PlatformException(new Fault.Rejected("WordPress has no way to block an author."));
    }
    Observed before = observe(commentId);
    if (before.satisfies(action)) {
      return new Applied(false, before);
    }
    return switch (action) {
      case HIDE -> applied("hold", commentId);
      case RESTORE -> applied("approved", commentId);
      default -> trashed(commentId);
    };
  }

  private Applied applied(String status, String commentId) throws PlatformException {
    return new Applied(
        true, observed(http.post("/comments/" + commentId, Map.of("status", status)).body()));
  }

  private Applied trashed(String commentId) throws PlatformException {
    JsonAnswer answer = http.delete("/comments/" + commentId);
    if (WordPressHttp.code(answer).equals("rest_already_trashed")) {
      return new Applied(false, new Observed("trash", Visibility.DELETED));
    }
    return new Applied(true, observed(http.good(answer).body()));
  }

  @Override
  public Applied reply(UUID actionId, String commentId, String text) throws PlatformException {
    JsonNode comment = comment(commentId);
    Observed before = observed(comment);
    if (before.visibility() == Visibility.DELETED) {
      throw new PlatformException(
          new Fault.Gone("The comment is in the site's trash; there is nothing to answer."));
    }
    return new Applied(replies.post(actionId, comment, text), before);
  }

  @Override
  public Observed observe(String commentId) throws PlatformException {
    return observed(comment(commentId));
  }

  private JsonNode comment(String id) throws PlatformException {
    return http.get("/comments/" + id, Map.of("context", "edit", "_fields", "id,post,status"))
        .body();
  }

  private static Observed observed(JsonNode comment) {
    String status = comment.path("status").asText();
    return new Observed(status, visibility(status));
  }

  private static Visibility visibility(String status) {
    return switch (status) {
      case "approved" -> Visibility.VISIBLE;
      case "trash" -> Visibility.DELETED;
      default -> Visibility.HIDDEN; // hold, spam, and statuses of plugins
    };
  }

  private List<Sighting> sightings(List<RawJson> comments) throws PlatformException {
    List<Sighting> sightings = new ArrayList<>(comments.size());
    for (RawJson comment : comments) {
      sightings.add(sighting(comment));
    }
    return sightings;
  }

  private Sighting sighting(RawJson received) throws PlatformException {
    JsonNode comment = received.json();
    String raw = comment.at("/content/raw").asText("");
    long parent = comment.path("parent").asLong();
    long author = comment.path("author").asLong();
    return new Sighting(
        CommentList.id(received),
        posts.get(comment.path("post").asText()),
        parent == 0 ? Optional.empty() : Optional.of(String.valueOf(parent)),
        new Author(
            author == 0 ? Optional.empty() : Optional.of(String.valueOf(author)),
            HtmlText.of(comment.path("author_name").asText(""))),
        HtmlText.of(raw),
        visibility(comment.path("status").asText()),
        HtmlText.media(raw),
        Optional.ofNullable(comment.path("link").asText(null)),
        Optional.of(CommentList.writtenAt(received)),
        received.raw());
  }

  private static RawJson last(List<RawJson> comments) {
    return comments.get(comments.size() - 1);
  }
}
