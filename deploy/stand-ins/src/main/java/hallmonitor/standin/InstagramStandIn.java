package hallmonitor.standin;

import hallmonitor.standin.web.RouteAnswer;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Instagram as a professional account's programs see it, by way of its Page
 * (https://developers.facebook.com/docs/instagram-platform). One account with one picture.
 */
public final class InstagramStandIn extends StandIn {
  public static final String ACCOUNT = "17841400000000001";
  public static final String MEDIA = "17850000000000001";

  /** Number of replies of each comment that a list shows. */
  private static final int REPLIES_SHOWN = 3;

  private final GraphGate gate = new GraphGate(GraphGate.TOKEN, GraphGate.APP_SECRET);
  private final MetaLogin login;
  private final MetaComments comments;
  private final String posted;
  private boolean hiddenListed = true;

  public InstagramStandIn(InstantSource clock) throws IOException {
    super(StandInHome.alone());
    login = new MetaLogin(GraphGate.TOKEN, GraphGate.APP_SECRET, clock);
    comments =
        new MetaComments(
            keep("comments", MetaComment.class),
            keep("blocked", String.class),
            clock,
            "1790000",
            true);
    posted = clock.instant().toString().substring(0, 19) + "+0000";
  }

  public String token() {
    return GraphGate.TOKEN;
  }

  /** Returns the secret under which a district keeps its app, {@code id:secret}. */
  public String client() {
    return MetaLogin.APP + ":" + GraphGate.APP_SECRET;
  }

  /** Returns where people let programs act for their accounts. */
  public GrantDesk login() {
    return login.desk();
  }

  public MetaComments visitors() {
    return comments;
  }

  /** Sets whether lists contain hidden comments, because the documentation does not say. */
  public synchronized void hiddenListed(boolean listed) {
    hiddenListed = listed;
  }

  @Override
  RouteAnswer.Now answer(StandInRequest request) {
    return login
        .answer(request)
        .orElseGet(() -> gate.tell(gate.refuse(request).orElseGet(() -> let(request))));
  }

  private RouteAnswer.Now let(StandInRequest request) {
    String path = request.path().replaceFirst("^/v\\d+\\.\\d+", "");
    String[] parts = path.substring(1).split("/");
    String edge = parts.length > 1 ? parts[1] : "";
    if (parts[0].equals("me")) {
      return RouteAnswer.ok(
          Map.of("id", "100200300", "instagram_business_account", Map.of("id", ACCOUNT)));
    }
    if (parts[0].equals(ACCOUNT) && edge.equals("media")) {
      return RouteAnswer.ok(GraphGate.page(request, url(), List.of(media())));
    }
    if (parts[0].equals(MEDIA) && edge.equals("comments")) {
      List<MetaComment> first =
          comments.newestFirst().stream().filter(c -> c.parent().isEmpty() && listed(c)).toList();
      return RouteAnswer.ok(
          GraphGate.page(request, url(), first.stream().map(c -> resource(c, true)).toList()));
    }
    Optional<MetaComment> found = comments.get(parts[0]);
    if (found.isEmpty()) {
      return GraphGate.gone();
    }
    return edge.equals("replies") ? replies(request, found.get()) : node(request, found.get());
  }

  private boolean listed(MetaComment one) {
    return hiddenListed || !one.hidden();
  }

  private Map<String, Object> media() {
    List<MetaComment> all = comments.newestFirst();
    Map<String, Object> media = new LinkedHashMap<>();
    media.put("id", MEDIA);
    media.put("caption", "Spring concert");
    media.put("timestamp", posted);
    media.put("permalink", "https://www.instagram.example/p/1/");
    media.put("comments_count", all.size());
    media.put(
        "comments",
        Map.of(
            "data",
            all.stream()
                .filter(c -> c.parent().isEmpty())
                .limit(1)
                .map(c -> Map.of("id", c.id(), "text", c.text()))
                .toList()));
    return media;
  }

  private RouteAnswer.Now replies(StandInRequest request, MetaComment comment) {
    if (request.method().equals("POST")) {
      return comment.hidden()
          ? GraphGate.error(100, 0, "A hidden comment cannot be answered")
          : RouteAnswer.ok(
              Map.of(
                  "id",
                  comments.write(
                      new Person(ACCOUNT, "mapleschools"),
                      comment.id(),
                      request.get("message"),
                      "")));
    }
    return RouteAnswer.ok(
        GraphGate.page(
            request,
            url(),
            comments.under(comment.id()).stream()
                .filter(this::listed)
                .map(c -> resource(c, false))
                .toList()));
  }

  private RouteAnswer.Now node(StandInRequest request, MetaComment comment) {
    switch (request.method()) {
      case "GET":
        return RouteAnswer.ok(resource(comment, false));
      case "DELETE":
        comments.delete(comment.id());
        return GraphGate.success();
      default:
        if (!request.has("hide")) {
          return GraphGate.error(100, 0, "The parameter hide is required");
        }
        comments.setHidden(comment.id(), request.get("hide").equals("true"));
        return GraphGate.success();
    }
  }

  private Map<String, Object> resource(MetaComment one, boolean withReplies) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", one.id());
    json.put("text", one.text());
    json.put("timestamp", one.time());
    json.put("hidden", one.hidden());
    if (one.author().isEmpty()) {
      json.put("username", "somebody"); // as seen in real answers, without "from"
    } else {
      String name = one.name().toLowerCase(Locale.ROOT);
      json.put("username", name);
      json.put("from", Map.of("id", one.author(), "username", name));
    }
    json.put(
        "media",
        Map.of(
            "id", MEDIA,
            "caption", "Spring concert",
            "permalink", "https://www.instagram.example/p/1/"));
    if (!one.parent().isEmpty()) {
      json.put("parent_id", one.parent());
    }
    List<MetaComment> replies = comments.under(one.id()).stream().filter(this::listed).toList();
    if (withReplies && !replies.isEmpty()) {
      Map<String, Object> edge = new LinkedHashMap<>();
      edge.put("data", replies.stream().limit(REPLIES_SHOWN).map(c -> resource(c, false)).toList());
      if (replies.size() > REPLIES_SHOWN) {
        edge.put(
            "paging",
            Map.of(
                "cursors",
                Map.of("after", "3"),
                "next",
                url() + "/v25.0/" + one.id() + "/replies?after=3"));
      }
      json.put("replies", edge);
    }
    return json;
  }
}
