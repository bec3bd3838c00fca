package hallmonitor.ingest.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.contract.event.CredentialResult.Identity;
import hallmonitor.contract.event.CredentialResult.Kind;
import hallmonitor.ingest.connector.BlockSource;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PostSighting;
import hallmonitor.ingest.connector.ProfileSource;
import hallmonitor.ingest.connector.http.JsonAnswer;
import hallmonitor.ingest.connector.http.ProfileText;
import hallmonitor.ingest.connector.http.RawJson;
import hallmonitor.ingest.connector.meta.CountedPost;
import hallmonitor.ingest.connector.meta.GraphAccount;
import hallmonitor.ingest.connector.meta.GraphApi;
import hallmonitor.ingest.connector.meta.GraphComment;
import hallmonitor.ingest.connector.meta.GraphPage;
import hallmonitor.ingest.connector.meta.GraphTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A Page, its posts and their comments. */
final class FacebookPage implements GraphAccount {
  private static final int POSTS = 50;
  private static final int COMMENTS = 100;
  private static final int REMEMBERED = 20_000;

  /**
   * The newest comment and the number of all, at every depth
   * (https://developers.facebook.com/docs/graph-api/reference/object/comments).
   */
  private static final String POST_FIELDS =
      "id,message,story,created_time,permalink_url,full_picture,"
          + "comments.filter(stream).order(reverse_chronological).limit(1).summary(total_count){id,message}";

  private static final String PROFILE_FIELDS =
      "name,about,description,website,phone,emails,picture.width(400){url}";

  private final GraphApi api;

  /** Posts, by the part of a comment's id that names them. */
  private final Map<String, Post> posts = new ConcurrentHashMap<>();

  FacebookPage(GraphApi api) {
    this.api = api;
  }

  /** Asks for a field that a Page has but a person does not. */
  @Override
  public Identity verify() throws PlatformException {
    try {
      JsonNode page = api.get("/me", Map.of("fields", "id,name,category")).body();
      return new Identity(page.path("id").asText(), page.path("name").asText(), Kind.ACCOUNT);
    } catch (PlatformException e) {
      throw e.fault() instanceof Fault.Rejected
          ? new PlatformException(
              new Fault.AuthLost(
                  "The token is a person's and not a Page's; get the Page's own token from"
                      + " /me/accounts and store it."))
          : e;
    }
  }

  /** See https://developers.facebook.com/docs/graph-api/reference/page. */
  @Override
  public Optional<ProfileSource> profile() {
    return Optional.of(
        () -> {
          JsonNode page = api.get("/me", Map.of("fields", PROFILE_FIELDS)).body();
          ProfileText said =
              new ProfileText()
                  .link(page.path("website").asText(""))
                  .picture(page.at("/picture/data/url").asText(""));
          for (String part : List.of("about", "description", "phone")) {
            said.plain(page.path(part).asText(""));
          }
          page.path("emails").forEach(email -> said.plain(email.asText("")));
          return said.profile(page.path("name").asText(""), true, Optional.empty());
        });
  }

  @Override
  public GraphPage<CountedPost> posts(String me, String after) throws PlatformException {
    JsonAnswer answer =
        api.get("/" + me + "/posts", GraphPage.query(Map.of("fields", POST_FIELDS), POSTS, after));
    List<CountedPost> found = new ArrayList<>();
    for (JsonNode one : answer.body().path("data")) {
      PostSighting post = post(one);
      remember(post.beginning());
      JsonNode comments = one.path("comments");
      found.add(
          new CountedPost(
              post,
              comments.at("/summary/total_count").asLong(),
              comments.path("data").toString()));
    }
    return new GraphPage<>(found, GraphPage.next(answer));
  }

  private static PostSighting post(JsonNode json) {
    return new PostSighting(
        json.path("id").asText(),
        "",
        json.path("message").asText(json.path("story").asText("")),
        Optional.ofNullable(json.path("full_picture").asText(null)).stream().toList(),
        Optional.ofNullable(json.path("permalink_url").asText(null)),
        GraphTime.parse(json.path("created_time").asText("")));
  }

