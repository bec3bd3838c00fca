package hallmonitor.messaging.picture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads pictures that strangers chose, within limits. */
public final class SafePicture {
  /**
   * A file of 700 bytes can claim 400 million pixels. A progressive JPEG is held whole while it is
   * read, with up to 6 bytes for each pixel, outside the heap.
   */
  private static final long MOST_PIXELS = 25_000_000;

  /** What is made of a picture. */
  @FunctionalInterface
  public interface Use<T> {
    /**
     * Decodes as much as it needs.
     *
     * @param reader that has the picture as its input
     */
    T of(ImageReader reader) throws IOException;
  }

  private static final Object COLLECTED = new Object();
  private static final Object SENT_IN = new Object();

  private SafePicture() {}

  /**
   * Reads a picture.
   *
   * @return empty if it is broken, claims too many pixels, or is of a kind that cannot be read here
   */
  public static <T> Optional<T> read(byte[] content, Use<T> use) {
    return read(content, MOST_PIXELS, use);
  }

  /**
   * Does the same for a picture that anybody can send in at any time. It waits for others of that
   * kind only: a flood of them keeps no picture of a comment waiting.
   */
  public static <T> Optional<T> readSentIn(byte[] content, Use<T> use) {
    synchronized (SENT_IN) {
      return decoded(content, MOST_PIXELS, use);
    }
  }

  /**
   * Reads one picture at a time, so that several large ones take no more memory than one.
   *
   * @param most pixels
   */
  static <T> Optional<T> read(byte[] content, long most, Use<T> use) {
    synchronized (COLLECTED) {
      return decoded(content, most, use);
    }
  }

  private static <T> Optional<T> decoded(byte[] content, long most, Use<T> use) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return PictureSize.isDecodable(reader, content, most)
            ? Optional.of(use.of(reader))
            : Optional.empty();
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
