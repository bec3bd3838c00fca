package hallmonitor.ingest.connector.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.contract.event.CredentialResult.Identity;
import hallmonitor.contract.event.CredentialResult.Kind;
import hallmonitor.ingest.connector.CommentPage;
import hallmonitor.ingest.connector.CommentSource;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PostSource;
import hallmonitor.ingest.connector.PostSource.PostPage;
import hallmonitor.ingest.connector.ProfileSource;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.TimeSpan;
import hallmonitor.ingest.connector.http.JsonAnswer;
import hallmonitor.ingest.connector.http.ProfileText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the threads under the account's posts, and posts that mention the account elsewhere. */
final class MastodonSource implements CommentSource {
  /** Mastodon's limit for a page. */
  private static final int PAGE = 40;

  /** Threads read in one turn, so that no turn takes long. */
  private static final int THREADS_AT_ONCE = 10;

  /** A longer span is read from all posts, a shorter one from the active threads. */
  private static final Duration SHORT = Duration.ofHours(1);

  /** How much older than its comments a post may be for them to be read again. */
  private static final Duration OLDEST_POST = Duration.ofDays(30);

  private final MastodonHttp http;
  private final Threads threads;
  private volatile String me = "";

  MastodonSource(MastodonHttp http, Threads threads) {
    this.http = http;
    this.threads = threads;
  }

  @Override
  public Optional<Identity> verifyAuth() throws PlatformException {
    JsonNode account = http.verify();
    me = account.path("id").asText();
    return Optional.of(new Identity(me, "@" + account.path("acct").asText(), Kind.ACCOUNT));
  }

  String me() throws PlatformException {
    if (me.isEmpty()) {
      verifyAuth();
    }
    return me;
  }

  /**
   * Asks for mentions first, because snac accepts a wrong token for a request for posts. The first
   * read only takes a position; {@link #reconcile} finds earlier comments.
   */
  @Override
  public CommentPage poll(String cursor) throws PlatformException {
    LiveCursor at = cursor.isEmpty() ? LiveCursor.START : LiveCursor.parse(cursor);
    JsonAnswer mentions = mentions(at.mention());
    String newest = at.mention();
    for (JsonNode one : mentions.body()) {
      newest = LiveCursor.newer(newest, one.path("id").asText());
    }
    List<Status> posts = posts("");
    if (cursor.isEmpty()) {
      return CommentPage.of(List.of(), LiveCursor.at(newest, posts).text(), false);
    }
    Turn turn = new Turn();
    List<Status> done = new ArrayList<>();
    for (Status post : posts) {
      if (at.knows(post)) {
        done.add(post);
      } else if (turn.roots() < THREADS_AT_ONCE) {
        turn.thread(post);
        done.add(post);
      }
    }
    turn.mentioned(mentions);
    boolean more = mentions.body().size() >= PAGE || done.size() < posts.size();
    return CommentPage.of(turn.found(), LiveCursor.at(newest, done).text(), more);
  }

  /** A short span is read from the threads that were active in it. */
  @Override
  public CommentPage reconcile(TimeSpan span, String cursor) throws PlatformException {
    boolean whole = Duration.between(span.after(), span.before()).compareTo(SHORT) > 0;
    Set<String> active = threads.activeSince(span.after());
    Turn turn = new Turn();
    if (cursor.isEmpty()) {
      turn.mentioned(mentions(""));
    }
    List<Status> posts = posts(cursor);
    List<Status> some = posts.subList(0, Math.min(THREADS_AT_ONCE, posts.size()));
    for (Status post : some) {
      if (post.replies() > 0 && (whole || active.contains(post.id()))) {
        turn.thread(post);
      }
    }
    List<Sighting> within =
        turn.found().stream().filter(s -> s.claimedAt().filter(span::holds).isPresent()).toList();
    boolean more = some.size() < posts.size() && reaches(some, span.after());
    return CommentPage.of(within, some.isEmpty() ? cursor : last(some).id(), more);
  }

