package hallmonitor.standin;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.standin.XPosts.Entry;
import hallmonitor.standin.web.RouteAnswer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

/** X as an account's programs see it: the API v2 (https://docs.x.com/x-api). One account. */
public final class XStandIn extends StandIn {
  private static final Duration SEARCHED = Duration.ofDays(7);
  private static final int LONGEST_QUERY = 512;

  private final InstantSource clock;
  private final XGate gate;
  private final XLogin login;
  private final XPosts posts;
  private final XBill bill;
  private final List<String> asked = new ArrayList<>();
  private final List<String> blocked = new ArrayList<>();
  private boolean answersListedLate;

  public XStandIn(InstantSource clock) throws IOException {
    super(StandInHome.alone());
    this.clock = clock;
    this.gate = new XGate(clock);
    this.login = new XLogin(gate);
    this.posts = new XPosts(clock);
    this.bill = new XBill(clock);
  }

  /** Returns the secret that the account's owner would store. */
  public String secret() {
    return String.join(":", XGate.KEY, XGate.KEY_SECRET, XGate.TOKEN, XGate.TOKEN_SECRET);
  }

  /** Returns the secret under which a district keeps its app, {@code key:key-secret}. */
  public String client() {
    return XGate.KEY + ":" + XGate.KEY_SECRET;
  }

  public XLogin login() {
    return login;
  }

  public XPosts visitors() {
    return posts;
  }

  /** Returns how often something was requested, such as {@code GET 2/tweets/ID}. */
  public synchronized long asked(String what) {
    return asked.stream().filter(what::equals).count();
  }

  /**
   * Keeps the list of the account's own posts waiting, and returns a latch that opens when it is
   * requested.
   */
  public CountDownLatch holdOwnPosts() {
    return holdReads("/2/users/" + XPosts.ME + "/tweets");
  }

  /** Makes the account block somebody, as a person does in X's app. */
  public synchronized void block(String user) {
    blocked.add(user);
  }

  /** Leaves the account's own answers out of its list, as X does for some seconds. */
  public synchronized void listAnswersLate(boolean late) {
    answersListedLate = late;
  }

  /** Returns what X charged, in tenths of a cent. */
  public synchronized long charged() {
    return bill.mills();
  }

  /** Limits the requests to an address in 15 minutes, such as {@code PUT hidden}. */
  public synchronized void limit(String address, int requests) {
    gate.limit(address, requests);
  }

  public synchronized void endCredits() {
    gate.endCredits();
  }

  /** Revokes the token's right to write. */
  public synchronized void giveReadOnly() {
    gate.giveReadOnly();
  }

  @Override
  synchronized RouteAnswer.Now answer(StandInRequest request) throws IOException {
    if (request.path().startsWith("/oauth/")) {
      return login.answer(request, url());
    }
    Optional<RouteAnswer.Now> refused = gate.refuse(request, url());
    return gate.tell(request, refused.isPresent() ? refused.get() : let(request));
  }

  private RouteAnswer.Now let(StandInRequest request) throws IOException {
    String[] parts = request.path().substring(1).split("/");
    String what = request.method() + " " + String.join("/", parts).replaceAll("/\\d+", "/ID");
    asked.add(what);
    return switch (what) {
      case "GET 2/users/me" -> {
        bill.user(XPosts.ME);
        yield RouteAnswer.ok(Map.of("data", XResources.me()));
      }
      case "GET 2/users" -> users(request.get("ids").split(","));
      case "GET 2/users/ID/blocking" -> users(blocked.toArray(String[]::new));
      case "GET 2/users/ID/tweets" ->
          list(
              request,
              "pagination_token",
              e -> e.author.equals(XPosts.ME) && !excluded(e, request));
      case "GET 2/users/ID/mentions" -> list(request, "pagination_token", Entry::mentionsMe);
      case "GET 2/tweets/search/recent" -> search(request);
      case "GET 2/tweets/ID" -> lookup(request, parts[2]);
      case "PUT 2/tweets/ID/hidden" -> hide(request, parts[2]);
      case "POST 2/tweets" -> create(request.json());
      default -> XGate.problem(404, "about:blank", "Not Found", "Not Found");
    };
  }

  private RouteAnswer.Now users(String[] ids) {
    Arrays.stream(ids).forEach(bill::user);
    return RouteAnswer.ok(Map.of("data", Arrays.stream(ids).map(XResources::user).toList()));
  }

  private boolean excluded(Entry one, StandInRequest request) {
    boolean without = answersListedLate || request.get("exclude").contains("replies");
    return without && !one.parent.isEmpty();
  }

  private RouteAnswer.Now search(StandInRequest request) {
    String query = request.get("query");
    if (query.isEmpty() || query.length() > LONGEST_QUERY) {
      return invalid("query");
    }
    Instant back = clock.instant().minus(SEARCHED);
    if (request.has("since_id") && timeOf(request.get("since_id")).isBefore(back)) {
      return invalid("since_id");
    }
    List<String> conversations =
        Arrays.stream(query.split(" OR ")).map(t -> t.replace("conversation_id:", "")).toList();
    return list(
        request, "next_token", e -> conversations.contains(e.conversation) && e.at.isAfter(back));
  }

