package hallmonitor.ingest.connector.ghost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.CredentialResult.Identity;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.connector.BlockSource;
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
 * One Ghost site. A comment's status says whether it is published, hidden or deleted; deletion
 * keeps the row but shows its text to no one. A reply must come from a member, and an integration
 * is not a member.
 */
final class GhostConnector implements Connector {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant BEFORE_ALL = Instant.parse("2000-01-01T00:00:00Z");

  /** A comment may be stored a little after others that were started later. */
  private static final Duration OVERLAP = Duration.ofSeconds(5);

  private final GhostHttp http;
  private final ProfileSource frontPage;
  private final CommentWindow window;

  GhostConnector(GhostHttp http, ProfileSource frontPage) {
    this.http = http;
    this.frontPage = frontPage;
    this.window = new CommentWindow(http);
  }

  @Override
  public Optional<Identity> verifyAuth() throws PlatformException {
    window.newest();
    return Optional.empty(); // a key belongs to the site, and names nobody
  }

  @Override
  public Optional<PostSource> posts() {
    return Optional.of(new GhostPosts(http));
  }

  @Override
  public Optional<BlockSource> blocks() {
    return Optional.of(new GhostBlocks(http));
  }

  @Override
  public Optional<ProfileSource> profile() {
    return Optional.of(frontPage);
  }

  /** Reads the last seconds again each time; the engine knows what it has seen. */
  @Override
  public CommentPage poll(String cursor) throws PlatformException {
    CommentWindow.Place place =
        cursor.isEmpty()
            ? CommentWindow.Place.at(window.newest().orElse(BEFORE_ALL))
            : CommentWindow.Place.parse(cursor);
    CommentWindow.Part part = window.after(place, Optional.empty());
    CommentWindow.Place next = part.more() ? part.next() : live(part.next(), place);
    return CommentPage.of(sightings(part.comments()), next.cursor(), part.more());
  }

  private static CommentWindow.Place live(CommentWindow.Place reached, CommentWindow.Place place) {
    Instant from = reached.from().minus(OVERLAP);
    return CommentWindow.Place.at(from.isAfter(place.from()) ? from : place.from());
  }

  @Override
  public CommentPage reconcile(TimeSpan span, String cursor) throws PlatformException {
    CommentWindow.Place place =
        cursor.isEmpty() ? CommentWindow.Place.at(span.after()) : CommentWindow.Place.parse(cursor);
    CommentWindow.Part part = window.after(place, Optional.of(span.before()));
    List<Sighting> within =
        sightings(part.comments()).stream()
            .filter(s -> s.claimedAt().filter(span::holds).isPresent())
            .toList();
    return CommentPage.of(within, part.next().cursor(), part.more());
  }

  @Override
  public CommentPage backfill(Instant notBefore, String cursor) throws PlatformException {
    CommentWindow.Place place =
        cursor.isEmpty()
            ? CommentWindow.Place.at(window.newest().orElse(notBefore))
            : CommentWindow.Place.parse(cursor);
    CommentWindow.Part part = window.before(place, notBefore);
    Instant reached = part.more() ? part.next().from() : notBefore;
    Optional<Long> total = cursor.isEmpty() ? Optional.of(part.total()) : Optional.empty();
    return new CommentPage(
        sightings(part.comments()),
        part.next().cursor(),
        part.more(),
        Optional.of(new CommentPage.Progress(total, Optional.of(reached))));
  }

  @Override
  public Optional<Sighting> look(String id) throws PlatformException {
    Optional<RawJson> found = find(id);
    return found.isEmpty() ? Optional.empty() : Optional.of(sighting(found.get()));
  }

