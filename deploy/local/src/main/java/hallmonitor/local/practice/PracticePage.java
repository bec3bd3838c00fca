package hallmonitor.local.practice;

import hallmonitor.local.web.PageWords;
import hallmonitor.local.web.TemplatePage;
import hallmonitor.local.web.WaitingRequests;
import hallmonitor.standin.web.LoopbackServer;
import hallmonitor.standin.web.Request;
import hallmonitor.standin.web.RouteAnswer;
import java.io.IOException;
import java.net.InetAddress;
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
 * The practice town: small public pages of an invented school on which anyone can comment. Its blog
 * has the part of WordPress's REST API that Hall Monitor uses to moderate it, and the school is
 * also on {@link TownPlatform other platforms}, each with a stand-in that speaks its API. So the
 * demonstration runs through the real connectors. Everything listens on 127.0.0.1, unless it is
 * told otherwise, and what is written is stored in its folder: that of the blog in {@code
 * comments.ndjson}.
 */
public final class PracticePage implements AutoCloseable {
  static final String SITE_NAME = "Maple Valley High School";
  private static final ZoneId ZONE = ZoneId.of("America/Chicago");
  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

  /** In Spanish. */
  static final PageWords WORDS = PageWords.spanish(PracticePage.class);

  private static final String SOURCE = TemplatePage.source(PracticePage.class, "practice.html");
  private static final String MOST_CHARACTERS = "60000";

  private static final String PEOPLE = "/practice/";
  private static final String LISTENS = "it listens before anybody is given it";

  private final CommentStore store;
  private final InjectedFaults faults = new InjectedFaults();
  private final WaitingRequests waiters = new WaitingRequests();
  private final StreamPump pump;
  private final RemovalReasons reasons;
  private final Town town;
  private @Nullable LoopbackServer server;

  private PracticePage(CommentStore store, Path folder, PracticeAccounts accounts)
      throws IOException {
    this.store = store;
    this.pump = new StreamPump(store);
    this.reasons =
        new RemovalReasons(
            id -> {
              if (id.matches("\\d{1,9}")) {
                store.newsOf(Integer.parseInt(id));
              }
            });
    this.town = new Town(folder, accounts, this::url, waiters);
  }

  /**
   * Starts the page.
   *
   * @param port 0 takes any free port
   * @param dataDir created if missing
   * @throws IOException if the port is taken or the folder cannot be used; the message says which
   * @throws IllegalArgumentException if the credential has another form
   */
  public static PracticePage start(int port, Path dataDir, PracticeAccounts accounts)
      throws IOException {
    return start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port, dataDir, accounts);
  }

  /**
   * Starts the page at another address than 127.0.0.1, in a container.
   *
   * @throws IOException if the port is taken or the folder cannot be used; the message says which
   */
  public static PracticePage start(
      InetAddress address, int port, Path dataDir, PracticeAccounts accounts) throws IOException {
    var credential = new Credential(accounts.wordPress());
    var time = new SiteTime(ZONE);
    var store = CommentStore.open(dataDir.resolve("comments.ndjson"), time, Clock.systemUTC());
    var page = new PracticePage(store, dataDir, accounts);
    try {
      page.listen(address, port, credential, time);
      return page;
    } catch (IOException | RuntimeException e) {
      page.close();
      throw e;
    }
  }

  private void listen(InetAddress address, int port, Credential credential, SiteTime time)
      throws IOException {
    var wall = new BlogWall(store, new Feed(store, waiters, reasons));
    var publicApi = new PublicApi(PEOPLE, wall, Optional.of(pump), this::url);
    // The API's links contain the port, which is known only once the server listens.
    var wordPress = new WordPressApi[1];
    server =
        LoopbackServer.start(
            address,
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
              if (request.path().equals(LockerPicture.PATH)) {
                return LockerPicture.answer();
              }
              if (request.path().startsWith(PEOPLE)) {
                return publicApi.handle(request);
              }
              Optional<RouteAnswer> elsewhere = town.handle(request);
              return elsewhere.isPresent() ? elsewhere.get() : page(request);
            });
  }

  private static RouteAnswer page(Request request) {
    return switch (request.path()) {
      case "/practice.css", "/practice.js", "/stream.js", "/icon.svg" ->
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
    Map<String, String> values = new HashMap<>();
    TownPages.here("/", values);
    values.put("most", MOST_CHARACTERS);
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
    return BrowserIdentity.remember(request, WORDS.orEnglish(request).page(SOURCE, values));
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

  /**
   * Returns where the launcher records why comments are removed, by the address that an account of
   * Hall Monitor reads.
   */
  public Map<String, RemovalReasons> reasons() {
    Map<String, RemovalReasons> all = town.reasons();
    all.put(url(), reasons);
    return all;
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
    town.close();
    store.close();
  }
}
