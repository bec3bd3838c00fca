package hallmonitor.local.backup;

import hallmonitor.embedded.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Copies the signed checkpoints of the evidence one by one. They are many and small, never change,
 * and are never deleted.
 */
final class CheckpointMirror {
  private static final Pattern OF_RECORD = Pattern.compile("checkpoint-([0-9]{1,18})\\..*");

  private CheckpointMirror() {}

  /** Copies those that the other folder lacks. */
  static void copy(Path from, Path to) throws IOException {
    if (Files.isDirectory(from)) {
      PrivateFiles.folder(to);
      Set<String> there = new HashSet<>(names(to));
      for (String name : names(from)) {
        if (there.add(name)) {
          DurableFiles.write(to.resolve(name), Files.readAllBytes(from.resolve(name)));
        }
      }
    }
  }

  /**
   * Copies the public keys, and the checkpoints of records that a ledger has. Others would sign
   * what was lost.
   *
   * @param records how many records the ledger has
   */
  static void restore(Path from, Path to, long records) throws IOException {
    if (Files.isDirectory(from)) {
      for (String name : names(from)) {
        Matcher checkpoint = OF_RECORD.matcher(name);
        if (!checkpoint.matches() || Long.parseLong(checkpoint.group(1)) <= records) {
          RestoredFiles.writePrivately(to.resolve(name), Files.readAllBytes(from.resolve(name)));
        }
      }
    }
  }

  /** Returns the names of complete files. */
  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith(".") && !name.endsWith(".unfinished"))
          .sorted()
          .toList();
    }
  }
}
