package hallmonitor.ingest.connector.x;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.CredentialResult.Identity;
import hallmonitor.contract.event.CredentialResult.Kind;
import hallmonitor.ingest.account.RateBudget.Use;
import hallmonitor.ingest.connector.CommentPage;
import hallmonitor.ingest.connector.CommentSource;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PostSource;
import hallmonitor.ingest.connector.PostSource.PostPage;
import hallmonitor.ingest.connector.ProfileSource;
import hallmonitor.ingest.connector.Recent;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.TimeSpan;
import hallmonitor.ingest.connector.http.JsonAnswer;
import hallmonitor.ingest.connector.http.ProfileText;
import hallmonitor.ingest.connector.x.MonthlySpending.Price;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads posts that answer or mention the account. */
final class XSource implements CommentSource {
  /** Pause for each request; X allows 300 searches in 15 minutes. */
  private static final Duration LIVE_REST = Duration.ofSeconds(5);

  private static final Duration SWEEP_REST = Duration.ofSeconds(10);
  private static final Duration HISTORY_REST = Duration.ofSeconds(30);

  private static final Duration SWEPT = Duration.ofDays(2);

  /** Below this share, people are notified that the month's money is running out. */
  private static final double LITTLE = 0.2;

  private static final int LONGEST_DESCRIPTION = 160;

  private record Me(XSecret of, String id) {}

  private final XApi api;
  private final InstantSource clock;
  private final OwnPosts own;
  private final ReplyLists lists;
  private final Authors authors;
  private final Recent<Boolean> hidden;
  private volatile @Nullable Me me;

  /**
   * Creates the reader.
   *
   * @param hidden which comments this service hid or restored; X does not say
   */
  XSource(XApi api, InstantSource clock, OwnPosts own, Recent<Boolean> hidden) {
    this.api = api;
    this.clock = clock;
    this.own = own;
    this.lists = new ReplyLists(api, own, clock);
    this.authors = new Authors(api);
    this.hidden = hidden;
  }

  @Override
  public Optional<Identity> verifyAuth() throws PlatformException {
    JsonAnswer answer = api.get("/2/users/me", Map.of(), Price.USER);
    // Not documented for version 2, but sent with every answer to a token of OAuth 1.0a.
    boolean readOnly =
        answer.response().headers().firstValue("x-access-level").filter("read"::equals).isPresent();
    if (readOnly) {
      throw new PlatformException(
          new Fault.AuthLost(
              "The access token may only read; give the app the permission Read and write in X's developer console, generate the token again, and store it."));
    }
    Identity account =
        new Identity(
            answer.body().at("/data/id").asText(),
            "@" + answer.body().at("/data/username").asText(),
            Kind.ACCOUNT);
    me = new Me(api.secret(), account.id());
    return Optional.of(account);
  }

  /** Returns the account's id. */
  String me() throws PlatformException {
    Me known = me;
    if (known == null || !known.of().equals(api.secret())) {
      verifyAuth();
      known = me;
    }
    return known == null ? "" : known.id();
  }

  @Override
  public CommentPage poll(String cursor) throws PlatformException {
    LivePosition at =
        cursor.isEmpty() ? LivePosition.start(clock.instant()) : LivePosition.parse(cursor);
    api.spending().raiseTo(at.spent());
    if (at.startsRun()) {
      at = at.startedAt(clock.instant());
      own.learn(me());
    }
    ReplyLists.Page page = lists.read(me(), at.place(), at.after(), XPost.fieldsWithAuthors());
    api.rest(Use.LIVE, LIVE_REST.multipliedBy(at.place().list() + 2));
    return CommentPage.of(
        sightings(page.posts()),
        at.read(page, api.spending().mark()).text(),
        page.next().isPresent());
  }

  @Override
  public CommentPage reconcile(TimeSpan span, String cursor) throws PlatformException {
    ReplyLists.Page page = swept(cursor, span.after(), XPost.FIELDS);
    api.rest(Use.RECONCILE, SWEEP_REST);
    List<Sighting> within =
        sightings(page.posts()).stream()
            .filter(s -> s.claimedAt().filter(span::holds).isPresent())
            .toList();
    return CommentPage.of(within, next(page), page.next().isPresent());
  }

