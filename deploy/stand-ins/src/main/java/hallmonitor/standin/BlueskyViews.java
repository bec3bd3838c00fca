package hallmonitor.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The AppView's view of the records, like {@code @atproto/bsky}: sorted by the time that authors
 * type, without people who block each other, and with hidden replies separate.
 */
final class BlueskyViews {
  private final BlueskyRecords records;
  private final BlueskyAccounts accounts;

  BlueskyViews(BlueskyRecords records, BlueskyAccounts accounts) {
    this.records = records;
    this.accounts = accounts;
  }

  JsonNode posts(List<String> uris, String viewer) {
    ArrayNode posts = JsonNodeFactory.instance.arrayNode();
    for (String uri : uris) {
      records
          .find(uri)
          .filter(post -> !blocked(post.did(), viewer))
          .ifPresent(post -> posts.add(view(post)));
    }
    return object().set("posts", posts);
  }

  JsonNode feed(String actor, int limit, int from) {
    List<BlueskyRecord> all =
        sorted(posts().filter(p -> p.did().equals(actor) && !p.value().has("reply")));
    ObjectNode answer = page(all.size(), limit, from);
    ArrayNode feed = answer.putArray("feed");
    all.stream().skip(from).limit(limit).forEach(p -> feed.addObject().set("post", view(p)));
    return answer;
  }

  JsonNode notifications(String viewer, List<String> reasons, int limit, int from) {
    List<BlueskyRecord> all =
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

  private Optional<String> reason(BlueskyRecord post, String viewer) {
    Optional<BlueskyRecord> above = records.find(post.parent());
    for (int depth = 0; depth < 5 && above.isPresent(); depth++) {
      if (above.get().did().equals(viewer)) {
        return Optional.of("reply");
      }
      above = records.find(above.get().parent());
    }
    if (post.value().at("/embed/record/uri").asText().startsWith("at://" + viewer + "/")) {
      return Optional.of("quote");
    }
    boolean mentioned = post.value().path("facets").findValuesAsText("did").contains(viewer);
    return mentioned ? Optional.of("mention") : Optional.empty();
  }

  JsonNode profile(String did, String viewer) {
    ObjectNode profile = object().put("did", did).put("handle", accounts.handle(did));
    profile.put("displayName", name(did)).put("description", said(did, "description"));
    ObjectNode seen = profile.putObject("viewer");
    records.index().blocks().stream()
        .filter(b -> b.did().equals(viewer) && b.value().path("subject").asText().equals(did))
        .findFirst()
        .ifPresent(b -> seen.put("blocking", b.uri()));
    return profile;
  }

  /** The profiles of those that the viewer blocks, on one page. */
  JsonNode blocks(String viewer) {
    ObjectNode answer = object();
    ArrayNode blocks = answer.putArray("blocks");
    records.index().blocks().stream()
        .filter(b -> b.did().equals(viewer))
        .forEach(b -> blocks.add(profile(b.value().path("subject").asText(), viewer)));
    return answer;
  }

  /** All direct replies and some below, without hidden ones. */
  JsonNode thread(String anchor, String viewer, int below, int branches) {
    ObjectNode answer = object();
    ArrayNode thread = answer.putArray("thread");
    Optional<BlueskyRecord> post = records.find(anchor);
    if (post.isEmpty()) {
      thread.addObject().put("uri", anchor).put("depth", 0).putObject("value");
      return answer;
    }
    add(thread, post.get(), 0, below, branches, viewer);
    boolean others = replies(post.get(), viewer).stream().anyMatch(this::hidden);
    return answer.put("hasOtherReplies", others);
  }

  private void add(
      ArrayNode thread, BlueskyRecord post, int depth, int below, int branches, String viewer) {
    ObjectNode item = thread.addObject().put("uri", post.uri()).put("depth", depth);
    List<BlueskyRecord> replies =
        depth >= below
            ? List.of()
            : replies(post, viewer).stream()
                .filter(Predicate.not(this::hidden))
                .limit(depth == 0 ? Long.MAX_VALUE : branches)
                .toList();
    ObjectNode value = item.putObject("value");
    value.set("post", view(post));
    value.put("moreReplies", count(post) - replies.size()).put("hiddenByThreadgate", false);
    for (BlueskyRecord reply : replies) {
      add(thread, reply, depth + 1, below, branches, viewer);
    }
  }

  /** The direct replies that the thread leaves out, without those below them. */
  JsonNode others(String anchor, String viewer) {
    ObjectNode answer = object();
    ArrayNode thread = answer.putArray("thread");
    for (BlueskyRecord reply : replies(records.find(anchor).orElseThrow(), viewer)) {
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
  private List<BlueskyRecord> replies(BlueskyRecord to, String viewer) {
    return sorted(
        records.index().repliesTo(to.uri()).stream()
            .filter(p -> !blocked(p.did(), to.did()) && !blocked(p.did(), viewer)));
  }

  private boolean hidden(BlueskyRecord reply) {
    return records
        .find(reply.root().replace(BlueskyThread.POST, "app.bsky.feed.threadgate"))
        .filter(
            gate -> {
              for (JsonNode uri : gate.value().path("hiddenReplies")) {
                if (uri.asText().equals(reply.uri())) {
                  return true;
                }
              }
              return false;
            })
        .isPresent();
  }

  /** Returns whether a reply is neither hidden, nor under a hidden one, nor by a blocked author. */
  boolean unfolded(BlueskyRecord reply, String district) {
    return !hidden(reply)
        && !blocked(reply.did(), district)
        && records
            .find(reply.parent())
            .filter(above -> above.uri().equals(reply.root()) || unfolded(above, district))
            .isPresent();
  }

  private boolean blocked(String one, String other) {
    return records.index().blocked(one, other);
  }

  private Stream<BlueskyRecord> posts() {
    return records.index().posts().stream();
  }

  /** Returns the name that an account shows; empty for none. */
  String name(String did) {
    return said(did, "displayName");
  }

  private String said(String did, String field) {
    return records
        .find("at://" + did + "/app.bsky.actor.profile/self")
        .map(profile -> profile.value().path(field).asText())
        .orElse("");
  }

  /** Returns the address at which an embedded picture is served. */
  static String address(JsonNode image) {
    String link = image.at("/image/ref/$link").asText();
    return link.startsWith("http") ? link : "https://cdn.example/" + link;
  }

  private static List<BlueskyRecord> sorted(Stream<BlueskyRecord> posts) {
    return posts.sorted(Comparator.comparing(BlueskyRecord::sortedAt).reversed()).toList();
  }

  private long count(BlueskyRecord post) {
    return records.index().repliesTo(post.uri()).size();
  }

  private ObjectNode view(BlueskyRecord post) {
    ObjectNode view = object().put("uri", post.uri()).put("cid", post.cid());
    view.putObject("author")
        .put("did", post.did())
        .put("handle", accounts.handle(post.did()))
        .put("displayName", name(post.did()));
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
                      .put("fullsize", address(i))
                      .put("alt", i.path("alt").asText()));
    }
    return view.put("replyCount", count(post)).put("indexedAt", post.sortedAt().toString());
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static ObjectNode page(int size, int limit, int from) {
    ObjectNode answer = object();
    return from + limit < size ? answer.put("cursor", String.valueOf(from + limit)) : answer;
  }
}
