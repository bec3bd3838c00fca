package hallmonitor.moderation.console.pictures;

import hallmonitor.messaging.http.FetchOutcome;
import hallmonitor.messaging.http.SafeFetch;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.pictures.PictureResult.Missing;
import hallmonitor.moderation.pipeline.pictures.PictureSite;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.pipeline.wiring.PicturesConfig;
import hallmonitor.moderation.store.archive.FetchHour;
import hallmonitor.moderation.store.archive.FetchKind;
import hallmonitor.moderation.store.archive.HourlyLimit;
import hallmonitor.moderation.store.archive.PictureFetches;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Fetches what a person asked for. Each fetch counts, also one that a site refuses. People have an
 * hour of their own: a flood of comments does not take it, and they can't ask sites without limit.
 * One person has half of it, so that others can go on with their work.
 */
@ApplicationScoped
class FetchesForPeople {
  private final ConsoleDatabase database;
  private final PicturesConfig config;
  private final HourlyLimit hourly;
  private final Viewer viewer;
  private final SafeFetch fetch;
  private final PictureSite site;

  FetchesForPeople(
      ConsoleDatabase database, PicturesConfig config, LiveRules rules, Viewer viewer) {
    this.database = database;
    this.config = config;
    this.viewer = viewer;
    this.hourly = new HourlyLimit(config.hourlyPictures(), config.hourlyBytes());
    this.fetch =
        new SafeFetch(InetAddress::getAllByName, new SafeFetch.Caps(config.bytes(), config.time()));
    this.site = PictureSite.of(fetch, rules, config.videoBytes());
  }

  @PreDestroy
  void stop() {
    fetch.close();
  }

  /** Returns why the hour leaves no other one; empty if it leaves one. */
  Optional<Missing> obstacle() {
    return database.read(this::obstacle);
  }

  private Optional<Missing> obstacle(Handle handle) {
    boolean own = PictureFetches.isLeftTo(handle, hourly, viewer.userName());
    if (!PictureFetches.left(handle, FetchHour.PERSON, hourly).first()) {
      return Optional.of(Missing.HOURLY);
    }
    return own ? Optional.empty() : Optional.of(Missing.HOURLY_OF_ONE);
  }

  /**
   * Fetches it; takes up to the time limit.
   *
   * @return empty if a limit of the hour is reached; nothing is fetched then
   */
  Optional<FetchOutcome> fetch(FetchKind kind, CommentKey of, PictureLink link) {
    long most = kind == FetchKind.VIDEO ? config.videoBytes() : config.bytes();
    Optional<Long> number =
        database.write(
            t ->
                obstacle(t).isEmpty()
                    ? Optional.of(PictureFetches.start(t, viewer.userName(), most))
                    : Optional.empty());
    return number.map(counted -> fetch(counted, kind, of, link, most));
  }

  private FetchOutcome fetch(
      long number, FetchKind kind, CommentKey of, PictureLink link, long most) {
    FetchOutcome outcome = site.fetch(of.account(), link.url(), kind);
    try {
      return database.write(
          t -> {
            PictureFetches.end(t, number, outcome, most);
            return outcome;
          });
    } catch (RuntimeException e) {
      outcome.discard();
      throw e;
    }
  }
}
