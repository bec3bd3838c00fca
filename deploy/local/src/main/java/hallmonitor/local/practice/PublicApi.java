package hallmonitor.local.practice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.standin.web.Json;
import hallmonitor.standin.web.Request;
import hallmonitor.standin.web.Route;
import hallmonitor.standin.web.RouteAnswer;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * What the script of a page asks for, under {@code practice/} beside the page. Refusals are
 * sentences to show.
 */
final class PublicApi implements Route {
  private static final String COMMENTS = "comments/";

  private final String prefix;
  private final Wall wall;
  private final Optional<StreamPump> pump;
  private final Supplier<String> site;
  private final BrowserRateLimit limit = new BrowserRateLimit(20, 2, System::nanoTime);
  private final AtomicInteger turn = new AtomicInteger();

  /**
   * Creates the API.
   *
   * @param prefix of every path, with a slash at both ends
   * @param pump writes streams of comments; empty where there are none
   * @param site the site's address, known once it listens
   */
  PublicApi(String prefix, Wall wall, Optional<StreamPump> pump, Supplier<String> site) {
    this.prefix = prefix;
    this.wall = wall;
    this.pump = pump;
    this.site = site;
  }

  @Override
  public RouteAnswer handle(Request request) throws IOException {
    String path = request.path().substring(prefix.length());
    if (request.method().equals("GET")) {
      return read(request, path);
    }
    if (request.body().length > 0 && !request.isJson()) {
      return RouteAnswer.refusal(415, "Send JSON.");
    }
    try {
      return write(request, path);
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      Throwable cause = e.getCause();
      String refusal = cause instanceof IllegalArgumentException ? cause.getMessage() : null;
      return RouteAnswer.refusal(400, Objects.requireNonNullElse(refusal, "Send a JSON object."));
    }
  }

  private RouteAnswer read(Request request, String path) {
    return switch (path) {
      case "feed" -> wall.feed(request);
      case "stream" ->
          pump.<RouteAnswer>map(p -> RouteAnswer.ok(p.progress())).orElseGet(PublicApi::nothing);
      case "examples" ->
          RouteAnswer.ok(
              Example.ALL.stream()
                  .map(example -> Map.of("kind", example.kind(), "label", example.label()))
                  .toList());
      default -> nothing();
    };
  }

  private RouteAnswer write(Request request, String path) throws IOException {
    String what = request.method() + " " + path;
    if (pump.isPresent() && what.equals("POST stream")) {
      return RouteAnswer.json(
          202, pump.get().start(Json.MAPPER.treeToValue(request.json(), StreamOrder.class)));
    }
    if (pump.isPresent() && what.equals("DELETE stream")) {
      return RouteAnswer.ok(pump.get().stop());
    }
    if (!limit.allows(BrowserIdentity.of(request))) {
      return RouteAnswer.refusal(429, "That was quick: wait a few seconds, then send it again.");
    }
    if (what.equals("POST examples")) {
      return example(request.json());
    }
    if (what.equals("POST comments")) {
      return create(request, request.json());
    }
    return path.startsWith(COMMENTS)
        ? change(request, path.substring(COMMENTS.length()))
        : nothing();
  }

  private static RouteAnswer nothing() {
    return RouteAnswer.refusal(404, "There is nothing here.");
  }

  private RouteAnswer example(JsonNode asked) throws IOException {
    Optional<Example> example = Example.ofKind(asked.path("kind").asText());
    if (example.isEmpty()) {
      return RouteAnswer.refusal(400, "Choose one of the examples and a post.");
    }
    String text = example.get().text(turn.getAndIncrement());
    int post = asked.path("post").asInt();
    String picture = example.get().hasPicture() ? site.get() + LockerPicture.PATH : "";
    return written(new Wall.Entry(post, "", example.get().author(), text, 0), picture);
  }

  private RouteAnswer create(Request request, JsonNode asked) throws IOException {
    long browser = BrowserIdentity.of(request);
    String parent = asked.path("parent").asText("");
    var entry =
        new Wall.Entry(
            asked.path("post").asInt(),
            parent.equals("0") ? "" : parent,
            asked.path("name").asText("").strip(),
            asked.path("text").asText("").strip(),
            browser);
    Optional<RouteAnswer> wrong = wrongWith(entry.text(), entry.name());
    if (wrong.isPresent()) {
      return wrong.get();
    }
    if (!entry.parent().isEmpty() && !wall.shows(entry.parent(), browser)) {
      return RouteAnswer.refusal(409, "The comment you are replying to is no longer here.");
    }
    return wall.isDuplicate(entry)
        ? RouteAnswer.refusal(409, "You already posted exactly that.")
        : written(entry, "");
  }

  private RouteAnswer written(Wall.Entry entry, String picture) throws IOException {
    Optional<RouteAnswer> refusal = wall.refusal(entry);
    return refusal.isPresent()
        ? refusal.get()
        : RouteAnswer.json(201, Map.of("id", wall.write(entry, picture)));
  }

  private RouteAnswer change(Request request, String id) throws IOException {
    long browser = BrowserIdentity.of(request);
    if (!wall.shows(id, browser)) {
      return RouteAnswer.refusal(409, "This comment is no longer public, so it cannot be changed.");
    }
    if (!wall.isBy(id, browser)) {
      return RouteAnswer.refusal(403, "You can change only what you wrote in this browser.");
    }
    if (request.method().equals("DELETE")) {
      wall.delete(id);
      return RouteAnswer.ok(Map.of("deleted", id));
    }
    String text = request.json().path("text").asText("").strip();
    Optional<RouteAnswer> wrong = wrongWith(text, "");
    if (wrong.isPresent()) {
      return wrong.get();
    }
    wall.edit(id, text);
    return RouteAnswer.ok(Map.of("id", id));
  }

  private Optional<RouteAnswer> wrongWith(String text, String name) {
    if (text.isEmpty()) {
      return Optional.of(RouteAnswer.refusal(400, "Write something first."));
    }
    if (name.getBytes(UTF_8).length > CommentResource.MOST_NAME) {
      return Optional.of(
          RouteAnswer.refusal(400, "That name is too long: shorten it to 245 bytes."));
    }
    return wall.tooLong(text).map(sentence -> RouteAnswer.refusal(400, sentence));
  }
}
