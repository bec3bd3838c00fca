package hallmonitor.standin;

import hallmonitor.standin.web.RouteAnswer;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Facebook as a Page's programs see it: the Graph API
 * (https://developers.facebook.com/docs/graph-api). One Page with one post.
 */
public final class FacebookStandIn extends StandIn {
  public static final String PAGE = "100200300";
  public static final String POST = PAGE + "_7007";
  private static final String NAME = "Maple Valley High School";
  private static final String PUBLIC = "https://www.facebook.example/" + POST;

  private final GraphGate gate;
  private final MetaLogin login;
  private final MetaComments comments;
  private final SchoolPost post;
  private final String token;
  private final String appSecret;
  private boolean personsToken;
  private volatile String page = PAGE;

  /** Creates a Page that forgets everything, for a test. */
  public FacebookStandIn(InstantSource clock) throws IOException {
    this(
        StandInHome.alone(),
        clock,
        new SchoolPost("", "Board meeting tonight at seven", clock.instant()),
        GraphGate.TOKEN,
        GraphGate.APP_SECRET);
  }

  /**
   * Creates a Page.
   *
   * @param token the Page's access token
   * @param appSecret signs what is delivered
   */
  public FacebookStandIn(
      StandInHome home, InstantSource clock, SchoolPost post, String token, String appSecret)
      throws IOException {
    super(home);
    this.post = post;
    this.token = token;
    this.appSecret = appSecret;
    this.gate = new GraphGate(token, appSecret);
    this.login = new MetaLogin(token, appSecret, clock);
    this.comments =
        new MetaComments(
            keep("comments", MetaComment.class),
            keep("blocked", String.class),
            clock,
            "7007_",
            false);
  }

  public String token() {
    return token;
  }

  public String appSecret() {
    return appSecret;
  }

  /** Returns the secret under which a district keeps its app, {@code id:secret}. */
  public String client() {
    return MetaLogin.APP + ":" + appSecret;
  }

  /** Returns where people let programs act for their Pages. */
  public GrantDesk login() {
    return login.desk();
  }

  /** Takes all Pages from the person who signs in. */
  public synchronized void takePages() {
    login.takePages();
  }

  public MetaComments visitors() {
    return comments;
  }

  /**
   * Tells a webhook what visitors write from now on, as an app does that subscribed to the Page.
   */
  public ShownPost telling(MetaWebhook webhook) {
    return new ToldPost(comments, webhook);
  }

  public void endToken(int subcode) {
    gate.endToken(subcode);
  }

  /** Gives the Page another token, which ends the one before. */
  public void renewToken(String next) {
    gate.renew(next);
  }

  /** Asks anyone who comes with a token to wait; no one if it is empty. */
  public void tireToken(String which) {
    gate.tire(which);
  }

  public void askForProofs() {
    gate.askForProofs();
  }

  /** Reports the use of the limits, and refuses with a code at 100 percent. */
  public void use(int percent, int code, int minutes) {
    gate.use(percent, code, minutes);
  }

  /** Lets the token belong to another Page from now on. */
  public void become(String id) {
    page = id;
  }

  /** Treats the token as a person's. */
  public synchronized void takeTokenForAPersons() {
    personsToken = true;
  }

  @Override
  RouteAnswer.Now answer(StandInRequest request) {
    return login
        .answer(request)
        .orElseGet(() -> gate.tell(gate.refuse(request).orElseGet(() -> let(request))));
  }

  private RouteAnswer.Now let(StandInRequest request) {
    String path =
        request.path().replaceFirst("^/v\\d+\\.\\d+", "").replaceFirst("/me\\b", "/" + page);
    String[] parts = path.substring(1).split("/");
    String edge = parts.length > 1 ? parts[1] : "";
    if (parts[0].equals(page)) {
      return page(request, edge);
    }
    if (parts[0].equals(POST)) {
      return edge.isEmpty() ? RouteAnswer.ok(post()) : list(request, comments.newestFirst());
    }
    Optional<MetaComment> found = comments.get(parts[0]);
    if (found.isEmpty()) {
      return GraphGate.gone();
    }
    return edge.isEmpty() ? node(request, found.get()) : answers(request, found.get());
  }

  private RouteAnswer.Now page(StandInRequest request, String edge) {
    switch (edge) {
      case "":
        return personsToken && request.get("fields").contains("category")
            ? GraphGate.error(100, 0, "Tried accessing nonexisting field (category)")
            : RouteAnswer.ok(
                Map.of(
                    "id", page,
                    "category", "School",
                    "name", "Maple Valley Schools",
                    "about", "News for families.",
                    "website", "www.maplevalley12.example",
                    "picture",
                        Map.of("data", Map.of("url", "https://scontent.example/crest.jpg?sig=1")),
                    "phone", "309-555-0100",
                    "emails", List.of("info@maplevalley12.example")));
      case "posts":
        return RouteAnswer.ok(GraphGate.page(request, url(), List.of(post())));
      case "blocked":
        String author = request.get("user");
        if (request.method().equals("GET") && author.isEmpty()) {
          List<Map<String, Object>> all =
              comments.blocked().stream().map(id -> Map.<String, Object>of("id", id)).toList();
          return RouteAnswer.ok(GraphGate.page(request, url(), all));
        }
        if (request.method().equals("GET")) {
          return RouteAnswer.ok(
              Map.of(
                  "data", comments.isBlocked(author) ? List.of(Map.of("id", author)) : List.of()));
        }
        comments.block(author, request.method().equals("POST"));
        return request.method().equals("POST")
            ? RouteAnswer.ok(Map.of(author, true))
            : GraphGate.success();
      default:
        return GraphGate.gone();
    }
  }

  private Map<String, Object> post() {
    List<MetaComment> all = comments.newestFirst();
    Map<String, Object> post = new LinkedHashMap<>();
    post.put("id", POST);
    post.put("message", this.post.text());
    post.put("created_time", this.post.at().toString().substring(0, 19) + "+0000");
    post.put("permalink_url", page().orElse(PUBLIC));
    post.put(
        "comments",
        Map.of(
            "data",
            all.stream().limit(1).map(c -> Map.of("id", c.id(), "message", c.text())).toList(),
            "summary",
            Map.of("order", "reverse_chronological", "total_count", all.size())));
    return post;
  }

  /**
   * Without {@code filter=stream}, a list contains only the first level; oldest first by default.
   */
  private RouteAnswer.Now list(StandInRequest request, List<MetaComment> all) {
    boolean stream = request.get("filter").equals("stream");
    List<MetaComment> chosen = all.stream().filter(c -> stream || c.parent().isEmpty()).toList();
    if (!request.get("order").equals("reverse_chronological")) {
      List<MetaComment> oldest = new java.util.ArrayList<>(chosen);
      java.util.Collections.reverse(oldest);
      chosen = oldest;
    }
    return RouteAnswer.ok(
        GraphGate.page(request, url(), chosen.stream().map(this::resource).toList()));
  }

  private RouteAnswer.Now node(StandInRequest request, MetaComment comment) {
    switch (request.method()) {
      case "GET":
        return RouteAnswer.ok(resource(comment));
      case "DELETE":
        comments.delete(comment.id());
        return GraphGate.success();
      default:
        if (!request.has("is_hidden")) {
          return GraphGate.error(100, 0, "Nothing to change");
        }
        comments.setHidden(comment.id(), request.get("is_hidden").equals("true"));
        return GraphGate.success();
    }
  }

  private RouteAnswer.Now answers(StandInRequest request, MetaComment comment) {
    if (request.method().equals("POST")) {
      return RouteAnswer.ok(
          Map.of(
              "id",
              comments.write(new Person(PAGE, NAME), comment.id(), request.get("message"), "")));
    }
    return RouteAnswer.ok(
        GraphGate.page(
            request, url(), comments.under(comment.id()).stream().map(this::resource).toList()));
  }

  private Map<String, Object> resource(MetaComment one) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", one.id());
    json.put("message", one.text());
    json.put("created_time", one.time());
    if (!one.author().isEmpty()) {
      json.put("from", Map.of("id", one.author(), "name", one.name()));
    }
    if (!one.parent().isEmpty()) {
      json.put("parent", Map.of("id", one.parent(), "created_time", one.time()));
    }
    if (!one.picture().isEmpty()) {
      json.put(
          "attachment",
          Map.of(
              "type",
              "photo",
              "media",
              Map.of("image", Map.of("src", one.picture(), "height", 1, "width", 1)),
              "url",
              "https://www.facebook.example/photo"));
    } else if (one.text().contains("https://")) {
      json.put("attachment", Map.of("type", "share", "url", "https://l.facebook.example/l.php"));
    }
    json.put("is_hidden", one.hidden());
    json.put("can_hide", !one.author().equals(PAGE));
    json.put(
        "permalink_url",
        page().map(page -> page + "#comment-").orElse(PUBLIC + "?comment_id=") + one.id());
    return json;
  }
}
