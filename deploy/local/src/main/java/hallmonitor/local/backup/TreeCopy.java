package hallmonitor.local.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Copies a folder into chunks while programs write to it. */
final class TreeCopy {
  private final Chunks chunks;
  private final Chunks.Stored stored;

  TreeCopy(Chunks chunks, Chunks.Stored stored) {
    this.chunks = chunks;
    this.stored = stored;
  }

  /**
   * Copies what the folder holds now; what is deleted meanwhile is left out.
   *
   * @param prefix in front of each path, empty or with a slash at its end
   * @param wanted says of a path below the folder whether it and what it holds is copied
   */
  List<StoredFile> of(Path folder, String prefix, Predicate<String> wanted) throws IOException {
    List<StoredFile> copied = new ArrayList<>();
    copy(folder, folder, prefix, wanted, copied);
    return copied;
  }

  private void copy(
      Path root, Path folder, String prefix, Predicate<String> wanted, List<StoredFile> copied)
      throws IOException {
    for (Path each : listed(folder)) {
      String path = root.relativize(each).toString().replace('\\', '/');
      if (!wanted.test(path)) {
        continue;
      }
      if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
        copied.add(new StoredFile(prefix + path, true, 0, List.of()));
        copy(root, each, prefix, wanted, copied);
      } else if (Files.isRegularFile(each)) {
        file(each, prefix + path, copied);
      }
    }
  }

  private static List<Path> listed(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.sorted().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  private void file(Path file, String path, List<StoredFile> copied) throws IOException {
    long before = stored.read();
    try (InputStream content = Files.newInputStream(file)) {
      List<String> names = chunks.put(content, stored);
      copied.add(new StoredFile(path, false, stored.read() - before, names));
    } catch (NoSuchFileException e) {
      // Deleted since it was listed; the log of changes knows that too.
    }
  }
}