  @Override
  public CommentPage backfill(Instant notBefore, String cursor) throws PlatformException {
    List<Status> posts = posts(cursor);
    List<Status> some = posts.subList(0, Math.min(THREADS_AT_ONCE, posts.size()));
    Turn turn = new Turn();
    for (Status post : some) {
      if (post.replies() > 0) {
        turn.thread(post);
      }
    }
    List<Sighting> since =
        turn.found().stream()
            .filter(s -> s.claimedAt().map(t -> !t.isBefore(notBefore)).orElse(true))
            .toList();
    boolean more = !some.isEmpty() && reaches(some, notBefore);
    Optional<Instant> reached = more ? last(some).claimedAt() : Optional.of(notBefore);
    return new CommentPage(
        since,
        some.isEmpty() ? cursor : last(some).id(),
        more,
        Optional.of(new CommentPage.Progress(Optional.empty(), reached)));
  }

  @Override
  public Optional<Sighting> look(String uri) throws PlatformException {
    Optional<Status> found = threads.find(uri);
    return found.isEmpty() ? Optional.empty() : Optional.of(threads.alone(found.get()));
  }

  /** What one turn found, each thread and each comment once. */
  private final class Turn {
    private final Map<String, Sighting> found = new LinkedHashMap<>();
    private final Set<String> roots = new HashSet<>();

    int roots() {
      return roots.size();
    }

    List<Sighting> found() {
      return List.copyOf(found.values());
    }

    void thread(Status root) throws PlatformException {
      if (roots.add(root.uri())) {
        threads.under(root).forEach(s -> found.putIfAbsent(s.id(), s));
      }
    }

    /** In a thread that someone else started, only what mentions the account is read. */
    void mentioned(JsonAnswer mentions) throws PlatformException {
      for (Status one : Status.all(mentions.objects("status"))) {
        if (one.isPrivate() || found.containsKey(one.uri())) {
          continue;
        }
        Status root = threads.root(one);
        if (root.accountId().equals(me()) && root.inReplyTo().isEmpty()) {
          thread(root);
        }
        if (!found.containsKey(one.uri())) {
          found.put(one.uri(), threads.alone(one));
        }
      }
    }
  }

  private JsonAnswer mentions(String after) throws PlatformException {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("types[]", "mention");
    query.put("limit", String.valueOf(PAGE));
    if (!after.isEmpty()) {
      query.put("min_id", after);
    }
    return http.get("/v1/notifications", query);
  }

  @Override
  public Optional<ProfileSource> profile() {
    return Optional.of(
        () -> {
          JsonNode account = http.verify();
          ProfileText said =
              new ProfileText()
                  .html(account.path("note").asText(""))
                  .picture(account.path("avatar_static").asText(account.path("avatar").asText("")));
          for (JsonNode field : account.path("fields")) {
            said.plain(field.path("name").asText("")).html(field.path("value").asText(""));
          }
          return said.profile(account.path("display_name").asText(""), true, Optional.empty());
        });
  }

  @Override
  public Optional<PostSource> posts() {
    return Optional.of(
        cursor -> {
          List<Status> page = posts(cursor);
          return new PostPage(
              page.stream().map(Status::asPost).toList(), page.isEmpty() ? "" : last(page).id());
        });
  }

  /** Returns the account's own posts before one, newest first. */
  private List<Status> posts(String before) throws PlatformException {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("limit", String.valueOf(PAGE));
    query.put("exclude_reblogs", "true");
    query.put("exclude_replies", "true");
    if (!before.isEmpty()) {
      query.put("max_id", before);
    }
    String account = me();
    List<Status> page =
        Status.all(http.get("/v1/accounts/" + account + "/statuses", query).objects()).stream()
            .filter(s -> s.inReplyTo().isEmpty() && s.accountId().equals(account))
            .toList();
    // snac ignores max_id and lists all of them again.
    for (int i = 0; i < page.size(); i++) {
      if (page.get(i).id().equals(before)) {
        return page.subList(i + 1, page.size());
      }
    }
    return page;
  }

  private static boolean reaches(List<Status> posts, Instant back) {
    return last(posts).claimedAt().map(t -> t.isAfter(back.minus(OLDEST_POST))).orElse(true);
  }

  private static Status last(List<Status> posts) {
    return posts.get(posts.size() - 1);
  }
}
