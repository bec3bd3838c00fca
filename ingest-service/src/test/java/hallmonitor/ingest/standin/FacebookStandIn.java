package hallmonitor.ingest.standin;

import hallmonitor.ingest.standin.MetaComments.MetaComment;
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

  private final GraphGate gate = new GraphGate();
  private final MetaComments comments;
  private final String posted;
  private boolean personsToken;

  public FacebookStandIn(InstantSource clock) throws IOException {
    comments = new MetaComments(clock, "7007_", false);
    posted = clock.instant().toString().substring(0, 19) + "+0000";
  }

  public String token() {
    return GraphGate.TOKEN;
  }

  public String appSecret() {
    return GraphGate.APP_SECRET;
  }

  @Override
  public MetaComments visitors() {
    return comments;
  }

  public void endToken(int subcode) {
    gate.endToken(subcode);
  }

  public void askForProofs() {
    gate.askForProofs();
  }

  /** Reports the use of the limits, and refuses with a code at 100 percent. */
  public void use(int percent, int code, int minutes) {
    gate.use(percent, code, minutes);
  }

  /** Treats the token as a person's. */
  public synchronized void takeTokenForAPersons() {
    personsToken = true;
  }

  @Override
  synchronized StandInAnswer answer(StandInRequest request) {
    return gate.tell(gate.refuse(request).orElseGet(() -> let(request)));
  }

  private StandInAnswer let(StandInRequest request) {
    String path =
        request.path().replaceFirst("^/v\\d+\\.\\d+", "").replaceFirst("/me\\b", "/" + PAGE);
    String[] parts = path.substring(1).split("/");
    String edge = parts.length > 1 ? parts[1] : "";
    if (parts[0].equals(PAGE)) {
      return page(request, edge);
    }
    if (parts[0].equals(POST)) {
      return edge.isEmpty() ? StandInAnswer.ok(post()) : list(request, comments.newestFirst());
    }
    Optional<MetaComment> found = comments.get(parts[0]);
    if (found.isEmpty()) {
      return GraphGate.gone();
    }
    return edge.isEmpty() ? node(request, found.get()) : answers(request, found.get());
  }

  private StandInAnswer page(StandInRequest request, String edge) {
    switch (edge) {
      case "":
        return personsToken && request.get("fields").contains("category")
            ? GraphGate.error(100, 0, "Tried accessing nonexisting field (category)")
            : StandInAnswer.ok(Map.of("id", PAGE, "category", "School"));
      case "posts":
        return StandInAnswer.ok(GraphGate.page(request, url(), List.of(post())));
      case "blocked":
        String author = request.get("user");
        if (request.method().equals("GET")) {
          return StandInAnswer.ok(
              Map.of(
                  "data", comments.isBlocked(author) ? List.of(Map.of("id", author)) : List.of()));
        }
        comments.block(author, request.method().equals("POST"));
        return request.method().equals("POST")
            ? StandInAnswer.ok(Map.of(author, true))
            : GraphGate.success();
      default:
        return GraphGate.gone();
    }
  }

  private Map<String, Object> post() {
    List<MetaComment> all = comments.newestFirst();
    Map<String, Object> post = new LinkedHashMap<>();
    post.put("id", POST);
    post.put("message", "Board meeting tonight at seven");
    post.put("created_time", posted);
    post.put("permalink_url", "https://www.facebook.example/" + POST);
    post.put(
        "comments",
        Map.of(
            "data",
            all.stream().limit(1).map(c -> Map.of("id", c.id, "message", c.text)).toList(),
            "summary",
            Map.of("order", "reverse_chronological", "total_count", all.size())));
    return post;
  }

  /**
   * Without {@code filter=stream}, a list contains only the first level; oldest first by default.
   */
  private StandInAnswer list(StandInRequest request, List<MetaComment> all) {
    boolean stream = request.get("filter").equals("stream");
    List<MetaComment> chosen = all.stream().filter(c -> stream || c.parent.isEmpty()).toList();
    if (!request.get("order").equals("reverse_chronological")) {
      List<MetaComment> oldest = new java.util.ArrayList<>(chosen);
      java.util.Collections.reverse(oldest);
      chosen = oldest;
    }
    return StandInAnswer.ok(
        GraphGate.page(request, url(), chosen.stream().map(this::resource).toList()));
  }

  private StandInAnswer node(StandInRequest request, MetaComment comment) {
    switch (request.method()) {
      case "GET":
        return StandInAnswer.ok(resource(comment));
      case "DELETE":
        comments.delete(comment.id);
        return GraphGate.success();
      default:
        if (!request.has("is_hidden")) {
          return GraphGate.error(100, 0, "Nothing to change");
        }
        comments.setHidden(comment.id, request.get("is_hidden").equals("true"));
        return GraphGate.success();
    }
  }

  private StandInAnswer answers(StandInRequest request, MetaComment comment) {
    if (request.method().equals("POST")) {
      return StandInAnswer.ok(Map.of("id", comments.add(comment.id, PAGE, request.get("message"))));
    }
    return StandInAnswer.ok(
        GraphGate.page(
            request, url(), comments.under(comment.id).stream().map(this::resource).toList()));
  }

  private Map<String, Object> resource(MetaComment one) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", one.id);
    json.put("message", one.text);
    json.put("created_time", one.time());
    if (!one.author.isEmpty()) {
      json.put(
          "from", Map.of("id", one.author, "name", one.author.equals(PAGE) ? "School" : "Visitor"));
    }
    if (!one.parent.isEmpty()) {
      json.put("parent", Map.of("id", one.parent, "created_time", one.time()));
    }
    if (!one.picture.isEmpty()) {
      json.put(
          "attachment",
          Map.of(
              "type",
              "photo",
              "media",
              Map.of("image", Map.of("src", one.picture, "height", 1, "width", 1)),
              "url",
              "https://www.facebook.example/photo"));
    } else if (one.text.contains("https://")) {
      json.put("attachment", Map.of("type", "share", "url", "https://l.facebook.example/l.php"));
    }
    json.put("is_hidden", one.hidden);
    json.put("can_hide", !one.author.equals(PAGE));
    json.put("permalink_url", "https://www.facebook.example/" + POST + "?comment_id=" + one.id);
    return json;
  }
}
