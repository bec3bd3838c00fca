package hallmonitor.local.practice;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.local.web.LoopbackServer;
import hallmonitor.local.web.Request;
import hallmonitor.local.web.RouteAnswer;
import hallmonitor.local.web.TemplatePage;
import hallmonitor.local.web.WaitingRequests;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A small public page of an invented school on which anyone can comment, with the part of
 * WordPress's REST API that Hall Monitor uses to moderate it. So the demonstration runs through a
 * real connector. It listens on 127.0.0.1 only. Its comments are stored in {@code comments.ndjson}
 * in its folder.
 */
public final class PracticePage implements AutoCloseable {
  static final String SITE_NAME = "Maple Valley High School";
  private static final ZoneId ZONE = ZoneId.of("America/Chicago");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

  private static final String SOURCE =
      new String(TemplatePage.resource(PracticePage.class, "practice.html"), UTF_8);

  private static final String LISTENS = "it listens before anybody is given it";

  private final CommentStore store;
  private final InjectedFaults faults = new InjectedFaults();
  private final WaitingRequests waiters = new WaitingRequests();
  private final StreamPump pump;
  private final RemovalReasons reasons;
  private @Nullable LoopbackServer server;

  private PracticePage(CommentStore store) {
    this.store = store;
    this.pump = new StreamPump(store);
    this.reasons = new RemovalReasons(store::newsOf);
  }

  /**
   * Starts the page.
   *
   * @param port 0 takes any free port
   * @param dataDir created if missing
   * @param userAndPassword the moderator's {@code user:application password}
   * @throws IOException if the port is taken or the folder cannot be used; the message says which
   * @throws IllegalArgumentException if the credential has another form
   */
  public static PracticePage start(int port, Path dataDir, String userAndPassword)
      throws IOException {
    var credential = new Credential(userAndPassword);
    var time = new SiteTime(ZONE);
    var store = CommentStore.open(dataDir.resolve("comments.ndjson"), time, Clock.systemUTC());
    var page = new PracticePage(store);
    try {
      page.listen(port, credential, time);
      return page;
    } catch (IOException | RuntimeException e) {
      page.close();
      throw e;
    }
  }

  private void listen(int port, Credential credential, SiteTime time) throws IOException {
    var publicApi = new PublicApi(store, new Feed(store, waiters, reasons), pump, this::url);
    // The API's links contain the port, which is known only once the server listens.
    var wordPress = new WordPressApi[1];
    server =
        LoopbackServer.start(
            port,
            "practice page",
            request -> {
              synchronized (wordPress) {
                if (wordPress[0] == null) {
                  var shape = new CommentJson(url(), time);
                  wordPress[0] = new WordPressApi(store, credential, faults, shape);
                }
              }
              if (request.path().startsWith("/wp-json")) {
                return wordPress[0].handle(request);
              }
              return request.path().startsWith("/practice/")
                  ? publicApi.handle(request)
                  : page(request);
            });
  }

  private static RouteAnswer page(Request request) {
    return switch (request.path()) {
      case "/practice.css", "/practice.js", "/icon.svg" ->
          TemplatePage.asset(PracticePage.class, request.path().substring(1));
      case "/" -> post(request, Post.ALL.get(0));
      default -> {
        String slug = request.path().replaceAll("^/|/$", "");
        Optional<Post> found = Post.ALL.stream().filter(p -> p.slug().equals(slug)).findFirst();
        yield found.isPresent()
            ? post(request, found.get())
            : RouteAnswer.text(404, "There is no such page: go back to the school's front page.");
      }
    };
  }

  private static RouteAnswer.Now post(Request request, Post post) {
    PracticeWords words = PracticeWords.of(request);
    Map<String, String> values = new HashMap<>();
    values.put("language", words.language());
    values.put("words", words.json());
    values.put("id", String.valueOf(post.id()));
    values.put("title", post.title());
    values.put("kicker", post.kicker());
    values.put("day", DAY.format(post.local()));
    values.put("first", post.paragraphs().get(0));
    values.put("second", post.paragraphs().get(1));
    Post.ALL.forEach(
        each -> {
          values.put("title" + each.id(), each.title());
          values.put("kicker" + each.id(), each.kicker());
          values.put("current" + each.id(), each.id() == post.id() ? "page" : "false");
        });
    return BrowserIdentity.remember(
        request, RouteAnswer.html(TemplatePage.fill(words.page(SOURCE), values)));
  }

  /** Returns the page's address without a trailing slash. */
  public String url() {
    return Objects.requireNonNull(server, LISTENS).url();
  }

  public int port() {
    return Objects.requireNonNull(server, LISTENS).port();
  }

  /** For tests and benchmarks in this process. */
  public CommentStore comments() {
    return store;
  }

  /** Returns the store in which the launcher records why comments are removed. */
  public RemovalReasons reasons() {
    return reasons;
  }

  /** For tests in this process: makes the WordPress API misbehave. */
  public InjectedFaults faults() {
    return faults;
  }

  @Override
  public void close() throws IOException {
    pump.close();
    waiters.close();
    if (server != null) {
      server.close();
    }
    store.close();
  }
}
