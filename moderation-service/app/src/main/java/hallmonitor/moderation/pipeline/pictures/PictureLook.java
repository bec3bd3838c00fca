package hallmonitor.moderation.pipeline.pictures;

import hallmonitor.messaging.picture.words.PictureWords;
import hallmonitor.messaging.picture.words.WordReader;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;

/** What is looked for in a picture: whether it is a known one, and its words. */
public final class PictureLook {
  /** So many failures of the reader one after the other are not the pictures' fault. */
  private static final int BROKEN = 5;

  private final WordReader reader;
  private final KnownPictureLists known;
  private final AtomicInteger failures = new AtomicInteger();

  public PictureLook(WordReader reader, KnownPictureLists known) {
    this.reader = reader;
    this.known = known;
  }

  /** Returns whether words can be read here. */
  boolean isReady() {
    return reader.isReady();
  }

  /** Returns whether words are not read for now, because it is not known how that is safe here. */
  boolean isUndecided() {
    return reader.isUndecided();
  }

  /** Returns whether the reader fails with each picture. */
  boolean isFailing() {
    return failures.get() >= BROKEN;
  }

  /** Returns whether nothing could be found. */
  boolean isBlind() {
    return !reader.isReady() && known.current().isEmpty();
  }

  /** Returns a comparison of what one address shows, which is written down. */
  PictureComparison comparison(Jdbi database) {
    return new PictureComparison(database, known);
  }

  /**
   * Returns its words.
   *
   * @throws IOException if the reader fails, or trips over it
   */
  PictureWords words(byte[] picture) throws IOException, InterruptedException {
    try {
      PictureWords words = reader.read(picture);
      failures.set(0);
      return words;
    } catch (IOException e) {
      failures.incrementAndGet();
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      throw new IOException(e.getClass().getSimpleName(), e);
    }
  }
}