  private static Instant timeOf(String id) {
    return Instant.ofEpochMilli((Long.parseLong(id) >> 22) + 1_288_834_974_657L);
  }

  /** A token contains the last id of its page, and does not expire. */
  private RouteAnswer.Now list(StandInRequest request, String tokenName, Predicate<Entry> wanted) {
    int most = request.has("max_results") ? Integer.parseInt(request.get("max_results")) : 10;
    String token = request.get(tokenName);
    if (most < 5 || most > 100 || !token.matches("[0-9a-z]{0,20}")) {
      return invalid(most < 5 || most > 100 ? "max_results" : tokenName);
    }
    long before = token.isEmpty() ? Long.MAX_VALUE : Long.parseLong(token, 36);
    long since = request.has("since_id") ? Long.parseLong(request.get("since_id")) : 0;
    List<Entry> all = posts.newestFirst(wanted.and(e -> e.newest() > since && e.newest() < before));
    List<Entry> page = all.subList(0, Math.min(most, all.size()));
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put("result_count", page.size());
    Map<String, Object> body = new LinkedHashMap<>();
    if (!page.isEmpty()) {
      body.put("data", page.stream().map(e -> shown(e, request)).toList());
      Map<String, Object> includes = XResources.includes(page, request);
      if (!includes.isEmpty()) {
        body.put("includes", includes);
      }
      meta.put("newest_id", String.valueOf(page.get(0).newest()));
      meta.put("oldest_id", String.valueOf(page.get(page.size() - 1).newest()));
    }
    if (page.size() < all.size()) {
      meta.put("next_token", Long.toString(page.get(page.size() - 1).newest(), 36));
    }
    body.put("meta", meta);
    bill.answer(page, request);
    return RouteAnswer.ok(body);
  }

  private static Map<String, Object> shown(Entry one, StandInRequest request) {
    return XResources.post(one, String.valueOf(one.newest()), request);
  }

  private RouteAnswer.Now lookup(StandInRequest request, String id) {
    Optional<Entry> found = posts.find(id);
    if (found.isEmpty()) {
      return RouteAnswer.ok(Map.of("errors", List.of(notFound(id))));
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("data", XResources.post(found.get(), id, request));
    Map<String, Object> includes = XResources.includes(List.of(found.get()), request);
    if (!includes.isEmpty()) {
      body.put("includes", includes);
    }
    bill.answer(List.of(found.get()), request);
    return RouteAnswer.ok(body);
  }

  private static Map<String, Object> notFound(String id) {
    return Map.of(
        "resource_id", id,
        "resource_type", "tweet",
        "title", "Not Found Error",
        "detail", "Could not find tweet with id: [" + id + "].",
        "type", "https://api.twitter.com/2/problems/resource-not-found");
  }

  /** Only a reply in a conversation that the account started can be hidden. */
  private RouteAnswer.Now hide(StandInRequest request, String id) throws IOException {
    Optional<Entry> found = posts.find(id);
    boolean mine =
        found
            .flatMap(e -> posts.find(e.conversation))
            .filter(e -> e.author.equals(XPosts.ME))
            .isPresent();
    if (!mine || found.get().parent.isEmpty()) {
      return XGate.problem(403, "about:blank", "Forbidden", "This reply cannot be hidden.");
    }
    found.get().hidden = request.json().path("hidden").asBoolean();
    bill.act(5);
    return RouteAnswer.ok(Map.of("data", Map.of("hidden", found.get().hidden)));
  }

  private RouteAnswer.Now create(JsonNode body) {
    String text = body.path("text").asText();
    String to = body.at("/reply/in_reply_to_tweet_id").asText();
    Optional<Entry> parent = posts.find(to);
    if (parent.isPresent() && !parent.get().mentionsMe()) {
      return XGate.problem(
          403, "about:blank", "Forbidden", "Its author has not mentioned this account.");
    }
    if (text.codePointCount(0, text.length()) > 280) {
      return XGate.problem(403, "about:blank", "Forbidden", "The text is too long.");
    }
    if (parent.isPresent() && posts.answersTo(parent.get().first()).contains(text)) {
      return XGate.problem(
          403,
          "about:blank",
          "Forbidden",
          "You are not allowed to create a Tweet with duplicate content.");
    }
    String id = posts.add(XPosts.ME, text, parent.map(Entry::first).orElse(""));
    bill.act(text.contains("://") ? 200 : 15);
    return RouteAnswer.json(201, Map.of("data", Map.of("id", id, "text", text)));
  }

  private static RouteAnswer.Now invalid(String parameter) {
    return XGate.problem(
        400, "invalid-request", "Invalid Request", "Invalid value of " + parameter);
  }
}
