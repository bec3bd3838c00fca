package hallmonitor.ingest.connector.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hallmonitor.ingest.connector.TestSite;
import hallmonitor.ingest.connector.bluesky.BlueskyServer.Person;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Bluesky as the people on it use it: {@code troll} writes under a post of the district. */
public final class BlueskySite implements TestSite {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String POST = "app.bsky.feed.post";

  private final BlueskyServer server;
  private final Map<String, ObjectNode> refs = new ConcurrentHashMap<>();
  private final Runnable settle;
  private boolean rushing;
  Person district;
  Person parent;
  Person troll;
  private final String appPassword;
  private final String post;

  /**
   * Makes accounts and a post.
   *
   * @param settle waits until the AppView has processed all writes
   */
  public BlueskySite(String url, Runnable settle) {
    this.server = new BlueskyServer(url);
    this.settle = settle;
    String run = Long.toString(System.nanoTime(), 36);
    district = server.signUp("district" + run);
    parent = server.signUp("parent" + run);
    troll = server.signUp("troll" + run);
    appPassword =
        server
            .call(
                "com.atproto.server.createAppPassword",
                district,
                JSON.createObjectNode().put("name", "hall-monitor"))
            .path("password")
            .asText();
    post = write(district, record("Board meets tonight"));
  }

  /** Writes what the district's account says about itself. */
  void describe(String description) {
    ObjectNode record = JSON.createObjectNode().put("description", description);
    record.put("displayName", "Maple Valley Schools");
    server.put(district, "app.bsky.actor.profile", "self", record);
    settle.run();
  }

  /** Opens new sessions for everyone, like people with expired sessions. */
  void signInAgain() {
    district = server.signIn(district);
    parent = server.signIn(parent);
    troll = server.signIn(troll);
  }

  /** Puts a number of hidden replies into the gate of the district's post. */
  void hideMany(int count) {
    ObjectNode gate =
        JSON.createObjectNode().put("post", post).put("createdAt", Instant.now().toString());
    ArrayNode hidden = gate.putArray("hiddenReplies");
    for (int i = 0; i < count; i++) {
      hidden.add("at://" + troll.did() + "/app.bsky.feed.post/3aaaaaaaaa" + (100 + i));
    }
    put(district, "app.bsky.feed.threadgate", key(post), gate);
  }

  @Override
  public String url() {
    return server.url();
  }

  @Override
  public String credential() {
    return district.handle() + ":" + appPassword;
  }

  /** Returns the account's own password, which is more than an app password. */
  String ownPassword() {
    return district.handle() + ":pw-" + district.handle().replace(".test", "");
  }

  @Override
  public String wrongCredential() {
    return district.handle() + ":aaaa-bbbb-cccc-dddd";
  }

  @Override
  public String post() {
    return post;
  }

  @Override
  public String reply(String to, String text) {
    return reply(troll, to, text, Instant.now().toString());
  }

  /** Answers with a chosen time. */
  String reply(Person by, String to, String text, String createdAt) {
    return write(by, answering(to, record(text).put("createdAt", createdAt)));
  }

  /** Answers with a chosen time and a matching key, as only a custom client can. */
  String backdated(String to, String text, String createdAt, String key) {
    ObjectNode record = answering(to, record(text).put("createdAt", createdAt));
    JsonNode written = put(troll, POST, key, record.put("$type", POST));
    return keep(written, record);
  }

  private ObjectNode answering(String to, ObjectNode record) {
    ObjectNode reply = record.putObject("reply");
    ObjectNode ref = refs.get(to);
    reply.set("root", ref(ref.has("root") ? ref.path("root").asText() : to));
    reply.set("parent", ref(to));
    return record;
  }

  static ObjectNode record(String text) {
    return JSON.createObjectNode().put("text", text).put("createdAt", Instant.now().toString());
  }

  String write(Person by, ObjectNode record) {
    ObjectNode input = JSON.createObjectNode().put("repo", by.did()).put("collection", POST);
    input.set("record", record.put("$type", POST));
    return keep(server.call("com.atproto.repo.createRecord", by, input), record);
  }

  private String keep(JsonNode written, ObjectNode record) {
    ObjectNode ref =
        JSON.createObjectNode()
            .put("uri", written.path("uri").asText())
            .put("cid", written.path("cid").asText());
    JsonNode root = record.at("/reply/root/uri");
    if (!root.isMissingNode()) {
      ref.put("root", root.asText());
    }
    refs.put(ref.path("uri").asText(), ref);
    if (!rushing) {
      settle.run();
    }
    return ref.path("uri").asText();
  }

  @Override
  public List<String> burst(int count) {
    rushing = true;
    try {
      return TestSite.super.burst(count);
    } finally {
      rushing = false;
      settle.run();
    }
  }

  /** Returns the name and the version of a post, as another post refers to it. */
  ObjectNode ref(String uri) {
    return refs.get(uri).deepCopy().without(List.of("root"));
  }

  JsonNode put(Person by, String collection, String key, ObjectNode record) {
    return server.put(by, collection, key, record);
  }

  JsonNode record(String uri, String collection) {
    return server.record(uri, collection);
  }

  @Override
  public void edit(String uri, String text) {
    ObjectNode record = (ObjectNode) server.record(uri, POST).path("value").deepCopy();
    keep(put(troll, POST, key(uri), record.put("text", text)), record);
  }

  static String key(String uri) {
    return uri.substring(uri.lastIndexOf('/') + 1);
  }

  @Override
  public void delete(String uri) {
    delete(troll, uri);
  }

  private void delete(Person by, String uri) {
    server.call("com.atproto.repo.deleteRecord", by, deletion(uri));
    settle.run();
  }

  private static ObjectNode deletion(String uri) {
    return JSON.createObjectNode()
        .put("repo", uri.split("/")[2])
        .put("collection", POST)
        .put("rkey", key(uri));
  }

  /** Asks the server to delete someone else's post, as the district. */
  int deleteAsDistrict(String uri) {
    return server.send("com.atproto.repo.deleteRecord", district, deletion(uri)).statusCode();
  }

  @Override
  public String missing() {
    return "at://" + troll.did() + "/app.bsky.feed.post/3aaaaaaaaaaa2";
  }

  @Override
  public boolean shows(String uri) {
    settle.run();
    for (JsonNode item : thread(uri)) {
      if (item.path("uri").asText().equals(uri)) {
        return true;
      }
    }
    return false;
  }

  private JsonNode thread(String uri) {
    ObjectNode ref = refs.get(uri);
    String root = ref != null && ref.has("root") ? ref.path("root").asText() : post;
    return server
        .get("app.bsky.unspecced.getPostThreadV2?anchor=" + root + "&below=20", parent)
        .path("thread");
  }

  @Override
  public boolean mayWrite(String uri) {
    String asked = comment("may I? " + System.nanoTime());
    boolean shown = shows(asked);
    delete(asked);
    return shown;
  }

  @Override
  public Optional<String> picture(String text) {
    ObjectNode record = record(text);
    ObjectNode embed = record.putObject("embed").put("$type", "app.bsky.embed.images");
    embed
        .putArray("images")
        .addObject()
        .put("alt", "a dot")
        .set("image", server.upload(troll, PNG, "image/png"));
    return Optional.of(write(troll, answering(post, record)));
  }

  /** A picture of one pixel. */
  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}
