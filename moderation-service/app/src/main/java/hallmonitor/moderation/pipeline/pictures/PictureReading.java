package hallmonitor.moderation.pipeline.pictures;

import hallmonitor.messaging.http.FetchOutcome;
import hallmonitor.messaging.http.FetchOutcome.Nothing;
import hallmonitor.messaging.http.PictureType;
import hallmonitor.messaging.picture.words.PictureWords;
import hallmonitor.messaging.picture.words.WordReader;
import hallmonitor.moderation.pipeline.pictures.ReadingEnd.Later;
import hallmonitor.moderation.pipeline.pictures.ReadingEnd.Read;
import hallmonitor.moderation.pipeline.pictures.ReadingEnd.Unread;
import hallmonitor.moderation.store.archive.CommentPictures;
import hallmonitor.moderation.store.archive.PictureGap;
import hallmonitor.moderation.store.archive.PictureQueue;
import hallmonitor.moderation.store.archive.PictureQueue.Claimed;
import hallmonitor.moderation.store.archive.PictureShelf;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Finds known pictures in comments and reads the words in all, one picture at a time; several
 * threads and instances may share the queue. A try is counted before anything else, so that a
 * picture that ends the process is given up after some tries, too. Nothing is fetched twice: what
 * the archive has, from evidence or from an earlier fetch, is read. What was fetched stays if the
 * comment has a case, and is otherwise deleted once it is judged.
 */
public final class PictureReading {
  private static final System.Logger LOG = System.getLogger(PictureReading.class.getName());

  /** Longer than a fetch and three runs of the reader take, while two others have their turns. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  /** So many failures of the reader one after the other are not the pictures' fault. */
  private static final int BROKEN = 5;

  private final Jdbi database;
  private final WordReader reader;
  private final PictureSite site;
  private final KnownPictureLists known;
  private final PictureComparison comparison;
  private final ReadingSettings settings;
  private final Runnable handedOver;
  private final AtomicInteger failures = new AtomicInteger();

  /**
   * Creates it.
   *
   * @param handedOver called after a commit that left something to the second look
   */
  public PictureReading(
      Jdbi database,
      WordReader reader,
      PictureSite site,
      KnownPictureLists known,
      ReadingSettings settings,
      Runnable handedOver) {
    this.database = database;
    this.reader = reader;
    this.site = site;
    this.known = known;
    this.comparison = new PictureComparison(database, known);
    this.settings = settings;
    this.handedOver = handedOver;
  }

  /** Returns whether pictures can be read here. */
  public boolean isReady() {
    return reader.isReady();
  }

  /** Returns whether the reader fails with each picture. */
  public boolean isFailing() {
    return failures.get() >= BROKEN;
  }

  /** Lets pictures be read that could not be while the reader was not installed. */
  public void readAtLast() {
    if (reader.isReady()) {
      database.useTransaction(t -> new PictureQueue(t).readAtLast());
    }
  }

  /**
   * Reads the picture that is due first.
   *
   * @return false if none is due
   */
  public boolean readNext() throws SQLException, InterruptedException {
    Optional<Claimed> claimed =
        database.inTransaction(t -> new PictureQueue(t).claim(LEASE, settings.hourly()));
    if (claimed.isEmpty()) {
      return false;
    }
    Claimed picture = claimed.get();
    ReadingEnd end = tried(picture);
    database.useTransaction(t -> write(t, picture, end));
    handOver();
    return true;
  }

  /**
   * Gives the second look what it has not heard of: also what it took up a moment too early, or
   * what another instance left.
   */
  public void handOver() throws SQLException {
    if (database.inTransaction(t -> new PictureQueue(t).handOver()) > 0) {
      handedOver.run();
    }
  }

  private ReadingEnd tried(Claimed picture) throws InterruptedException {
    if (picture.tooMany()) {
      return new Unread(PictureGap.TOO_MANY);
    }
    if (!reader.isReady() && known.current().isEmpty()) {
      return new Unread(PictureGap.NO_READER);
    }
    if (picture.tries() > ReadingEnd.WAITS.size() + 1) {
      return new Unread(PictureGap.FAILED);
    }
    try {
      Optional<CommentPictures.Kept> kept =
          database.withHandle(h -> CommentPictures.find(h, picture.key(), picture.url()));
      return kept.isPresent() ? read(picture, kept.get().content()) : fetched(picture);
    } catch (IOException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "A picture of comment {0} could not be read: {1}.",
          picture.key(),
          e.getMessage());
      return ReadingEnd.failed(PictureGap.FAILED, picture.tries());
    }
  }

  /** A picture that the reader trips over is tried again, and holds up no other. */
  private ReadingEnd read(Claimed picture, byte[] content)
      throws IOException, InterruptedException {
    try {
      comparison.see(picture, content);
      if (!reader.isReady()) {
        return new Unread(PictureGap.NO_READER);
      }
      PictureWords words = reader.read(content);
      failures.set(0);
      return ReadingEnd.of(words);
    } catch (IOException e) {
      failures.incrementAndGet();
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      throw new IOException(e.getClass().getSimpleName(), e);
    }
  }

  private ReadingEnd fetched(Claimed picture) throws IOException, InterruptedException {
    if (!settings.fetch()) {
      return new Unread(PictureGap.NOT_FETCHED);
    }
    if (!hasRoom()) {
      return ReadingEnd.failed(PictureGap.FULL, picture.tries());
    }
    database.useTransaction(t -> new PictureQueue(t).fetched(picture, 0));
    FetchOutcome outcome = site.fetch(picture.key().account(), picture.url());
    if (outcome instanceof Nothing nothing) {
      if (nothing.cause() == FetchOutcome.Cause.TOO_LARGE) {
        database.useTransaction(
            t -> new PictureQueue(t).fetched(picture, Math.toIntExact(settings.largest())));
      }
      return ReadingEnd.of(nothing, picture.tries());
    }
    byte[] content = ((FetchOutcome.Body) outcome).content();
    database.useTransaction(
        t -> {
          new PictureQueue(t).fetched(picture, content.length);
          if (PictureType.of(content).isPresent()) {
            CommentPictures.keep(t, picture.key(), picture.url(), content);
          }
        });
    return read(picture, content);
  }

  private boolean hasRoom() {
    long most = settings.total() - settings.largest();
    return database.withHandle(h -> PictureShelf.bytes(h) <= most);
  }

  private void write(Handle transaction, Claimed picture, ReadingEnd end) {
    PictureQueue queue = new PictureQueue(transaction);
    if (end instanceof Read read) {
      boolean whole = read.gap() == PictureGap.NONE;
      queue.read(picture, read.words(), read.gap(), !whole && settings.unreadForPeople());
    } else if (end instanceof Later later) {
      queue.later(picture, later.why(), later.pause());
    } else if (end instanceof Unread unread) {
      queue.unread(picture, unread.why(), settings.unreadForPeople());
    }
  }
}
