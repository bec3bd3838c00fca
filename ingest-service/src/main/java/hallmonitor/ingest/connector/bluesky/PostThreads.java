package hallmonitor.ingest.connector.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.Recent;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.http.JsonAnswer;
import hallmonitor.ingest.connector.http.RawJson;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads whole threads: everything under a post, at every depth, hidden or not. */
final class PostThreads {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int REMEMBERED = 20_000;

  /** A comment with the version that was seen. */
  record Found(Sighting sighting, String cid) {}

  private final BlueskyApi api;
  private final Threadgates gates;
  private final InstantSource clock;
  private final Recent<Post> roots = new Recent<>(1_000);

  /**
   * Replies with nothing shown below them, with their number at the time: deleted, or by blocked
   * authors.
   */
  private final Recent<Long> fruitless = new Recent<>(REMEMBERED);

  PostThreads(BlueskyApi api, Threadgates gates, InstantSource clock) {
    this.api = api;
    this.gates = gates;
    this.clock = clock;
  }

  /** Returns the comments under a thread's first post. Empty if it is gone. */
  List<Found> under(String root) throws PlatformException {
    Set<String> hidden = gates.hidden(root);
    Map<String, PostView> all = new LinkedHashMap<>();
    Deque<String> anchors = new ArrayDeque<>(List.of(root));
    while (!anchors.isEmpty()) {
      String anchor = anchors.poll();
      for (Shown one : below(anchor, root)) {
        all.putIfAbsent(one.post().uri(), one.post());
        if (one.more() > 0 && !one.post().uri().equals(anchor) && isNew(one)) {
          anchors.add(one.post().uri());
        }
      }
      if (anchors.isEmpty()) {
        // Of the hidden replies, a thread shows at most the direct ones.
        for (PostView post : missing(hidden, all, root)) {
          all.put(post.uri(), post);
          if (post.replies() > 0) {
            anchors.add(post.uri());
          }
        }
      }
    }
    List<Found> found = new ArrayList<>();
    for (PostView post : all.values()) {
      if (!post.uri().equals(root)) {
        found.add(found(post, hidden));
      }
    }
    return found;
  }

  private boolean isNew(Shown one) {
    String uri = one.post().uri();
    boolean known = fruitless.get(uri).filter(count -> count == one.more()).isPresent();
    fruitless.put(uri, one.more());
    return !known;
  }

  private List<PostView> missing(Set<String> hidden, Map<String, PostView> all, String root)
      throws PlatformException {
    List<String> uris = hidden.stream().filter(uri -> !all.containsKey(uri)).toList();
    return api.posts(uris).stream().filter(p -> p.root().equals(root)).toList();
  }

  /**
   * A post in a thread.
   *
   * @param more replies to it that the answer does not show
   */
  private record Shown(PostView post, long more) {}

  private List<Shown> below(String anchor, String root) throws PlatformException {
    try {
      JsonAnswer answer =
          api.query(
              BlueskyLexicon.THREAD,
              List.of(
                  Map.entry("anchor", anchor),
                  Map.entry("above", "false"),
                  Map.entry("below", BlueskyLexicon.MOST_BELOW),
                  Map.entry("branchingFactor", BlueskyLexicon.MOST_BRANCHES)));
      List<Shown> shown = new ArrayList<>(shown(answer, root, false));
      if (answer.body().path("hasOtherReplies").asBoolean()) {
        shown.addAll(
            shown(
                api.query(BlueskyLexicon.OTHER_REPLIES, List.of(Map.entry("anchor", anchor))),
                root,
                true));
      }
      return shown;
    } catch (PlatformException e) {
      if (e.fault() instanceof Fault.Gone) {
        return List.of(); // deleted meanwhile
      }
      throw e;
    }
  }

  private List<Shown> shown(JsonAnswer answer, String root, boolean others)
      throws PlatformException {
    List<Shown> shown = new ArrayList<>();
    for (RawJson item : answer.objects("thread")) {
      JsonNode value = item.json().path("value");
      PostView post = new PostView(value.path("post"), item.raw());
      if (post.uri().equals(root)) {
        roots.put(root, post.asPost(clock.instant()).beginning());
      }
      if (item.json().path("depth").asInt() > 0 && !post.uri().isEmpty()) {
        // The other replies come without the ones below them.
        shown.add(new Shown(post, others ? post.replies() : value.path("moreReplies").asLong()));
      }
    }
    return shown;
  }

  /** Returns one comment with its place; a post that answers none counts as its own parent. */
  Found alone(PostView post) throws PlatformException {
    return found(post, gates.hidden(post.root()));
  }

  Optional<Found> find(AtUri uri) throws PlatformException {
    Optional<PostView> seen = view(uri);
    return seen.isEmpty() ? Optional.empty() : Optional.of(alone(seen.get()));
  }

  /**
   * Looks up a comment as shown. A comment by a blocked author, or by one who blocks the account,
   * is not shown to the account but still exists, as its record proves.
   */
  Optional<PostView> view(AtUri uri) throws PlatformException {
    Optional<PostView> seen = api.post(uri.uri());
    return seen.isPresent() ? seen : api.record(uri).map(stored -> unseen(uri, stored));
  }

  /** Makes a view of a bare record. Its author's name is unknown here. */
  private static PostView unseen(AtUri uri, BlueskyApi.Stored stored) {
    ObjectNode view = JSON.createObjectNode().put("uri", uri.uri()).put("cid", stored.cid());
    view.set("record", stored.value());
    view.putObject("author").put("did", uri.did()).put("handle", uri.did());
    return new PostView(view, stored.value().toString());
  }

  private Found found(PostView post, Set<String> hidden) throws PlatformException {
    Sighting sighting =
        new Sighting(
            post.uri(),
            root(post),
            post.parent(),
            post.author(),
            post.text(),
            hidden.contains(post.uri()) ? Visibility.HIDDEN : Visibility.VISIBLE,
            post.attachments(),
            post.permalink(),
            post.claimedAt(clock.instant()),
            post.raw());
    return new Found(sighting, post.cid());
  }

  private Post root(PostView post) throws PlatformException {
    if (post.root().equals(post.uri())) {
      return post.asPost(clock.instant()).beginning();
    }
    Optional<Post> known = roots.get(post.root());
    if (known.isPresent()) {
      return known.get();
    }
    Post read =
        api.post(post.root())
            .map(p -> p.asPost(clock.instant()).beginning())
            .orElseGet(
                () -> new Post(post.root(), "", "", AtUri.parse(post.root()).map(AtUri::page)));
    roots.put(post.root(), read);
    return read;
  }

  /** Returns when the newest of some comments was written; empty if there are none. */
  static Optional<Instant> newest(List<Found> comments) {
    return comments.stream()
        .flatMap(c -> c.sighting().claimedAt().stream())
        .max(Instant::compareTo);
  }
}
