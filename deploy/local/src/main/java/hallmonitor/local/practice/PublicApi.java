package hallmonitor.local.practice;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.local.web.Json;
import hallmonitor.local.web.Request;
import hallmonitor.local.web.Route;
import hallmonitor.local.web.RouteAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The API of the public page itself, under {@code /practice}. Refusals are sentences to show. */
final class PublicApi implements Route {
  private static final Pattern COMMENT = Pattern.compile("/practice/comments/(\\d{1,9})");
  private static final int MOST_THREADS = 200;

  private final CommentStore store;
  private final Feed feed;
  private final StreamPump pump;
  private final Supplier<String> site;
  private final BrowserRateLimit limit = new BrowserRateLimit(20, 2, System::nanoTime);
  private final AtomicInteger turn = new AtomicInteger();

  /**
   * @param site the page's address, known once it listens
   */
  PublicApi(CommentStore store, Feed feed, StreamPump pump, Supplier<String> site) {
    this.store = store;
    this.feed = feed;
    this.pump = pump;
    this.site = site;
  }

  @Override
  public RouteAnswer handle(Request request) throws IOException {
    if (request.method().equals("GET")) {
      return read(request);
    }
    if (request.body().length > 0 && !request.isJson()) {
      return RouteAnswer.refusal(415, "Send JSON.");
    }
    try {
      return write(request);
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      Throwable cause = e.getCause();
      String refusal = cause instanceof IllegalArgumentException ? cause.getMessage() : null;
      return RouteAnswer.refusal(400, Objects.requireNonNullElse(refusal, "Send a JSON object."));
    }
  }

  private RouteAnswer read(Request request) {
    return switch (request.path()) {
      case "/practice/feed" -> feed(request);
      case "/practice/stream" -> RouteAnswer.json(200, pump.progress());
      case LockerPicture.PATH -> LockerPicture.answer();
      case "/practice/examples" ->
          RouteAnswer.json(
              200,
              Example.ALL.stream()
                  .map(example -> Map.of("kind", example.kind(), "label", example.label()))
                  .toList());
      default -> RouteAnswer.refusal(404, "There is nothing here.");
    };
  }

  private RouteAnswer feed(Request request) {
    int post = request.number("post", 0);
    if (Post.byId(post).isEmpty()) {
      return RouteAnswer.refusal(404, "There is no such post.");
    }
    String since = request.parameter("since").filter(v -> v.matches("\\d{1,18}")).orElse("0");
    int threads = Math.max(1, Math.min(request.number("threads", 30), MOST_THREADS));
    return feed.await(
        post,
        Long.parseLong(since),
        threads,
        BrowserIdentity.of(request),
        PracticeWords.of(request));
  }

  private RouteAnswer write(Request request) throws IOException {
    String what = request.method() + " " + request.path();
    Matcher own = COMMENT.matcher(request.path());
    if (what.equals("POST /practice/stream")) {
      return RouteAnswer.json(
          202, pump.start(Json.MAPPER.treeToValue(request.json(), StreamOrder.class)));
    }
    if (what.equals("DELETE /practice/stream")) {
      return RouteAnswer.json(200, pump.stop());
    }
    if (!limit.allows(BrowserIdentity.of(request))) {
      return RouteAnswer.refusal(429, "That was quick: wait a few seconds, then send it again.");
    }
    if (what.equals("POST /practice/examples")) {
      return example(request.json());
    }
    if (what.equals("POST /practice/comments")) {
      return create(request, request.json());
    }
    if (own.matches()) {
      return change(request, Integer.parseInt(own.group(1)));
    }
    return RouteAnswer.refusal(404, "There is nothing here.");
  }

  private RouteAnswer example(JsonNode asked) throws IOException {
    Optional<Example> example = Example.ofKind(asked.path("kind").asText());
    Optional<Post> post = Post.byId(asked.path("post").asInt());
    if (example.isEmpty() || post.isEmpty()) {
      return RouteAnswer.refusal(400, "Choose one of the examples and a post.");
    }
    String text = example.get().text(turn.getAndIncrement());
    var draft = PracticeComment.Draft.plain(post.get().id(), 0, example.get().author(), text);
    return created(
        store.create(
            example.get().hasPicture()
                ? draft.withPicture(site.get() + LockerPicture.PATH)
                : draft));
  }

  private RouteAnswer create(Request request, JsonNode asked) throws IOException {
    int post = asked.path("post").asInt();
    int parent = asked.path("parent").asInt();
    String name = asked.path("name").asText("").strip();
    String text = asked.path("text").asText("").strip();
    Optional<RouteAnswer> wrong = wrongWith(text, name);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    if (Post.byId(post).isEmpty()) {
      return RouteAnswer.refusal(404, "There is no such post.");
    }
    if (parent != 0 && store.get(parent).filter(p -> p.post() == post && p.isPublic()).isEmpty()) {
      return RouteAnswer.refusal(409, "The comment you are replying to is no longer here.");
    }
    var draft =
        PracticeComment.Draft.plain(post, parent, name, text).ownedBy(BrowserIdentity.of(request));
    if (store.isDuplicate(draft)) {
      return RouteAnswer.refusal(409, "You already posted exactly that.");
    }
    return created(store.create(draft));
  }

  private RouteAnswer change(Request request, int id) throws IOException {
    long browser = BrowserIdentity.of(request);
    Optional<PracticeComment> comment = store.get(id).filter(PracticeComment::isPublic);
    if (comment.isEmpty()) {
      return RouteAnswer.refusal(409, "This comment is no longer public, so it cannot be changed.");
    }
    if (browser == 0 || comment.get().owner() != browser) {
      return RouteAnswer.refusal(403, "You can change only what you wrote in this browser.");
    }
    if (request.method().equals("DELETE")) {
      store.delete(id);
      return RouteAnswer.json(200, Map.of("deleted", id));
    }
    String text = request.json().path("text").asText("").strip();
    Optional<RouteAnswer> wrong = wrongWith(text, "");
    if (wrong.isPresent()) {
      return wrong.get();
    }
    store.edit(id, CommentHtml.fromPlain(text));
    return RouteAnswer.json(200, Map.of("id", id));
  }

  private static Optional<RouteAnswer> wrongWith(String text, String name) {
    if (text.isEmpty()) {
      return Optional.of(RouteAnswer.refusal(400, "Write something first."));
    }
    if (bytes(CommentHtml.fromPlain(text)) > CommentResource.MOST_CONTENT) {
      return Optional.of(RouteAnswer.refusal(400, "That is too long: shorten it to 65,525 bytes."));
    }
    if (bytes(name) > CommentResource.MOST_NAME) {
      return Optional.of(
          RouteAnswer.refusal(400, "That name is too long: shorten it to 245 bytes."));
    }
    return Optional.empty();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static RouteAnswer created(PracticeComment comment) {
    return RouteAnswer.json(201, Map.of("id", comment.id()));
  }
}