  /** Reads the 800 newest mentions, then the conversations as far back as X searches: a week. */
  @Override
  public CommentPage backfill(Instant notBefore, String cursor) throws PlatformException {
    ReplyLists.Page page = swept(cursor, notBefore, XPost.fieldsWithAuthors());
    api.rest(Use.BACKFILL, HISTORY_REST);
    Optional<Instant> reached = page.next().isPresent() ? Optional.empty() : Optional.of(notBefore);
    return new CommentPage(
        sightings(page.posts()),
        next(page),
        page.next().isPresent(),
        Optional.of(new CommentPage.Progress(Optional.empty(), reached)));
  }

  private ReplyLists.Page swept(String cursor, Instant after, Map<String, String> fields)
      throws PlatformException {
    if (cursor.isEmpty()) {
      own.learn(me());
    }
    return lists.read(me(), ReplyLists.Place.parse(cursor), Snowflake.at(after), fields);
  }

  private static String next(ReplyLists.Page page) {
    return page.next().map(ReplyLists.Place::text).orElse("");
  }

  @Override
  public Optional<Sighting> look(String id) throws PlatformException {
    api.refuseAtTheCap();
    Optional<XPost> found = find(id);
    api.rest(Use.RECONCILE, SWEEP_REST);
    return sightings(found.stream().toList()).stream().findFirst();
  }

  /**
   * Finds the newest version of a post. Empty if X shows it to no one: it is deleted, or its author
   * is suspended or protects all posts. X answers with success and an error in the list.
   */
  Optional<XPost> find(String id) throws PlatformException {
    Optional<XPost> found = version(id);
    return found.isPresent() && !found.get().newest().equals(found.get().id())
        ? version(found.get().newest())
        : found;
  }

  private Optional<XPost> version(String id) throws PlatformException {
    try {
      return XPost.in(api.get("/2/tweets/" + id, XPost.FIELDS, Price.POST)).stream().findFirst();
    } catch (PlatformException e) {
      if (e.fault() instanceof Fault.Gone) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private List<Sighting> sightings(List<XPost> posts) throws PlatformException {
    authors.learn(posts);
    return posts.stream().map(this::sighting).toList();
  }

  private Sighting sighting(XPost post) {
    boolean out = hidden.get(post.first()).orElse(false);
    return post.under(
        own.of(post.conversation()),
        authors.of(post),
        out ? Visibility.HIDDEN : Visibility.VISIBLE);
  }

  /** X writes links short and names their targets apart. The account itself costs once a day. */
  @Override
  public Optional<ProfileSource> profile() {
    return Optional.of(
        () -> {
          api.refuseAtTheCap();
          Map<String, String> fields =
              Map.of("user.fields", "name,description,entities,profile_image_url");
          JsonNode me = api.get("/2/users/me", fields, Price.USER).body().path("data");
          // Without the ending, X shows the picture at 48 pixels only.
          String picture =
              me.path("profile_image_url")
                  .asText("")
                  .replaceFirst("_normal(\\.\\w+)$", "_400x400$1");
          ProfileText said =
              new ProfileText().plain(me.path("description").asText("")).picture(picture);
          for (String part : List.of("url", "description")) {
            for (JsonNode link : me.path("entities").path(part).path("urls")) {
              said.link(link.path("expanded_url").asText(""));
            }
          }
          return said.profile(me.path("name").asText(""), true, Optional.of(LONGEST_DESCRIPTION));
        });
  }

  /** Posts with conversations that are read; listing older ones again would cost money each day. */
  @Override
  public Optional<PostSource> posts() {
    return Optional.of(cursor -> new PostPage(own.all(), ""));
  }

  /** X lets an author edit for 30 minutes. When the month's money runs low, sweeps stop first. */
  @Override
  public Duration rereads() {
    try {
      return api.sweeps() ? SWEPT : Duration.ZERO;
    } catch (PlatformException e) {
      return SWEPT; // without a secret nothing is read, and the poller says so
    }
  }

  @Override
  public boolean tellsVisibility() {
    return false;
  }

  @Override
  public Optional<String> warning() {
    try {
      return api.spending().left() <= LITTLE
          ? Optional.of(api.spending().sentence())
          : Optional.empty();
    } catch (PlatformException e) {
      return Optional.empty(); // without a secret nothing is read, and the poller says so
    }
  }
}
