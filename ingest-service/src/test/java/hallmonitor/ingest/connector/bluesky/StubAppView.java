package hallmonitor.ingest.connector.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hallmonitor.ingest.connector.bluesky.StubRepos.Kept;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The AppView's view of the records, like {@code @atproto/bsky}: sorted by the time that authors
 * type, without people who block each other, and with hidden replies separate.
 */
final class StubAppView {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final StubRepos repos;
  private final StubAccounts accounts;

  StubAppView(StubRepos repos, StubAccounts accounts) {
    this.repos = repos;
    this.accounts = accounts;
  }

  JsonNode posts(List<String> uris, String viewer) {
    ArrayNode posts = JSON.createArrayNode();
    for (String uri : uris) {
      Kept post = repos.find(uri);
      if (post != null && !blocked(post.did(), viewer)) {
        posts.add(view(post));
      }
    }
    return JSON.createObjectNode().set("posts", posts);
  }

  JsonNode feed(String actor, int limit, int from) {
    List<Kept> all = sorted(posts().filter(p -> p.did().equals(actor) && !p.value().has("reply")));
    ObjectNode answer = page(all.size(), limit, from);
    ArrayNode feed = answer.putArray("feed");
    all.stream().skip(from).limit(limit).forEach(p -> feed.addObject().set("post", view(p)));
    return answer;
  }

  JsonNode notifications(String viewer, List<String> reasons, int limit, int from) {
    List<Kept> all =
        sorted(
            posts()
                .filter(p -> !p.did().equals(viewer) && !blocked(p.did(), viewer))
                .filter(p -> reason(p, viewer).filter(reasons::contains).isPresent()));
    ObjectNode answer = page(all.size(), limit, from);
    ArrayNode notifications = answer.putArray("notifications");
    all.stream()
        .skip(from)
        .limit(limit)
        .forEach(
            p -> {
              ObjectNode one = view(p);
              one.put("reason", reason(p, viewer).orElseThrow());
              notifications.add(one);
            });
    return answer;
  }

  private Optional<String> reason(Kept post, String viewer) {
    Kept above = post;
    for (int depth = 0; depth < 5 && above != null; depth++) {
      above = repos.find(above.parent());
      if (above != null && above.did().equals(viewer)) {
        return Optional.of("reply");
      }
    }
    if (post.value().at("/embed/record/uri").asText().startsWith("at://" + viewer + "/")) {
      return Optional.of("quote");
    }
    boolean mentioned = post.value().path("facets").findValuesAsText("did").contains(viewer);
    return mentioned ? Optional.of("mention") : Optional.empty();
  }

  JsonNode profile(String did, String viewer) {
    ObjectNode profile =
        JSON.createObjectNode().put("did", did).put("handle", accounts.handle(did));
    ObjectNode seen = profile.putObject("viewer");
    blocks()
        .filter(b -> b.did().equals(viewer) && b.value().path("subject").asText().equals(did))
        .findFirst()
        .ifPresent(b -> seen.put("blocking", b.uri()));
    return profile;
  }

  /** All direct replies and some below, without hidden ones. */
  JsonNode thread(String anchor, String viewer, int below, int branches) {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode thread = answer.putArray("thread");
    Kept post = repos.find(anchor);
    if (post == null) {
      thread.addObject().put("uri", anchor).put("depth", 0).putObject("value");
      return answer;
    }
    add(thread, post, 0, below, branches, viewer);
    answer.put("hasOtherReplies", replies(post, viewer).stream().anyMatch(r -> hidden(r)));
    return answer;
  }

  private void add(ArrayNode thread, Kept post, int depth, int below, int branches, String viewer) {
    ObjectNode item = thread.addObject().put("uri", post.uri()).put("depth", depth);
    List<Kept> replies =
        depth >= below
            ? List.of()
            : replies(post, viewer).stream()
                .filter(Predicate.not(this::hidden))
                .limit(depth == 0 ? Long.MAX_VALUE : branches)
                .toList();
    ObjectNode value = item.putObject("value");
    value.set("post", view(post));
    value.put("moreReplies", count(post) - replies.size()).put("hiddenByThreadgate", false);
    for (Kept reply : replies) {
      add(thread, reply, depth + 1, below, branches, viewer);
    }
  }

  /** The direct replies that the thread leaves out, without those below them. */
  JsonNode others(String anchor, String viewer) {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode thread = answer.putArray("thread");
    for (Kept reply : replies(repos.find(anchor), viewer)) {
      if (hidden(reply)) {
        ObjectNode value =
            thread.addObject().put("uri", reply.uri()).put("depth", 1).putObject("value");
        value.set("post", view(reply));
        value.put("moreReplies", 0).put("hiddenByThreadgate", true);
      }
    }
    return answer;
  }

  /** Replies between people who block each other are in no one's thread. */
  private List<Kept> replies(Kept to, String viewer) {
    return sorted(
        posts()
            .filter(p -> p.parent().equals(to.uri()))
            .filter(p -> !blocked(p.did(), to.did()) && !blocked(p.did(), viewer)));
  }

  private boolean hidden(Kept reply) {
    String root = reply.value().at("/reply/root/uri").asText();
    Kept gate = repos.find(root.replace("app.bsky.feed.post", "app.bsky.feed.threadgate"));
    if (gate != null) {
      for (JsonNode uri : gate.value().path("hiddenReplies")) {
        if (uri.asText().equals(reply.uri())) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean blocked(String one, String other) {
    return blocks()
        .anyMatch(
            b ->
                b.did().equals(one) && b.value().path("subject").asText().equals(other)
                    || b.did().equals(other) && b.value().path("subject").asText().equals(one));
  }

  private Stream<Kept> blocks() {
    return repos.all().stream().filter(r -> r.collection().equals("app.bsky.graph.block"));
  }

  private Stream<Kept> posts() {
    return repos.all().stream().filter(Kept::isPost);
  }

  private static List<Kept> sorted(Stream<Kept> posts) {
    return posts.sorted(Comparator.comparing(Kept::sortedAt).reversed()).toList();
  }

  private long count(Kept post) {
    return posts().filter(p -> p.parent().equals(post.uri())).count();
  }

  private ObjectNode view(Kept post) {
    ObjectNode view = JSON.createObjectNode().put("uri", post.uri()).put("cid", post.cid());
    view.putObject("author").put("did", post.did()).put("handle", accounts.handle(post.did()));
    view.set("record", post.value());
    JsonNode embed = post.value().path("embed");
    if (embed.has("images")) {
      ArrayNode images = view.putObject("embed").putArray("images");
      embed
          .path("images")
          .forEach(
              i ->
                  images
                      .addObject()
                      .put("fullsize", "https://cdn.example/" + i.at("/image/ref/$link").asText())
                      .put("alt", i.path("alt").asText()));
    }
    return view.put("replyCount", count(post)).put("indexedAt", post.sortedAt().toString());
  }

  private static ObjectNode page(int size, int limit, int from) {
    ObjectNode answer = JSON.createObjectNode();
    return from + limit < size ? answer.put("cursor", String.valueOf(from + limit)) : answer;
  }
}