  /** Returns a comment unless it is deleted or never existed. */
  private Optional<RawJson> find(String id) throws PlatformException {
    try {
      return http
          .get("/comments/" + id + "/", Map.of())
          .readable(CommentWindow::writtenAt, "comments")
          .stream()
          .findFirst();
    } catch (PlatformException e) {
      if (e.fault() instanceof Fault.Gone) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(EnumSet.of(Capability.REPLY));
  }

  @Override
  public Applied apply(PlatformAction action, String commentId) throws PlatformException {
    return switch (action) {
      case HIDE -> status(action, commentId, "hidden");
      case RESTORE -> status(action, commentId, "published");
      case DELETE -> status(action, commentId, "deleted");
      case BLOCK_AUTHOR -> commenting(commentId, false);
      case UNBLOCK_AUTHOR -> commenting(commentId, true);
      case REPLY -> throw new IllegalArgumentException("a reply needs its text");
    };
  }

  private Applied status(PlatformAction action, String id, String status) throws PlatformException {
    Observed before = observe(id);
    if (before.satisfies(action)) {
      return new Applied(false, before);
    }
    if (before.visibility() == Visibility.DELETED) {
      throw new PlatformException(
          new Fault.Gone("The comment is deleted on the site; its author may have done it."));
    }
    ObjectNode body = JSON.createObjectNode();
    body.putArray("comments").addObject().put("id", id).put("status", status);
    JsonNode changed = http.write("PUT", "/comments/" + id + "/", body).body();
    return new Applied(true, observed(changed.at("/comments/0/status").asText()));
  }

  /** Allows or forbids a member to comment; earlier comments stay unchanged. */
  private Applied commenting(String id, boolean may) throws PlatformException {
    JsonNode comment =
        find(id)
            .map(RawJson::json)
            .orElseThrow(
                () -> new PlatformException(new Fault.Gone("The comment no longer exists there.")));
    JsonNode member = comment.path("member");
    if (member.path("id").asText("").isEmpty()) {
      throw new PlatformException(
          new Fault.Rejected("The comment's author is no longer a member of the site."));
    }
    Observed seen = observed(comment.path("status").asText());
    if (member.path("can_comment").asBoolean(true) == may) {
      return new Applied(false, seen);
    }
    String path = "/members/" + member.path("id").asText() + "/commenting/";
    if (may) {
      http.write("POST", path + "enable/", JSON.createObjectNode());
    } else {
      http.write(
          "POST",
          path + "disable/",
          JSON.createObjectNode().put("reason", "Hall Monitor").put("hide_comments", false));
    }
    return new Applied(true, seen);
  }

  @Override
  public Applied reply(UUID actionId, String commentId, String text) throws PlatformException {
    throw new PlatformException(
        new Fault.Rejected(
            "On Ghost only a member can reply, and Hall Monitor is none; reply on the site"
                + " yourself."));
  }

  /** Ghost shows deleted comments to no one, but still says who liked them. */
  @Override
  public Observed observe(String commentId) throws PlatformException {
    Optional<RawJson> found = find(commentId);
    if (found.isPresent()) {
      return observed(found.get().json().path("status").asText());
    }
    http.get("/comments/" + commentId + "/likes/", Map.of("limit", "1"));
    return observed("deleted");
  }

  private static Observed observed(String status) {
    return new Observed(
        status,
        switch (status) {
          case "published" -> Visibility.VISIBLE;
          case "deleted" -> Visibility.DELETED;
          default -> Visibility.HIDDEN;
        });
  }

  private static List<Sighting> sightings(List<RawJson> comments) throws PlatformException {
    List<Sighting> sightings = new ArrayList<>();
    for (RawJson one : comments) {
      sightings.add(sighting(one));
    }
    return sightings;
  }

  private static Sighting sighting(RawJson received) throws PlatformException {
    JsonNode comment = received.json();
    JsonNode post = comment.path("post");
    Optional<String> link = Optional.ofNullable(post.path("url").asText(null));
    String html = comment.path("html").asText("");
    Optional<String> answers =
        Optional.ofNullable(comment.path("in_reply_to_id").asText(null))
            .or(() -> Optional.ofNullable(comment.path("parent_id").asText(null)));
    return new Sighting(
        comment.path("id").asText(),
        new Post(
            post.path("id").asText(),
            post.path("title").asText(""),
            post.path("excerpt").asText(""),
            link),
        answers,
        new Author(
            Optional.ofNullable(comment.at("/member/id").asText(null)),
            comment.at("/member/name").asText("")),
        HtmlText.shown(html),
        observed(comment.path("status").asText()).visibility(),
        HtmlText.media(html),
        link,
        Optional.of(CommentWindow.writtenAt(received)),
        received.without("member", "email").raw());
  }
}
