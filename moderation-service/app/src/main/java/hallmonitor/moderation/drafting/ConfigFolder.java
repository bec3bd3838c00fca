package hallmonitor.moderation.drafting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** The folder of the district's files on this machine, which the services read. */
public final class ConfigFolder {
  private final Path folder;

  public ConfigFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /** Returns its name among folders of other machines. */
  String key() {
    return host() + ":" + folder;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }

  /** A text that is on disk in the folder but not in use yet. */
  static final class Staged implements AutoCloseable {
    private final Path target;
    private final Path unfinished;

    private Staged(Path target, Path unfinished) {
      this.target = target;
      this.unfinished = unfinished;
    }

    /**
     * Replaces the file atomically: readers see the old text or the new one. The old one is kept
     * beside it.
     */
    void putInPlace() throws IOException {
      if (Files.exists(target)) {
        Files.copy(
            target,
            target.resolveSibling(target.getFileName() + ".old"),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.COPY_ATTRIBUTES);
      }
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
      Files.deleteIfExists(unfinished);
    }
  }

  /**
   * Stages a text.
   *
   * @throws IOException if the folder cannot be written
   */
  Staged stage(Document document, String text) throws IOException {
    Path target = folder.resolve(document.file());
    // If it is a link, its target is replaced.
    Path real = Files.exists(target) ? target.toRealPath() : target;
    Path unfinished = Files.createTempFile(real.getParent(), "." + document.file() + "-", ".new");
    Staged staged = new Staged(real, unfinished);
    try (FileChannel out = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
      // A new file gets the permissions of the file that always exists.
      readableAs(Files.exists(real) ? real : folder.resolve(Document.POLICY.file()), unfinished);
      return staged;
    } catch (IOException e) {
      staged.close();
      throw e;
    }
  }

  /** Other services read it as other users. */
  private static void readableAs(Path before, Path now) throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(before, PosixFileAttributeView.class);
    PosixFileAttributeView view = Files.getFileAttributeView(now, PosixFileAttributeView.class);
    if (old != null && view != null && Files.exists(before)) {
      view.setPermissions(old.readAttributes().permissions());
    }
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
