package hallmonitor.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people write under a post on Bluesky: records of their own, each signed by its author. */
final class BlueskyThread implements ShownPost {
  static final String POST = "app.bsky.feed.post";
  private static final String PROFILE = "app.bsky.actor.profile";

  private final BlueskyRecords records;
  private final BlueskyViews views;
  private final String district;
  private final String post;

  /**
   * Opens the thread under the district's first post; writes that post if there is none.
   *
   * @param district the district's id
   */
  BlueskyThread(BlueskyRecords records, BlueskyViews views, String district, SchoolPost post) {
    this.records = records;
    this.views = views;
    this.district = district;
    this.post =
        records.index().posts().stream()
            .filter(p -> p.did().equals(district) && p.parent().isEmpty())
            .map(BlueskyRecord::uri)
            .findFirst()
            .orElseGet(() -> create(district, record(post.text())));
  }

  private static ObjectNode record(String text) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("$type", POST)
        .put("text", text)
        .put("createdAt", Instant.now().toString());
  }

  private String create(String did, ObjectNode record) {
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    input.put("repo", did).put("collection", POST).set("record", record);
    return records.create(input).path("uri").asText();
  }

  private void put(String did, String collection, String key, JsonNode record) {
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    input.put("repo", did).put("collection", collection).put("rkey", key).set("record", record);
    records.put(input);
  }

  @Override
  public List<SaidComment> all() {
    List<SaidComment> all = new ArrayList<>();
    for (BlueskyRecord one : records.index().posts()) {
      if (one.root().equals(post)) {
        all.add(said(one));
      }
    }
    return all;
  }

  @Override
  public Optional<SaidComment> find(String id) {
    return records.find(id).filter(one -> one.root().equals(post)).map(this::said);
  }

  private SaidComment said(BlueskyRecord one) {
    List<String> pictures = new ArrayList<>();
    one.value().path("embed").path("images").forEach(i -> pictures.add(BlueskyViews.address(i)));
    return new SaidComment(
        one.uri(),
        one.parent().equals(post) ? "" : one.parent(),
        one.did(),
        views.name(one.did()),
        one.value().path("text").asText(),
        pictures,
        one.sortedAt(),
        views.unfolded(one, district));
  }

  @Override
  public String author(Person person) {
    return "did:plc:" + person.key();
  }

  @Override
  public boolean welcomes(Person person) {
    return !records.index().blocked(author(person), district);
  }

  @Override
  public String write(Person by, String to, String text, String picture) {
    String did = author(by);
    ObjectNode profile = JsonNodeFactory.instance.objectNode().put("displayName", by.name());
    if (!by.name().equals(views.name(did))) {
      put(did, PROFILE, "self", profile.put("$type", PROFILE));
    }
    ObjectNode record = record(text);
    ObjectNode reply = record.putObject("reply");
    reply.set("root", ref(post));
    reply.set("parent", ref(to.isEmpty() ? post : to));
    if (!picture.isEmpty()) {
      ObjectNode embed = record.putObject("embed").put("$type", "app.bsky.embed.images");
      ObjectNode image = embed.putArray("images").addObject().put("alt", "");
      image.putObject("image").put("$type", "blob").putObject("ref").put("$link", picture);
    }
    return create(did, record);
  }

  private ObjectNode ref(String uri) {
    String cid = records.find(uri).orElseThrow().cid();
    return JsonNodeFactory.instance.objectNode().put("uri", uri).put("cid", cid);
  }

  @Override
  public void edit(String id, String text) {
    ObjectNode record = records.find(id).orElseThrow().value().deepCopy();
    put(id.split("/")[2], POST, key(id), record.put("text", text));
  }

  @Override
  public void delete(String id) {
    records.delete(
        JsonNodeFactory.instance
            .objectNode()
            .put("repo", id.split("/")[2])
            .put("collection", POST)
            .put("rkey", key(id)));
  }

  private static String key(String uri) {
    return uri.substring(uri.lastIndexOf('/') + 1);
  }

  @Override
  public long version() {
    return records.version();
  }

  @Override
  public void onChange(Runnable called) {
    records.onChange(called);
  }
}
