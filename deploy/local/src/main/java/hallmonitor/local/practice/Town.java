package hallmonitor.local.practice;

import hallmonitor.local.web.WaitingRequests;
import hallmonitor.standin.BlueskyStandIn;
import hallmonitor.standin.FacebookStandIn;
import hallmonitor.standin.MetaWebhook;
import hallmonitor.standin.ShownPost;
import hallmonitor.standin.StandIn;
import hallmonitor.standin.StandInHome;
import hallmonitor.standin.YouTubeStandIn;
import hallmonitor.standin.web.Request;
import hallmonitor.standin.web.RouteAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The school on the platforms: for each one a stand-in that speaks its API, and the page on which
 * people read and write there. What they write is kept in the folder.
 */
final class Town implements AutoCloseable {
  private static final String PEOPLE = "/practice/";

  /** One platform: its API, its page, and why comments went there. */
  private record Place(StandIn api, PublicApi people, RemovalReasons reasons) {}

  private final Map<TownPlatform, Place> places = new EnumMap<>(TownPlatform.class);
  private final Path folder;
  private final Supplier<String> site;
  private final WaitingRequests waiters;

  /**
   * Opens the town.
   *
   * @param site the address of all pages, known once they are served
   */
  Town(Path folder, PracticeAccounts accounts, Supplier<String> site, WaitingRequests waiters)
      throws IOException {
    this.folder = folder;
    this.site = site;
    this.waiters = waiters;
    InstantSource clock = InstantSource.system();
    FacebookStandIn facebook =
        new FacebookStandIn(
            home(TownPlatform.FACEBOOK),
            clock,
            TownPlatform.FACEBOOK.post(),
            accounts.facebook(),
            accounts.facebookApp());
    MetaWebhook webhook = new MetaWebhook(accounts.deliveries(), accounts.facebookApp());
    open(TownPlatform.FACEBOOK, facebook, facebook.telling(webhook));
    YouTubeStandIn youTube =
        new YouTubeStandIn(
            home(TownPlatform.YOUTUBE), clock, TownPlatform.YOUTUBE.post(), accounts.youTube());
    open(TownPlatform.YOUTUBE, youTube, youTube.visitors());
    BlueskyStandIn bluesky = new BlueskyStandIn(home(TownPlatform.BLUESKY));
    open(
        TownPlatform.BLUESKY,
        bluesky,
        bluesky.district(accounts.bluesky(), TownPlatform.BLUESKY.post()));
  }

  private StandInHome home(TownPlatform platform) {
    return StandInHome.at(
        () -> site.get() + platform.path(), folder.resolve(platform.path().substring(1)));
  }

  private void open(TownPlatform platform, StandIn api, ShownPost post) {
    PlatformFeed feed = new PlatformFeed(platform, post, waiters::wake);
    Wall wall = new PlatformWall(platform, post, feed, waiters);
    PublicApi people = new PublicApi(platform.path() + PEOPLE, wall, Optional.empty(), site);
    places.put(platform, new Place(api, people, feed.reasons()));
  }

  /** Answers a request that is for one of the platforms. */
  Optional<RouteAnswer> handle(Request request) throws IOException, InterruptedException {
    for (TownPlatform platform : TownPlatform.values()) {
      String path = request.path();
      if (path.equals(platform.path()) || path.startsWith(platform.path() + "/")) {
        return Optional.of(answer(platform, request, path.substring(platform.path().length())));
      }
    }
    return Optional.empty();
  }

  private RouteAnswer answer(TownPlatform platform, Request request, String rest)
      throws IOException, InterruptedException {
    if (rest.startsWith(StandInHome.API + "/")) {
      return place(platform).api().handle(request.at(rest.substring(StandInHome.API.length())));
    }
    if (rest.startsWith(PEOPLE)) {
      return place(platform).people().handle(request);
    }
    return rest.isEmpty() || rest.equals("/")
        ? TownPages.page(platform, request)
        : RouteAnswer.text(404, "There is no such page: go back to the school's front page.");
  }

  /** Returns why comments went, by the address that an account of Hall Monitor reads. */
  Map<String, RemovalReasons> reasons() {
    Map<String, RemovalReasons> all = new LinkedHashMap<>();
    places.forEach((platform, place) -> all.put(place.api().url(), place.reasons()));
    return all;
  }

  private Place place(TownPlatform platform) {
    return Objects.requireNonNull(places.get(platform), "all are opened at the start");
  }

  @Override
  public void close() {
    places.values().forEach(place -> place.api().close());
  }
}
