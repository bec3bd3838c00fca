package hallmonitor.moderation.pipeline.wiring;

import hallmonitor.messaging.OutboxRelay;
import hallmonitor.messaging.http.SafeFetch;
import hallmonitor.messaging.picture.video.Ffmpeg;
import hallmonitor.messaging.picture.video.FrameTaker;
import hallmonitor.messaging.picture.video.VideoFolder;
import hallmonitor.messaging.picture.words.Tesseract;
import hallmonitor.messaging.picture.words.WordReader;
import hallmonitor.moderation.pipeline.SecondLook;
import hallmonitor.moderation.pipeline.jobs.PictureReadingJob;
import hallmonitor.moderation.pipeline.pictures.EarlierPictureSearch;
import hallmonitor.moderation.pipeline.pictures.KnownPictureLists;
import hallmonitor.moderation.pipeline.pictures.PictureLook;
import hallmonitor.moderation.pipeline.pictures.PictureReading;
import hallmonitor.moderation.pipeline.pictures.PictureSite;
import hallmonitor.moderation.pipeline.pictures.PostPictureKeeping;
import hallmonitor.moderation.pipeline.pictures.ReadingSettings;
import hallmonitor.moderation.pipeline.pictures.VideoSettings;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.archive.HourlyLimit;
import hallmonitor.moderation.store.cases.CaseOpenings;
import hallmonitor.moderation.store.cases.FoundAgainCases;
import hallmonitor.settings.yaml.InvalidFileException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Wires what fetches pictures and videos, and reads the words in them. */
@ApplicationScoped
public class PictureWiring {
  /** Longer ones would outlast the claim of a picture. */
  private static final Duration LONGEST_RUN = Duration.ofSeconds(30);

  /** All of them stand on the page of a case. */
  private static final int MOST_FRAMES = 10;

  @Produces
  @Singleton
  Tesseract tesseract(PicturesConfig config) {
    return new Tesseract(shortest(config.readTime()));
  }

  @Produces
  @Singleton
  Ffmpeg ffmpeg(PicturesConfig config) {
    return new Ffmpeg(
        shortest(config.readTime()), Math.max(1, Math.min(MOST_FRAMES, config.videoFrames())));
  }

  private static Duration shortest(Duration time) {
    return time.compareTo(LONGEST_RUN) > 0 ? LONGEST_RUN : time;
  }

  @Produces
  @Singleton
  SafeFetch pictureFetch(PicturesConfig config) {
    return new SafeFetch(
        InetAddress::getAllByName, new SafeFetch.Caps(config.bytes(), config.time()));
  }

  /** Stops the start on a wrong file, as the policy does. */
  @Produces
  @Singleton
  KnownPictureLists knownPictures(
      Jdbi jdbi, @ConfigProperty(name = "hallmonitor.config-dir") Path folder) {
    try {
      return KnownPictureLists.read(jdbi, folder);
    } catch (InvalidFileException e) {
      throw new ConfigurationException(e.getMessage());
    }
  }

  void readListsFirst(@Observes @Priority(1) StartupEvent event, KnownPictureLists known) {
    known.problems();
  }

  /** Videos of children, among others: not only once there is another one. */
  void removeLeftVideos(@Observes StartupEvent event) {
    VideoFolder.removeLeft();
  }

  @Produces
  @Singleton
  PictureLook pictureLook(WordReader reader, KnownPictureLists known) {
    return new PictureLook(reader, known);
  }

  @Produces
  @Singleton
  PictureReading pictureReading(
      Jdbi jdbi,
      PictureLook look,
      FrameTaker frames,
      SafeFetch fetch,
      LiveRules rules,
      PicturesConfig config,
      SecondLook secondLook) {
    return new PictureReading(
        jdbi,
        look,
        frames,
        PictureSite.of(fetch, rules, config.videoBytes()),
        settings(config),
        new VideoSettings(
            new HourlyLimit(config.hourlyPictures(), config.hourlyVideoBytes()),
            config.videoBytes()),
        secondLook::wake);
  }

  @Produces
  @Singleton
  PostPictureKeeping postPictures(
      Jdbi jdbi, SafeFetch fetch, LiveRules rules, PicturesConfig config) {
    return new PostPictureKeeping(jdbi, PictureSite.of(fetch, rules, 0), settings(config));
  }

  @Produces
  @Singleton
  EarlierPictureSearch earlierPictures(
      Jdbi jdbi, LiveRules rules, CaseOpenings openings, OutboxRelay relay) {
    return new EarlierPictureSearch(
        jdbi, rules, new FoundAgainCases(openings, Clock.systemUTC()), relay::wake);
  }

  private static ReadingSettings settings(PicturesConfig config) {
    return new ReadingSettings(
        config.fetch(),
        new HourlyLimit(config.hourlyPictures(), config.hourlyBytes()),
        config.total(),
        config.bytes(),
        config.reviewUnread());
  }

  @Produces
  @Singleton
  PictureReadingJob readingPictures(PictureReading reading, PicturesConfig config) {
    return new PictureReadingJob(reading, config.read(), config.videoBytes() > 0);
  }

  void stop(
      @Observes ShutdownEvent event,
      PictureReadingJob job,
      SafeFetch fetch,
      Tesseract tesseract,
      Ffmpeg ffmpeg) {
    fetch.close();
    job.close();
    tesseract.close();
    ffmpeg.close();
  }
}
