package hallmonitor.moderation.console.pictures;

import hallmonitor.messaging.http.FetchOutcome;
import hallmonitor.messaging.http.FetchOutcome.Nothing;
import hallmonitor.messaging.http.PictureType;
import hallmonitor.messaging.http.SafeFetch;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.RecentValues;
import hallmonitor.moderation.console.pictures.PictureResult.Missing;
import hallmonitor.moderation.console.pictures.PictureResult.Picture;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.pipeline.wiring.PicturesConfig;
import hallmonitor.moderation.store.archive.CommentPictures;
import hallmonitor.settings.district.District;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Pictures of comments: from the evidence, from the archive, or fetched by this server and then
 * kept in the archive. A reader's browser never contacts a stranger's host.
 */
@ApplicationScoped
public class PictureStore {
  /** A slow host must not take the threads that answer everybody else. */
  private static final int AT_ONCE = 4;

  private final ConsoleDatabase database;
  private final PicturesConfig config;
  private final PictureQuota quota;
  private final Function<String, Optional<URI>> site;
  private final SafeFetch fetch;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final RecentValues<Missing> failed = new RecentValues<>(500, Duration.ofSeconds(15));

  PictureStore(
      ConsoleDatabase database, PicturesConfig config, PictureQuota quota, LiveRules rules) {
    this.database = database;
    this.config = config;
    this.quota = quota;
    this.site =
        account ->
            rules.district().current().value().account(account).map(District.Account::baseUrl);
    this.fetch =
        new SafeFetch(InetAddress::getAllByName, new SafeFetch.Caps(config.bytes(), config.time()));
  }

  @PreDestroy
  void stop() {
    fetch.close();
  }

  /** Returns the picture; takes up to the time limit if it has to be fetched. */
  public PictureResult get(CommentKey comment, PictureLink link) {
    return kept(comment, link)
        .or(() -> failed.get(link.getKey()).map(PictureResult.class::cast))
        .orElseGet(() -> fetched(comment, link));
  }

  private Optional<PictureResult> kept(CommentKey comment, PictureLink link) {
    return database
        .read(h -> CommentPictures.find(h, comment, link.url()))
        .map(found -> result(found.content(), found.evidence()));
  }

  private static PictureResult result(byte[] content, boolean evidence) {
    return PictureType.of(content)
        .<PictureResult>map(type -> new Picture(content, type, evidence))
        .orElse(Missing.NO_PICTURE);
  }

  private PictureResult fetched(CommentKey comment, PictureLink link) {
    if (!config.fetch()) {
      return Missing.NOT_FETCHED;
    }
    if (quota.getNow().isFull()) {
      return Missing.FULL;
    }
    if (!places.tryAcquire()) {
      return Missing.BUSY;
    }
    try {
      PictureResult result = result(comment, link);
      if (result instanceof Missing missing) {
        failed.put(link.getKey(), missing);
      }
      return result;
    } finally {
      places.release();
    }
  }

  private PictureResult result(CommentKey comment, PictureLink link) {
    FetchOutcome outcome = fetch.fetch(link.url(), site.apply(comment.account()));
    if (outcome instanceof Nothing nothing) {
      return Missing.of(nothing, config.bytes());
    }
    byte[] content = ((FetchOutcome.Body) outcome).content();
    PictureResult result = result(content, false);
    if (result instanceof Picture) {
      database.write(
          transaction -> {
            CommentPictures.keep(transaction, comment, link.url(), content);
            return content;
          });
    }
    return result;
  }
}
