package hallmonitor.moderation.console.pictures;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.pipeline.wiring.PicturesConfig;
import hallmonitor.moderation.store.archive.PictureRoom;
import hallmonitor.moderation.store.archive.PictureRoom.Used;
import hallmonitor.moderation.store.archive.PictureShelf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How much space pictures take in the archive. When they reach the limit, no more are kept.
 * Pictures of evidence are still added, because evidence has limits of its own.
 */
@ApplicationScoped
@Named("pictureRoom")
public class PictureQuota {
  private static final System.Logger LOG = System.getLogger(PictureQuota.class.getName());

  /** A percentage that leaves the people who run the server time to act. */
  private static final int NEARLY = 90;

  /** The space that pictures take. */
  public record Taken(Used used, PictureRoom room) {
    /** Returns whether there may be no room for a picture of the largest size. */
    public boolean isFull() {
      return room.isFull(used);
    }

    /** Returns whether those that are fetched to be read have no more room, and are not kept. */
    public boolean isFullForReading() {
      return room.isFullForReading(used);
    }

    /** Returns whether there may be no room for one that a person asks for. */
    boolean isFullFor(PictureShelf shelf) {
      return shelf == PictureShelf.POSTS ? room.isFullForPosts(used) : isFull();
    }

    public boolean isNearlyFull() {
      return isFullForReading() || used.bytes() * 100 >= room.total() * NEARLY;
    }

    public long getMegabytes() {
      return used.bytes() >> 20;
    }

    public long getMostMegabytes() {
      return room.total() >> 20;
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
    Taken now =
        new Taken(
            database.read(PictureRoom::used), new PictureRoom(config.total(), config.bytes()));
    if (logged.getAndSet(now.isNearlyFull()) || !now.isNearlyFull()) {
      return now;
    }
    LOG.log(
        System.Logger.Level.WARNING,
        "Pictures of comments and posts take {0} of {1} MB in the archive. When that, or the half of it"
            + " for those that are fetched to be read, is full, new ones are not kept: raise"
            + " HALLMONITOR_PICTURES_TOTAL.",
        now.getMegabytes(),
        now.getMostMegabytes());
    return now;
  }
}
