package hallmonitor.testparts;

import com.sun.management.OperatingSystemMXBean;
import hallmonitor.embedded.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Folders of databases, brokers and browsers that end with a test. Each writes thousands of files,
 * which takes most of the processor time of such a test on a disk. So they are in memory where
 * {@code -Dtest.scratch=memory} asks for it, as the build does, and the machine has enough. What a
 * killed process wrote is still there, and no test cuts the power.
 */
public final class ScratchFolder {
  /** Linux has a file system in memory there (shm_overview(7)). */
  private static final Path MEMORY = Path.of("/dev/shm");

  /** All tests that a build runs at the same time take less, in bytes. */
  private static final long ROOM = 4L << 30;

  /** What a machine has that can spare as much beside the JVMs of a build, in bytes. */
  private static final long AMPLE = 14L << 30;

  static final String OWNER = "owner-of-this-folder";

  private ScratchFolder() {}

  /**
   * Returns a new folder, which only this user can read. The caller deletes it. If the caller is
   * killed before, the next one that asks for this prefix does.
   *
   * @param prefix of its name
   */
  public static Path create(String prefix) {
    return create(prefix, fitsInMemory() ? MEMORY : Path.of(System.getProperty("java.io.tmpdir")));
  }

  static Path create(String prefix, Path parent) {
    try {
      for (Path other : folders(prefix, parent)) {
        if (isAbandoned(other)) {
          clear(other);
        }
      }
      Path folder = Files.createTempDirectory(parent, prefix);
      Files.writeString(folder.resolve(OWNER), ContainerOwner.thisProcess().label());
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another test may delete it as well, and a browser that outlived its test may still write. */
  private static void clear(Path abandoned) {
    try {
      Folders.delete(abandoned);
    } catch (UncheckedIOException e) {
      // What is left takes room, but it must fail no test.
    }
  }

  private static boolean fitsInMemory() {
    return "memory".equals(System.getProperty("test.scratch"))
        && Files.isWritable(MEMORY)
        && MEMORY.toFile().getUsableSpace() >= ROOM
        && ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize()
            >= AMPLE;
  }

  private static List<Path> folders(String prefix, Path parent) throws IOException {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, prefix + "*")) {
      return StreamSupport.stream(found.spliterator(), false).toList();
    }
  }

  /** A folder without a mark is someone's who is just creating or deleting it. */
  private static boolean isAbandoned(Path folder) {
    try {
      return ContainerOwner.of(Files.readString(folder.resolve(OWNER))).isGone();
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
