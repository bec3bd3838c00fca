package hallmonitor.system.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.local.practice.CommentStore;
import hallmonitor.local.practice.ManySites;
import hallmonitor.local.practice.PracticeComment;
import hallmonitor.standin.web.Request;
import hallmonitor.standin.web.RouteAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the platform itself says of the run: it limits each site's requests and tells what is left,
 * fails now and then, and writes down every effect on a comment, and not what it was asked for.
 */
final class SimulatedPlatform implements ManySites.Gate {
  /** Requests to one site in a window. */
  static final int LIMIT = 240;

  private static final long WINDOW_MILLIS = 60_000;
  private static final Pattern COMMENT = Pattern.compile("/wp/v2/comments/(\\d{1,9})/?");

  /** A site's window, guarded by itself. */
  private static final class Window {
    private long ends;
    private int used;
  }

  private final Random chance;
  private final double faults;
  private final Function<String, CommentStore> comments;
  private final Map<String, Window> windows = new ConcurrentHashMap<>();
  private final Map<String, Long> firstAsked = new ConcurrentHashMap<>();
  private final Map<String, Integer> effects = new ConcurrentHashMap<>();
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong tooMany = new AtomicLong();

  /**
   * Creates one.
   *
   * @param faults share of the requests that fail: half of them before anything was done, the
   *     others after it, without an answer
   */
  SimulatedPlatform(long seed, double faults, Function<String, CommentStore> comments) {
    this.chance = new Random(seed);
    this.faults = faults;
    this.comments = comments;
  }

  @Override
  public RouteAnswer around(String site, Request request, String path, Supplier<RouteAnswer> real) {
    firstAsked.putIfAbsent(site, System.currentTimeMillis());
    requests.incrementAndGet();
    Window window = windows.computeIfAbsent(site, s -> new Window());
    synchronized (window) {
      long now = System.currentTimeMillis();
      if (now >= window.ends) {
        window.ends = now + WINDOW_MILLIS;
        window.used = 0;
      }
      String left = String.valueOf((window.ends - now + 999) / 1_000);
      if (window.used >= LIMIT) {
        tooMany.incrementAndGet();
        return RouteAnswer.json(429, Map.of("code", "too_many_requests", "message", "Slow down."))
            .with("Retry-After", left);
      }
      window.used++;
      double fate = chance.nextDouble();
      if (fate < faults / 2) {
        return RouteAnswer.text(500, "There has been a critical error.");
      }
      RouteAnswer answer = carriedOut(site, request, path, real);
      if (fate < faults) {
        return new RouteAnswer.Cut();
      }
      return answer instanceof RouteAnswer.Now now200
          ? now200
              .with("X-RateLimit-Limit", String.valueOf(LIMIT))
              .with("X-RateLimit-Remaining", String.valueOf(LIMIT - window.used))
              .with("X-RateLimit-Reset", left)
          : answer;
    }
  }

  private RouteAnswer carriedOut(
      String site, Request request, String path, Supplier<RouteAnswer> real) {
    if (!request.method().equals("POST")) {
      return real.get();
    }
    Matcher comment = COMMENT.matcher(path);
    String id = comment.matches() ? comment.group(1) : parent(request);
    String before = status(site, id);
    RouteAnswer answer = real.get();
    boolean done = answer instanceof RouteAnswer.Now now && now.status() / 100 == 2;
    if (done && !comment.matches()) {
      note("reply", site, id);
    } else if (done && !Objects.equals(before, status(site, id))) {
      note("change", site, id);
    }
    return answer;
  }

  private void note(String effect, String site, String comment) {
    effects.merge(effect + " " + site + " " + comment, 1, Integer::sum);
  }

  private @Nullable String status(String site, String id) {
    return comments
        .apply(site)
        .get(Integer.parseInt(id))
        .map(PracticeComment::status)
        .map(Object::toString)
        .orElse(null);
  }

  private static String parent(Request request) {
    try {
      JsonNode body = request.json();
      return body.path("parent").asText("0");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns how often a comment was answered. */
  int replies(String site, String comment) {
    return effects.getOrDefault("reply " + site + " " + comment, 0);
  }

  /** Returns how often a comment's visibility changed. */
  int changes(String site, String comment) {
    return effects.getOrDefault("change " + site + " " + comment, 0);
  }

  /** Returns how many effects there were, wanted or not. */
  int effects() {
    return effects.values().stream().mapToInt(Integer::intValue).sum();
  }

  int sitesAsked() {
    return firstAsked.size();
  }

  /** Returns when the last site was asked for the first time, in milliseconds since 1970. */
  long lastFirstAsked() {
    return firstAsked.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  long requests() {
    return requests.get();
  }

  /** Returns the requests beyond a site's limit. */
  long tooMany() {
    return tooMany.get();
  }
}
