package hallmonitor.system.faults;

import hallmonitor.embedded.OrphanGuard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file system in memory for one folder, which can be full. Needs the right to mount. It is
 * unmounted even if this process is killed.
 */
final class OwnDisk implements AutoCloseable {
  private static final String ROOMY = "size=3g";

  private final Path folder;
  private final OrphanGuard guard;

  private OwnDisk(Path folder) {
    this.folder = folder;
    this.guard = OrphanGuard.runWhenAbandoned(unmount(folder));
  }

  /** Mounts one; empty where this is not allowed. */
  static Optional<OwnDisk> at(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return run("mount", "-t", "tmpfs", "-o", ROOMY + ",mode=0700", "none", folder.toString())
        ? Optional.of(new OwnDisk(folder))
        : Optional.empty();
  }

  /** Leaves no room for anything new. */
  void fill() {
    try {
      FileStore store = Files.getFileStore(folder);
      long used = store.getTotalSpace() - store.getUnallocatedSpace();
      run("mount", "-o", "remount,size=" + (used + store.getBlockSize()), folder.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void makeRoom() {
    run("mount", "-o", "remount," + ROOMY, folder.toString());
  }

  @Override
  public void close() {
    run(unmount(folder));
    guard.close();
  }

  private static List<String> unmount(Path folder) {
    return List.of("umount", "--lazy", folder.toString());
  }

  private static boolean run(String... command) {
    return run(List.of(command));
  }

  private static boolean run(List<String> command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
