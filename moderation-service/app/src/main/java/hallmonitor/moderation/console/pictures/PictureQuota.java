package hallmonitor.moderation.console.pictures;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.pipeline.wiring.PicturesConfig;
import hallmonitor.moderation.store.archive.PictureShelf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How much space pictures take in the archive. When they reach the limit, no more are fetched.
 * Pictures of evidence are still added, because evidence has limits of its own.
 */
@ApplicationScoped
@Named("pictureRoom")
public class PictureQuota {
  private static final System.Logger LOG = System.getLogger(PictureQuota.class.getName());

  /** A percentage that leaves the people who run the server time to act. */
  private static final int NEARLY = 90;

  /**
   * The space that pictures take.
   *
   * @param bytes of all pictures in the archive
   * @param most bytes that they may take
   * @param largest bytes of one picture
   */
  public record Taken(long bytes, long most, long largest) {
    /** Returns whether there may be no room for a picture of the largest size. */
    public boolean isFull() {
      return bytes + largest > most;
    }

    public boolean isNearlyFull() {
      return isFull() || bytes * 100 >= most * NEARLY;
    }

    public long getMegabytes() {
      return bytes >> 20;
    }

    public long getMostMegabytes() {
      return most >> 20;
    }
  }

  private final ConsoleDatabase database;
  private final PicturesConfig config;
  private final AtomicBoolean logged = new AtomicBoolean();

  PictureQuota(ConsoleDatabase database, PicturesConfig config) {
    this.database = database;
    this.config = config;
  }

  /** Measures it, and logs when it gets nearly full. */
  public Taken getNow() {
    Taken now = new Taken(database.read(PictureShelf::bytes), config.total(), config.bytes());
    if (logged.getAndSet(now.isNearlyFull()) || !now.isNearlyFull()) {
      return now;
    }
    LOG.log(
        System.Logger.Level.WARNING,
        "Pictures of comments and posts take {0} of {1} MB in the archive. When that is full, new ones are"
            + " not fetched: raise HALLMONITOR_PICTURES_TOTAL.",
        now.getMegabytes(),
        now.getMostMegabytes());
    return now;
  }
}
