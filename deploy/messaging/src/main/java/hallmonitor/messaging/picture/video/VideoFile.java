package hallmonitor.messaging.picture.video;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A video in the folder for temporary files, until it is closed: some of them at once would take
 * too much of the heap, and ffmpeg goes back and forth in it.
 *
 * @param bytes its size
 * @param sha256 of all of it, in hexadecimal digits
 */
public record VideoFile(VideoType type, Path path, long bytes, String sha256)
    implements AutoCloseable {
  /** The folder for temporary files does not take it. */
  public static final class NoRoom extends IOException {
    NoRoom(IOException cause) {
      super(cause);
    }
  }

  private static final int BUFFER = 1 << 16;

  /**
   * Writes a video into a new file that only this user can read.
   *
   * @param start its first bytes, which say the type
   * @param rest what follows
   * @param most at most so much is read
   * @return a file with one byte more if there is more
   * @throws NoRoom if it cannot be written; then there is no file
   * @throws IOException if it cannot be read; then there is no file
   */
  public static VideoFile write(VideoType type, byte[] start, InputStream rest, long most)
      throws IOException {
    VideoFolder.removeLeft();
    Path path = newFile();
    MessageDigest digest = newDigest();
    try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.WRITE)) {
      InputStream all = new SequenceInputStream(new ByteArrayInputStream(start), rest);
      byte[] buffer = new byte[BUFFER];
      long bytes = 0;
      int read = 0;
      while (read >= 0 && bytes <= most) {
        digest.update(buffer, 0, read);
        write(out, buffer, read);
        bytes += read;
        read = all.read(buffer, 0, (int) Math.min(BUFFER, most + 1 - bytes));
      }
      return new VideoFile(type, path, bytes, HexFormat.of().formatHex(digest.digest()));
    } catch (IOException | RuntimeException e) {
      VideoFolder.remove(path);
      throw e;
    }
  }

  private static Path newFile() throws NoRoom {
    try {
      return VideoFolder.newFile();
    } catch (IOException e) {
      throw new NoRoom(e);
    }
  }

  private static void write(OutputStream out, byte[] buffer, int length) throws NoRoom {
    try {
      out.write(buffer, 0, length);
    } catch (IOException e) {
      throw new NoRoom(e);
    }
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Removes it. */
  @Override
  public void close() {
    VideoFolder.remove(path);
  }
}
