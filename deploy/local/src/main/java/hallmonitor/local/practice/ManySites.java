package hallmonitor.local.practice;

import hallmonitor.standin.web.LoopbackServer;
import hallmonitor.standin.web.Request;
import hallmonitor.standin.web.RouteAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Many sites that speak the practice page's WordPress API, each under a folder of one address, for
 * measurements with many accounts. It listens on 127.0.0.1 only.
 */
public final class ManySites implements AutoCloseable {
  /** Stands before all sites: sees every request, and decides what becomes of it. */
  public interface Gate {
    /**
     * Answers a request.
     *
     * @param path below the site's API, such as {@code /wp/v2/comments/7}
     * @param real the site's own answer; asking for it carries out what the request wants
     */
    RouteAnswer around(String site, Request request, String path, Supplier<RouteAnswer> real);
  }

  private static final String API = "/wp-json";

  private final Map<String, CommentStore> stores = new HashMap<>();
  private final Map<String, WordPressApi> sites = new HashMap<>();
  private final Gate gate;
  private final LoopbackServer server;

  private ManySites(Gate gate) throws IOException {
    this.gate = gate;
    this.server = LoopbackServer.start(0, "many sites", this::answer);
  }

  /**
   * Starts the sites.
   *
   * @param names of letters, digits and hyphens
   * @param folder for their comments
   * @param userAndPassword the moderator's, the same for all
   * @throws IOException if the folder cannot be used
   */
  public static ManySites start(
      Collection<String> names, Path folder, String userAndPassword, Gate gate) throws IOException {
    ManySites all = new ManySites(gate);
    SiteTime time = new SiteTime(ZoneId.of("America/Chicago"));
    Credential credential = new Credential(userAndPassword);
    for (String name : names) {
      CommentStore store =
          CommentStore.open(folder.resolve(name + ".ndjson"), time, Clock.systemUTC());
      all.stores.put(name, store);
      all.sites.put(
          name,
          new WordPressApi(
              store, credential, new InjectedFaults(), new CommentJson(all.url(name), time)));
    }
    return all;
  }

  /** Returns a site's address without a trailing slash. */
  public String url(String name) {
    return server.url() + "/" + name;
  }

  public CommentStore comments(String name) {
    return Objects.requireNonNull(stores.get(name), name);
  }

  private RouteAnswer answer(Request request) {
    String[] parts = request.path().split("/", 3);
    Optional<WordPressApi> site =
        Optional.ofNullable(parts.length == 3 ? sites.get(parts[1]) : null)
            .filter(found -> ("/" + parts[2]).startsWith(API));
    if (site.isEmpty()) {
      return RouteAnswer.text(404, "There is no such site.");
    }
    String path = "/" + parts[2];
    Request inside = request.at(path);
    return gate.around(
        parts[1], inside, path.substring(API.length()), () -> site.get().handle(inside));
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (CommentStore store : stores.values()) {
      store.close();
    }
  }
}
