package hallmonitor.ingest.connector.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.contract.event.CredentialResult.Identity;
import hallmonitor.contract.event.CredentialResult.Kind;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PostSighting;
import hallmonitor.ingest.connector.http.JsonAnswer;
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

/** A professional account, its media and their comments, in two levels. */
final class InstagramAccount implements GraphAccount {
  /** The host for tokens from Instagram's own sign-in. */
  private static final String OWN_HOST = "graph.instagram.com";

  private static final int MEDIA = 50;

  /** Instagram's limit for a page. */
  private static final int COMMENTS = 50;

  private static final String MEDIA_FIELDS =
      "id,caption,timestamp,permalink,media_url,comments_count,comments.limit(1){id,text}";

  private final GraphApi api;

  InstagramAccount(GraphApi api) {
    this.api = api;
  }

  @Override
  public Identity verify() throws PlatformException {
    boolean own = api.isHost(OWN_HOST);
    JsonNode me =
        api.get(
                "/me",
                Map.of(
                    "fields", own ? "user_id,username" : "instagram_business_account{id,username}"))
            .body();
    JsonNode account = own ? me : me.path("instagram_business_account");
    String id = account.path(own ? "user_id" : "id").asText("");
    if (id.isEmpty()) {
      throw new PlatformException(
          new Fault.AuthLost(
              "No professional Instagram account belongs to this token; connect the account to the Page, or make it professional, and make a new token."));
    }
    return new Identity(id, "@" + account.path("username").asText(), Kind.ACCOUNT);
  }

  @Override
  public GraphPage<CountedPost> posts(String me, String after) throws PlatformException {
    Map<String, String> query = GraphPage.query(Map.of("fields", MEDIA_FIELDS), MEDIA, after);
    JsonAnswer answer = api.get("/" + me + "/media", query);
    List<CountedPost> found = new ArrayList<>();
    for (JsonNode one : answer.body().path("data")) {
      found.add(
          new CountedPost(
              post(one), one.path("comments_count").asLong(), one.at("/comments/data").toString()));
    }
    return new GraphPage<>(found, GraphPage.next(answer));
  }

  private static PostSighting post(JsonNode media) {
    return new PostSighting(
        media.path("id").asText(""),
        "",
        media.path("caption").asText(""),
        Optional.ofNullable(media.path("media_url").asText(null)).stream().toList(),
        Optional.ofNullable(media.path("permalink").asText(null)),
        GraphTime.parse(media.path("timestamp").asText("")));
  }

  @Override
  public GraphPage<GraphComment> comments(CountedPost post, String after) throws PlatformException {
    Map<String, String> query = Map.of("fields", InstagramComment.FIELDS_WITH_REPLIES);
    JsonAnswer answer =
        api.get("/" + post.post().id() + "/comments", GraphPage.query(query, COMMENTS, after));
    List<GraphComment> found = new ArrayList<>();
    for (RawJson one : answer.objects("data", "replies", "data")) {
      found.add(InstagramComment.of(one, post.post()));
    }
    for (RawJson one : answer.objects("data")) {
      GraphComment comment = InstagramComment.of(one, post.post());
      if (!one.json().at("/replies/paging/next").asText("").isEmpty()) {
        found.addAll(replies(comment));
      }
      found.add(comment);
    }
    return new GraphPage<>(found, GraphPage.next(answer));
  }

  @Override
  public Optional<GraphComment> find(String id) throws PlatformException {
    try {
      RawJson found = api.get("/" + id, Map.of("fields", InstagramComment.FIELDS)).objects().get(0);
      return Optional.of(InstagramComment.of(found, post(found.json().path("media")).beginning()));
    } catch (PlatformException e) {
      if (e.fault() instanceof Fault.Gone) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public List<GraphComment> replies(GraphComment comment) throws PlatformException {
    List<GraphComment> all = new ArrayList<>();
    String after = "";
    do {
      Map<String, String> query = Map.of("fields", InstagramComment.OWN_FIELDS);
      JsonAnswer answer =
          api.get("/" + comment.thread() + "/replies", GraphPage.query(query, COMMENTS, after));
      for (RawJson one : answer.objects("data")) {
        all.add(InstagramComment.of(one, comment.seen().post()));
      }
      after = GraphPage.next(answer);
    } while (!after.isEmpty());
    return all;
  }

  @Override
  public boolean sortsReplies() {
    return false;
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(Capability.HIDE, Capability.RESTORE, Capability.DELETE, Capability.REPLY);
  }

  @Override
  public String hideParameter() {
    return "hide";
  }

  @Override
  public String replyEdge() {
    return "/replies";
  }

  @Override
  public boolean isBlocked(String me, String author) {
    return false;
  }

  @Override
  public void block(String me, String author, boolean blocked) throws PlatformException {
    throw new PlatformException(new Fault.Rejected(instead(Capability.BLOCK_AUTHOR)));
  }

  @Override
  public String instead(Capability capability) {
    return "Instagram's API can neither block nor unblock; block or restrict the person in the app, where it can be undone.";
  }
}
