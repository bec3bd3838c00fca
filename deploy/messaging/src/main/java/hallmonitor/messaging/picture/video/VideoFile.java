package hallmonitor.messaging.picture.video;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A video in the folder for temporary files, until it is closed: some of them at once would take
 * too much of the heap, and ffmpeg goes back and forth in it.
 *
 * @param bytes its size
 * @param sha256 of all of it, in hexadecimal digits
 */
public record VideoFile(VideoType type, Path path, long bytes, String sha256)
    implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(VideoFile.class.getName());
  private static final String NAME = "hall-monitor-video-";

  /** What a process left that was killed. No video is worked on for so long. */
  private static final Duration LEFT = Duration.ofHours(1);

  private static final int BUFFER = 1 << 16;

  /**
   * Writes a video into a new file that only this user can read.
   *
   * @param start its first bytes, which say the type
   * @param rest what follows
   * @param most at most so much is read
   * @return a file with one byte more if there is more
   * @throws IOException if it cannot be read or written; then there is no file
   */
  public static VideoFile write(VideoType type, byte[] start, InputStream rest, long most)
      throws IOException {
    removeLeft();
    Path path = Files.createTempFile(NAME, "");
    MessageDigest digest = newDigest();
    try (DigestOutputStream out =
        new DigestOutputStream(Files.newOutputStream(path, StandardOpenOption.WRITE), digest)) {
      InputStream all = new SequenceInputStream(new ByteArrayInputStream(start), rest);
      byte[] buffer = new byte[BUFFER];
      long bytes = 0;
      int read = 0;
      while (read >= 0 && bytes <= most) {
        out.write(buffer, 0, read);
        bytes += read;
        read = all.read(buffer, 0, (int) Math.min(BUFFER, most + 1 - bytes));
      }
      return new VideoFile(type, path, bytes, HexFormat.of().formatHex(digest.digest()));
    } catch (IOException | RuntimeException e) {
      remove(path);
      throw e;
    }
  }

  /** Those of another user of this machine are not ours to remove. */
  private static void removeLeft() throws IOException {
    Instant before = Instant.now().minus(LEFT);
    List<Path> left = new ArrayList<>();
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, NAME + "*")) {
      files.forEach(left::add);
    }
    for (Path file : left) {
      if (Files.isWritable(file) && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
        remove(file);
      }
    }
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void remove(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "a video in {0} cannot be removed: {1}", path, e);
    }
  }

  /** Removes it. */
  @Override
  public void close() {
    remove(path);
  }
}