  private void remember(Post post) {
    if (posts.size() > REMEMBERED) {
      posts.clear(); // forgotten values are requested again
    }
    posts.put(post.id().substring(post.id().indexOf('_') + 1), post);
  }

  @Override
  public GraphPage<GraphComment> comments(CountedPost post, String after) throws PlatformException {
    return comments("/" + post.post().id() + "/comments", post.post(), after);
  }

  private GraphPage<GraphComment> comments(String edge, Post post, String after)
      throws PlatformException {
    Map<String, String> query =
        Map.of(
            "fields", FacebookComment.FIELDS,
            "filter", "stream",
            "order", "reverse_chronological");
    JsonAnswer answer = api.get(edge, GraphPage.query(query, COMMENTS, after));
    List<GraphComment> found = new ArrayList<>();
    for (RawJson one : answer.objects("data")) {
      found.add(FacebookComment.of(one, post));
    }
    return new GraphPage<>(found, GraphPage.next(answer));
  }

  @Override
  public Optional<GraphComment> find(String id) throws PlatformException {
    try {
      JsonAnswer answer = api.get("/" + id, Map.of("fields", FacebookComment.FIELDS));
      return Optional.of(FacebookComment.of(answer.objects().get(0), postOf(id)));
    } catch (PlatformException e) {
      if (e.fault() instanceof Fault.Gone) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** A comment's id begins with that of its post, without the Page's. */
  private Post postOf(String comment) throws PlatformException {
    String ofPost = comment.substring(0, Math.max(0, comment.indexOf('_')));
    Post known = posts.get(ofPost);
    if (known != null) {
      return known;
    }
    String id = verify().id() + "_" + ofPost;
    try {
      Post found =
          post(api.get("/" + id, Map.of("fields", "id,message,story,permalink_url")).body())
              .beginning();
      remember(found);
      return found;
    } catch (PlatformException e) {
      if (e.fault() instanceof Fault.Gone) {
        return new Post(id, "", "", Optional.empty());
      }
      throw e;
    }
  }

  @Override
  public List<GraphComment> replies(GraphComment comment) throws PlatformException {
    List<GraphComment> all = new ArrayList<>();
    String after = "";
    do {
      GraphPage<GraphComment> page =
          comments("/" + comment.thread() + "/comments", comment.seen().post(), after);
      all.addAll(page.items());
      after = page.after();
    } while (!after.isEmpty());
    return all;
  }

  @Override
  public boolean sortsReplies() {
    return true;
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  @Override
  public String hideParameter() {
    return "is_hidden";
  }

  @Override
  public String replyEdge() {
    return "/comments";
  }

  /** See https://developers.facebook.com/docs/graph-api/reference/page/blocked. */
  @Override
  public boolean isBlocked(String me, String author) throws PlatformException {
    return !api.get("/" + me + "/blocked", Map.of("user", author)).body().path("data").isEmpty();
  }

  @Override
  public void block(String me, String author, boolean blocked) throws PlatformException {
    if (blocked) {
      api.post("/" + me + "/blocked", Map.of("user", author));
    } else {
      api.delete("/" + me + "/blocked", Map.of("user", author));
    }
  }

  @Override
  public Optional<BlockSource> blocks() {
    return Optional.of(this::blocked);
  }

  private BlockSource.BlockPage blocked(String after) throws PlatformException {
    JsonAnswer answer =
        api.get("/" + verify().id() + "/blocked", GraphPage.query(Map.of(), COMMENTS, after));
    List<Author> authors = new ArrayList<>();
    for (JsonNode one : answer.body().path("data")) {
      authors.add(new Author(Optional.of(one.path("id").asText()), one.path("name").asText("")));
    }
    return new BlockSource.BlockPage(authors, GraphPage.next(answer));
  }

  @Override
  public String instead(Capability capability) {
    return "Facebook has no way to do this; act on the Page by hand.";
  }
}
